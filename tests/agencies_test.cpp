// Agencies through the whole program: their page, who follows whom, and what passes on.
#include "core/audit/audit.hpp"
#include "core/registers/as_at.hpp"
#include "core/restriction/restriction.hpp"
#include "core/restriction/store.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/agencies/succession_actions.hpp"
#include "partnership/agencies/succession_store.hpp"
#include "partnership/offices/actions.hpp"
#include "plan/verify.hpp"
#include "program.hpp"
#include "web/http/percent.hpp"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using agencies::Agency;
using agencies::AgencyKind;
using partnership::OfficeKind;
using testing::HasSubstr;
using testing::Not;

class AgenciesOfTheProgram : public testing::Test {
protected:
    AgenciesOfTheProgram() {
        t().in_one_transaction([&] {
            before = *agencies::add(t().db, t().unit,
                                    {.id = {},
                                     .name = "Norfolk Constabulary <b>&",
                                     .sector = "Police",
                                     .section_11 = true,
                                     .from = day(2020, 1, 1),
                                     .kind = AgencyKind::police});
            after = *agencies::add(t().db, t().unit,
                                   {.id = {},
                                    .name = "Eastern Police",
                                    .sector = "Police",
                                    .section_11 = true,
                                    .from = day(2026, 1, 1),
                                    .kind = AgencyKind::police});
        });
    }
    plan::TestPlan& t() { return program.test; }
    std::string page(const Scope& who, const std::string& below = "") {
        return program.get(&who, "/agencies/" + before.id.str() + below).body;
    }
    http::Response post(const Scope& who, const std::string& below, const std::string& fields) {
        return program.post(&who, "/agencies/" + before.id.str() + below, fields,
                            "form" + std::to_string(++forms));
    }
    std::string followed_fields(const std::string& day) {
        return fmt::format("to={}&way=merged&day={}&ground=The+order", after.id.view(),
                           http::percent_encoded(day));
    }
    /// Says that it is followed from that day and gives the path of the list below the agency.
    std::string say_followed(const std::string& day) {
        const auto answer = post(t().unit, "/succession", followed_fields(day));
        EXPECT_EQ(answer.status, 303) << answer.body.substr(0, 200);
        const auto place = Program::header(answer, "Location");
        return place.substr(place.find("/succession"));
    }
    /// What the form of the list would send, each passing on.
    std::string agreed_fields(const std::string& path, const std::string& more = "") {
        const auto body = page(t().unit, path);
        const auto field = [&](std::string_view name) {
            const auto mark = fmt::format("name=\"{}\" value=\"", name);
            const auto at = body.find(mark) + mark.size();
            return body.substr(at, body.find('"', at) - at);
        };
        return fmt::format("version={}&seen={}&by=Partnership+Group&on=20+January+2026{}",
                           field("version"), http::percent_encoded(field("seen")), more);
    }
    plan::Action action(const plan::ActionId& id) {
        auto one = plan::find_action(t().db, t().unit, id);
        t().db.finish();
        return *one;
    }
    std::vector<std::string> faults() {
        t().db.finish();
        auto verdict = audit::verify(t().db);
        plan::verify(t().db, verdict);
        agencies::verify(t().db, verdict);
        agencies::verify_successions(t().db, verdict);
        return verdict.faults;
    }
    std::string takes_part_on(const Day& day, const Agency& agency) {
        const auto& which = agencies::agency_register;
        t().db.look_through(looking_back_at(modules(), {.day = day}));
        std::string said = "not known";
        registers::rows_from_history(t().db, which, day)([&](const registers::Cells& row) {
            if (row[registers::place_of(which.columns, "id")] == agency.id.str())
                said = row[registers::place_of(which.columns, "takes_part")];
        });
        t().db.finish();
        return said;
    }

    Program program;
    Agency before, after;
    int forms = 0;
};

TEST_F(AgenciesOfTheProgram,
       The_page_says_what_it_is_asked_under_who_speaks_for_it_and_what_it_owes) {
    t().in_one_transaction([&] {
        ASSERT_TRUE(offices::add(t().db, t().unit,
                                 {.id = {},
                                  .name = "Lead partner, police <i>",
                                  .kind = OfficeKind::lead_partner,
                                  .agency = before.id}));
    });
    const auto text = page(t().reader);
    EXPECT_THAT(text, HasSubstr("One of the statutory safeguarding partners."));
    EXPECT_THAT(text, HasSubstr("Children Act 2004, section 16E"));
    EXPECT_THAT(text, HasSubstr("Yes: Police force"));
    EXPECT_THAT(text, HasSubstr("Lead partner, police &lt;i&gt;"));
    EXPECT_THAT(text, HasSubstr(R"(<span class="om-ev--missing">Nobody</span>)"));
    EXPECT_THAT(text, HasSubstr("open actions"));
    EXPECT_THAT(text, HasSubstr("open duties</a>"));
    EXPECT_THAT(page(t().reader, "/duties"), HasSubstr("VA 1"));
    EXPECT_EQ(program.get(&t().outsider, "/agencies/" + before.id.str() + "/duties").status, 404);
    EXPECT_THAT(text, HasSubstr("Counted: actions whose target date fell in the last 12 months"));
    EXPECT_THAT(text, Not(HasSubstr("Change this agency")));
}

TEST_F(AgenciesOfTheProgram, What_passes_on_is_listed_agreed_and_passes_in_one_go) {
    const auto path = say_followed("20 January 2026");
    EXPECT_EQ(action(t().late).owner, before.id) << "nothing passes before the list is agreed";
    const auto list = page(t().unit, path);
    EXPECT_THAT(list, HasSubstr("VA 1"));
    EXPECT_THAT(list, HasSubstr("Passes to Eastern Police"));
    const auto silent = post(t().unit, path, "version=1&seen=&by=&on=soon");
    EXPECT_THAT(silent.body, HasSubstr("The list has changed since you opened it."));
    EXPECT_THAT(silent.body, HasSubstr("Say who agreed the list"));
    EXPECT_THAT(silent.body, HasSubstr("Enter the day, as 12 June 2026."));
    const auto stays = fmt::format("&fate.duties.action.owner.{}=stays", t().soon.view());
    const auto agreed = post(t().unit, path, agreed_fields(path, stays));
    ASSERT_EQ(agreed.status, 303) << agreed.body.substr(0, 3000);
    EXPECT_EQ(action(t().late).owner, after.id);
    EXPECT_EQ(action(t().soon).owner, before.id) << "it was agreed that it stays";
    EXPECT_EQ(plan::find_section(t().db, t().unit, t().adolescents.id)->owner, after.id);
    const auto now = page(t().reader, path);
    EXPECT_THAT(now, HasSubstr("Partnership Group, 20 Jan 2026"));
    EXPECT_THAT(page(t().reader), HasSubstr("Followed by"));
    EXPECT_THAT(program.get(&t().reader, "/agencies/" + after.id.str()).body,
                HasSubstr("Comes after"));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AgenciesOfTheProgram, Lists_as_at_a_day_show_the_right_one_and_the_history_says_why) {
    const auto path = say_followed("20 January 2026");
    ASSERT_EQ(post(t().unit, path, agreed_fields(path)).status, 303);
    EXPECT_EQ(takes_part_on(day(2026, 1, 19), before), "yes");
    EXPECT_EQ(takes_part_on(day(2026, 1, 20), before), "no");
    EXPECT_EQ(takes_part_on(day(2025, 12, 31), after), "not known");
    EXPECT_EQ(takes_part_on(day(2026, 1, 20), after), "yes");
    const auto versions = history::versions(t().db, "action", t().late.view(), 1);
    EXPECT_THAT(std::string(history::value_of(versions.at(0).content, "why")),
                HasSubstr("merged into Eastern Police on 20 January 2026: The order. Agreed by "
                          "Partnership Group"));
}

TEST_F(AgenciesOfTheProgram, What_is_agreed_for_a_later_day_waits_for_it) {
    const auto path = say_followed("1 April 2026");
    ASSERT_EQ(post(t().unit, path, agreed_fields(path)).status, 303);
    EXPECT_EQ(action(t().late).owner, before.id);
    EXPECT_THAT(page(t().reader, path), HasSubstr("waits for the day"));
    auto morning = t().unit;
    const auto carry_out = [&] {
        std::string said;
        t().in_one_transaction([&] { said = agencies::carry_out_due(t().db, morning, modules()); });
        return said;
    };
    morning.today = day(2026, 3, 31);
    EXPECT_EQ(carry_out(), "");
    morning.today = day(2026, 4, 1);
    morning.now = morning.today + std::chrono::hours{6};
    // Somebody else answers for one of them by then.
    t().in_one_transaction([&] {
        auto moved = *plan::find_action(t().db, t().unit, t().soon);
        moved.owner = t().services;
        ASSERT_TRUE(plan::save_action(t().db, t().unit, moved, {.verb = "action.changed"}));
    });
    EXPECT_EQ(carry_out(), "Passed on what was agreed for 1 agency that another follows");
    EXPECT_EQ(carry_out(), "") << "once";
    EXPECT_EQ(action(t().late).owner, after.id);
    EXPECT_EQ(action(t().soon).owner, t().services);
    EXPECT_THAT(page(t().reader, path), HasSubstr("somebody else answered for it by then"));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AgenciesOfTheProgram, What_cannot_be_is_said_beside_its_field) {
    const auto self =
        post(t().unit, "/succession",
             fmt::format("to={}&way=merged&day=1+May+2026&ground=x", before.id.view()));
    EXPECT_THAT(self.body, HasSubstr("Agency and successor are the same one."));
    const auto early = post(t().unit, "/succession", followed_fields("1 January 2019"));
    EXPECT_THAT(early.body, HasSubstr("began on 1 January 2020: the day is after that."));
    say_followed("1 May 2026");
    const auto back = program.post(
        &t().unit, "/agencies/" + after.id.str() + "/succession",
        fmt::format("to={}&way=merged&day=1+June+2026&ground=x", before.id.view()), "circle");
    EXPECT_THAT(back.body, HasSubstr("they would follow each other"));
}

TEST_F(AgenciesOfTheProgram, Nothing_passes_over_what_is_restricted_from_whoever_agrees) {
    const auto path = say_followed("20 January 2026");
    t().in_one_transaction([&] {
        restriction::add(t().db, t().unit,
                         {.id = t().unit.new_id<restriction::RestrictionId>(),
                          .record = {"action", t().late.str()},
                          .reason = "A child can be recognised",
                          .review_on = day(2026, 3, 1),
                          .names = {{.person = t().reader.person, .owner = {}}}});
    });
    const auto list = page(t().unit, path);
    EXPECT_THAT(list, Not(HasSubstr("VA 1")));
    EXPECT_THAT(list, HasSubstr("Something else that is answered for here is restricted from you"));
    const auto refused = post(t().unit, path, agreed_fields(path));
    EXPECT_THAT(refused.body, HasSubstr("Ask a lead safeguarding partner"));
    EXPECT_EQ(action(t().soon).owner, before.id);
}

TEST_F(AgenciesOfTheProgram, What_was_agreed_of_a_record_is_hidden_with_it_and_saved_whole) {
    const auto path = say_followed("1 April 2026");
    ASSERT_EQ(post(t().unit, path, agreed_fields(path)).status, 303);
    t().in_one_transaction([&] {
        restriction::add(t().db, t().unit,
                         {.id = t().unit.new_id<restriction::RestrictionId>(),
                          .record = {"action", t().late.str()},
                          .reason = "A child can be recognised",
                          .review_on = day(2026, 3, 1),
                          .names = {{.person = t().reader.person, .owner = {}}}});
    });
    EXPECT_THAT(page(t().unit, path), Not(HasSubstr("VA 1")));
    EXPECT_THAT(page(t().reader, path), HasSubstr("VA 1"));
    const auto version = agreed_fields(path);
    const auto dropped = post(t().unit, path + "/drop",
                              version.substr(0, version.find('&')) + "&why=The+order+fell");
    EXPECT_EQ(dropped.status, 303) << dropped.body.substr(0, 500);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AgenciesOfTheProgram, One_that_does_not_come_to_it_is_dropped_with_a_reason) {
    const auto path = say_followed("1 May 2026");
    EXPECT_THAT(post(t().unit, path + "/drop", "version=1&why=").body,
                HasSubstr("Say why it does not come to it."));
    EXPECT_EQ(post(t().unit, path + "/drop", "version=1&why=The+order+fell").status, 303);
    EXPECT_EQ(post(t().unit, path + "/drop", "version=2&why=Again").status, 404);
    EXPECT_THAT(page(t().reader), Not(HasSubstr("Followed by")));
    EXPECT_THAT(page(t().reader, "/succession"), HasSubstr("did not come to it: The order fell"));
}

TEST_F(AgenciesOfTheProgram, Of_two_who_agree_at_once_the_second_looks_again) {
    const auto path = say_followed("1 April 2026");
    const auto fields = agreed_fields(path);
    ASSERT_EQ(post(t().unit, path, fields).status, 303);
    EXPECT_THAT(post(t().unit, path, fields).body, HasSubstr("Look again."));
}

TEST_F(AgenciesOfTheProgram, Who_may_not_change_agencies_reads_and_changes_nothing) {
    const auto path = say_followed("1 April 2026");
    EXPECT_EQ(program.get(&t().reader, "/agencies/" + before.id.str() + path).status, 200);
    EXPECT_EQ(post(t().reader, path, agreed_fields(path)).status, 404);
    EXPECT_EQ(post(t().reader, "/succession", followed_fields("1 May 2026")).status, 404);
    EXPECT_EQ(program.get(&t().outsider, "/agencies/" + before.id.str() + path).status, 404);
    EXPECT_EQ(program.get(&t().unit, "/agencies/" + after.id.str() + path).status, 404)
        << "only below the agency that is followed";
}

TEST_F(AgenciesOfTheProgram, Categories_are_a_page_with_their_clauses) {
    t().in_one_transaction([&] {
        ASSERT_TRUE(agencies::add(t().db, t().unit,
                                  {.id = {},
                                   .name = "A school",
                                   .sector = "Education",
                                   .kind = AgencyKind::education,
                                   .categories = "Maintained school",
                                   .section_175 = true}));
    });
    const auto text = program.get(&t().reader, "/agencies/categories").body;
    EXPECT_THAT(text, HasSubstr("SI 2018/789, Schedule, paragraphs 1 to 14"));
    EXPECT_THAT(text, HasSubstr("check against current guidance"));
    EXPECT_THAT(text, HasSubstr("/agencies?words=Maintained%20school\">1</a>"));
}

} // namespace
} // namespace openmasa
