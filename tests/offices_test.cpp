// Offices and who holds them, through the whole program: by forms, by files, and as they were.
#include "core/accounts/account_history.hpp"
#include "core/accounts/actions.hpp"
#include "core/audit/newest.hpp"
#include "core/exchange/sheet.hpp"
#include "core/registers/import.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include "partnership/offices/register.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using offices::HandOver;
using offices::PutRight;
using partnership::Office;
using partnership::OfficeKind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Offices : public testing::Test {
protected:
    Offices() {
        t().in_one_transaction([&] {
            agencies::add_agency(t().db, t().unit,
                                 {.id = t().constabulary,
                                  .name = "Norfolk Constabulary <b>&",
                                  .sector = "Police",
                                  .role = "Statutory partner"});
            chief = *offices::add(t().db, t().unit,
                                  {.id = {},
                                   .name = "Lead partner, police <b>",
                                   .kind = OfficeKind::lead_partner,
                                   .agency = t().constabulary});
        });
    }
    plan::TestPlan& t() { return program.test; }
    Office now() { return *partnership::find_office(t().db, t().unit, chief.id); }
    Result<Done> hand_over(HandOver command) {
        command.office = chief.id;
        if (command.version == 0) command.version = now().version;
        return in_transaction([&] { return offices::hand_over(t().db, t().unit, command); });
    }
    template<class Work> Result<Done> in_transaction(Work work) {
        auto done = t().db.atomically(work);
        t().db.finish();
        return done;
    }
    std::string page(const Scope& who, std::string_view below = "") {
        return program.get(&who, "/offices/" + chief.id.str() + std::string(below)).body;
    }
    registers::Preview look(std::string_view file) {
        auto preview = registers::look(t().db, t().unit, in_our_words, *sheet::read_sheet(file),
                                       registers::Policy::stop);
        EXPECT_TRUE(preview);
        return std::move(*preview);
    }
    std::string first_problem(const registers::Preview& preview) {
        const auto& problems = preview.rows.at(0).problems;
        return problems.empty() ? "" : problems.front().field + ": " + problems.front().words;
    }

    static std::string first_problem(const Result<Done>& refused) {
        if (refused) return "";
        const auto& problem = refused.refusal().problems.front();
        return problem.field + ": " + problem.words;
    }

    int accounts_that_were_renamed() {
        static constexpr store::Query<int()> count{
            "test.count_renamed",
            "SELECT count(*) FROM audit_entry WHERE verb = 'account.agency_renamed'"};
        return t().db.one(count).value_or(0);
    }

    Program program;
    Office chief;
    registers::LocalRegister in_our_words_holder{offices::office_register, {}};
    const registers::Register& in_our_words = *in_our_words_holder;
};

TEST_F(Offices,
       Somebody_takes_it_in_the_middle_of_a_month_and_whoever_held_it_ends_the_day_before) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    ASSERT_TRUE(
        hand_over({.who = "lead member", .from = "14 January 2026", .note = "Board, 9 Jan"}));
    const auto office = now();
    ASSERT_EQ(office.holders.size(), 2u);
    EXPECT_EQ(office.holders[0].to, day(2026, 1, 13));
    const auto text = page(t().reader);
    EXPECT_THAT(text, HasSubstr("Lead member holds it since 14 Jan 2026."));
    EXPECT_THAT(text, HasSubstr("Lead partner, police &lt;b&gt;"));
    EXPECT_THAT(page(t().reader, "?on=13+January+2026"), HasSubstr("<b>Chief Constable</b>"));
    EXPECT_THAT(page(t().reader, "?on=14+January+2026"), HasSubstr("<b>Lead member</b>"));
    EXPECT_THAT(page(t().reader, "?on=31+March+2025"), HasSubstr("<b>nobody</b>"));
    EXPECT_THAT(page(t().reader, "?on=soon"), HasSubstr("Enter the day, as 12 June 2026."));
}

TEST_F(Offices, What_cannot_be_is_said_beside_its_field) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025", .to = "1 May 2026"}));
    const auto refused = hand_over({.who = "Nobody at all", .from = "next week", .to = "soon"});
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (const auto& problem : refused.refusal().problems) fields.push_back(problem.field);
    EXPECT_THAT(fields, testing::UnorderedElementsAre("to", "from", "who"));
    const auto early = hand_over({.who = "Lead member", .from = "1 March 2025"});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.refusal().problems.front().field, "from");
    EXPECT_THAT(early.refusal().problems.front().words, HasSubstr("Chief Constable holds it"));
    EXPECT_EQ(now().holders.size(), 1u) << "nothing is saved of what was refused";
}

TEST_F(Offices, A_name_that_is_taken_is_refused_and_says_by_what) {
    const auto refused = [&](std::string name) {
        auto done = t().db.atomically(
            [&] { return offices::add(t().db, t().unit, {.id = {}, .name = std::move(name)}); });
        t().db.finish();
        return done ? std::string() : done.refusal().problems.front().words;
    };
    EXPECT_THAT(refused("LEAD partner, police <b>"), HasSubstr("There is an office of this name"));
    EXPECT_THAT(refused("Norfolk Constabulary <b>&"), HasSubstr("the name of [an agency]"));
    EXPECT_THAT(refused("Lead partner, health"), IsEmpty());
}

TEST_F(Offices, Of_two_who_change_it_at_once_the_second_looks_again) {
    const auto read = now().version;
    ASSERT_TRUE(hand_over({.version = read, .who = "Chief Constable", .from = "1 April 2025"}));
    const auto second = hand_over({.version = read, .who = "Lead member", .from = "1 May 2025"});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(Offices, What_was_said_wrongly_is_put_right_and_a_mistake_goes) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    PutRight right{.office = chief.id,
                   .holder = now().holders[0].id,
                   .version = now().version,
                   .from = "1 May 2025",
                   .to = "31 May 2025",
                   .acting = true};
    ASSERT_TRUE(in_transaction([&] { return offices::put_right(t().db, t().unit, right); }));
    EXPECT_EQ(now().holders[0].from, day(2025, 5, 1));
    EXPECT_TRUE(now().holders[0].acting);
    right.version = now().version;
    right.never_held = true;
    ASSERT_TRUE(in_transaction([&] { return offices::put_right(t().db, t().unit, right); }));
    EXPECT_THAT(now().holders, IsEmpty());
}

TEST_F(Offices, An_empty_office_that_guidance_asks_for_says_so_with_the_clause) {
    EXPECT_THAT(page(t().reader), HasSubstr("Nobody holds it."));
    EXPECT_THAT(page(t().reader), HasSubstr("Working Together 2023, chapter 2 asks for one."));
    const auto list = program.get(&t().reader, "/offices").body;
    EXPECT_THAT(list, HasSubstr("1 office on this day. Nobody holds 1 of them."));
    EXPECT_THAT(program.get(&t().reader, "/offices?held=no").body, HasSubstr("Lead partner"));
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    EXPECT_THAT(program.get(&t().reader, "/offices?held=no").body, Not(HasSubstr("Lead partner")));
}

TEST_F(Offices, One_that_is_over_is_held_by_nobody_and_nobody_is_missing) {
    auto office = now();
    office.to = day(2026, 1, 21);
    ASSERT_TRUE(in_transaction([&]() -> Result<Done> {
        TRY(offices::change(t().db, t().unit, office));
        return Done{};
    }));
    EXPECT_THAT(program.get(&t().reader, "/offices").body, HasSubstr("0 offices on this day."));
    EXPECT_THAT(program.get(&t().reader, "/offices?held=no").body, Not(HasSubstr("Lead partner")));
    EXPECT_THAT(page(t().reader), HasSubstr("It is not there today."));
    EXPECT_THAT(program.get(&t().unit, "/").body, Not(HasSubstr("Nobody holds")));
}

TEST_F(Offices, An_empty_one_stands_on_the_first_page_of_those_who_must_know) {
    const auto words = "Nobody holds the office \u201cLead partner, police &lt;b&gt;\u201d";
    const auto home = [&](const Scope& who) { return program.get(&who, "/").body; };
    EXPECT_THAT(home(t().unit), HasSubstr(words));
    EXPECT_THAT(home(t().reader), HasSubstr(words)) << "a delegated partner";
    EXPECT_THAT(home(program.cast[std::size_t(Role::analyst)]), Not(HasSubstr(words)));
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025", .to = "31 Dec 2025"}));
    EXPECT_THAT(home(t().unit), HasSubstr("Since 1 Jan 2026. Working Together 2023, chapter 2"));
    ASSERT_TRUE(hand_over({.who = "Lead member", .from = "22 January 2026", .acting = true}));
    EXPECT_THAT(home(t().unit), Not(HasSubstr(words)));
}

TEST_F(Offices, Only_whoever_keeps_them_changes_them_and_outsiders_see_none) {
    EXPECT_THAT(page(t().reader), Not(HasSubstr("Hand over")));
    EXPECT_THAT(page(t().unit), HasSubstr("Hand over"));
    EXPECT_EQ(program.get(&t().outsider, "/offices/" + chief.id.str()).status, 404);
    const auto refused = in_transaction([&] {
        return offices::hand_over(t().db, t().reader,
                                  {.office = chief.id,
                                   .version = now().version,
                                   .who = "Chief Constable",
                                   .from = "1 April 2025"});
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

TEST_F(Offices, A_file_brings_offices_with_their_holders_and_is_then_all_the_same) {
    const std::string file =
        "name,kind,agency,holder,since,purpose\n"
        "\"Chair, safeguarding\",partnership_chair,,Lead member,2025-09-01,Chairs the partnership\n"
        "Head of delivery,head_of_delivery,,,,Runs the business unit\n";
    const auto preview = look(file);
    EXPECT_EQ(preview.count(registers::Fate::added), 2);
    ASSERT_TRUE(in_transaction([&]() -> Result<Done> {
        TRY(registers::save(t().db, t().unit, preview, preview.state));
        return Done{};
    }));
    const auto again = look(file);
    EXPECT_EQ(again.count(registers::Fate::same), 2);
    for (const auto& office : partnership::list_offices(t().db, t().unit))
        if (office.kind == OfficeKind::partnership_chair) {
            ASSERT_EQ(office.holders.size(), 1u);
            EXPECT_EQ(office.holders[0].from, day(2025, 9, 1));
        }
}

TEST_F(Offices, A_file_says_what_is_wrong_with_a_holder) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    const std::string head = "name,kind,agency,holder,since\n";
    const std::string name = "Lead partner, police <b>";
    const auto row = [&](std::string_view rest) {
        return look(head + "\"" + name + "\",lead_partner,Norfolk Constabulary <b>&," +
                    std::string(rest) + "\n");
    };
    EXPECT_THAT(first_problem(row("Lead member,")), HasSubstr("Since"));
    EXPECT_THAT(first_problem(row("Chief Constable,2025-06-01")), HasSubstr("put right"));
    EXPECT_THAT(first_problem(row(",")), HasSubstr("Say on the page of the office"));
}

TEST_F(Offices, The_list_as_at_a_day_says_who_held_each_then_or_what_was_known_then) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    const auto list = [&](const std::string& query) {
        return program.get(&t().reader, "/offices?as-at=" + query).body;
    };
    EXPECT_THAT(list("2026-01-21"), HasSubstr("Chief Constable")) << "said on the day after";
    EXPECT_THAT(list("2025-04-01"), HasSubstr("Chief Constable"));
    EXPECT_THAT(list("2025-03-31"), Not(HasSubstr("Chief Constable")));
    EXPECT_THAT(list("2025-03-31"), HasSubstr("Lead partner"));
    EXPECT_THAT(list("2026-01-22&known=then"), HasSubstr("Chief Constable"));
    EXPECT_THAT(list("2026-01-21&known=then"), Not(HasSubstr("Lead partner")));
    EXPECT_THAT(page(t().unit, "?as-at=2025-04-01"), HasSubstr("As it was on 1 April 2025"));
    EXPECT_THAT(page(t().unit, "?as-at=2025-03-31"), HasSubstr("Nobody holds it."));
    EXPECT_THAT(page(t().unit, "?as-at=2025-03-31"), Not(HasSubstr("Hand over")));
}

TEST_F(Offices, A_stretch_that_is_past_takes_nobody_away_who_holds_it_today) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    HandOver past{.who = "Lead member", .from = "1 May 2025", .to = "1 June 2025"};
    EXPECT_EQ(first_problem(hand_over(past)),
              "to: Chief Constable holds it from 1 Apr 2025, also after that day. Put that right "
              "first.");
    EXPECT_EQ(now().holders.size(), 1u);
    past.acting = true;
    EXPECT_TRUE(hand_over(past)) << "somebody acted for them";
    EXPECT_TRUE(hand_over({.who = "Lead member", .from = "1 February 2026", .to = "1 May 2026"}))
        << "a term that is to come";
}

TEST_F(Offices, It_does_not_begin_after_whoever_holds_it) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    auto office = now();
    office.from = day(2025, 4, 2);
    const auto late = in_transaction([&]() -> Result<Done> {
        TRY(offices::change(t().db, t().unit, office));
        return Done{};
    });
    EXPECT_EQ(first_problem(late),
              "from: Chief Constable holds it from 1 Apr 2025. Put that right first.");
}

TEST_F(Offices, An_agency_that_has_ended_gets_no_new_office_and_what_it_still_holds_is_told) {
    OwnerId board;
    t().in_one_transaction([&] {
        board = access::owner_named(t().db, t().unit, "Care board");
        agencies::add_agency(
            t().db, t().unit,
            {.id = board, .name = "Care board", .sector = "Health", .to = day(2025, 12, 31)});
    });
    const auto add = [&](std::optional<Day> to) {
        return in_transaction([&]() -> Result<Done> {
            TRY(offices::add(t().db, t().unit,
                             {.id = {},
                              .name = "Chief executive",
                              .kind = OfficeKind::other,
                              .agency = board,
                              .agency_name = "Care board",
                              .to = to}));
            return Done{};
        });
    };
    EXPECT_EQ(first_problem(add({})), "agency: Care board ended on 31 Dec 2025.");
    EXPECT_TRUE(add(day(2025, 12, 31))) << "an office that ended with it";
    EXPECT_THAT(program.get(&t().unit, "/").body, Not(HasSubstr("Care board has ended")));
    auto police = agencies::find_agency(t().db, t().unit, t().constabulary);
    police->to = day(2026, 1, 21);
    ASSERT_TRUE(in_transaction([&] { return agencies::save_agency(t().db, t().unit, *police); }));
    EXPECT_THAT(
        program.get(&t().unit, "/").body,
        HasSubstr("Norfolk Constabulary &lt;b&gt;&amp; has ended and still holds 1 office"));
}

TEST_F(Offices, A_statutory_partner_without_its_offices_is_told_to_those_who_must_know) {
    const auto home = [&] { return program.get(&t().unit, "/").body; };
    EXPECT_THAT(home(), Not(HasSubstr("has no delegated safeguarding partner")));
    auto police = agencies::find_agency(t().db, t().unit, t().constabulary);
    police->kind = agencies::AgencyKind::police;
    ASSERT_TRUE(in_transaction([&] { return agencies::save_agency(t().db, t().unit, *police); }));
    EXPECT_THAT(home(), HasSubstr("Norfolk Constabulary &lt;b&gt;&amp; has no delegated "
                                  "safeguarding partner"));
    EXPECT_THAT(home(), Not(HasSubstr("has no lead safeguarding partner")));
}

TEST_F(Offices, Every_change_says_who_came_and_who_went) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    ASSERT_TRUE(hand_over({.who = "Lead member", .from = "14 January 2026"}));
    const auto shown = page(t().reader);
    const auto feed = shown.substr(shown.find("Every change"));
    EXPECT_THAT(feed, HasSubstr("Holder 2:</b>"));
    EXPECT_THAT(feed, HasSubstr("Lead member"));
    EXPECT_THAT(feed, HasSubstr("Holder 1, to:</b>"));
    EXPECT_THAT(feed, HasSubstr("13 Jan 2026"));
    EXPECT_THAT(feed, Not(HasSubstr("nothing that stands here is another")));
}

TEST_F(Offices, A_new_name_is_in_the_history_of_the_accounts_that_act_for_it) {
    ASSERT_TRUE(accounts::add_user(t().db, t().unit,
                                   {.known_as = "Office manager",
                                    .email = "office@example.org",
                                    .role = Role::agency_lead,
                                    .owners = {chief.name}}));
    t().db.finish();
    auto office = now();
    office.name = "Lead partner of the police";
    ASSERT_TRUE(in_transaction([&]() -> Result<Done> {
        TRY(offices::change(t().db, t().unit, office));
        return Done{};
    }));
    audit::Verdict verdict;
    accounts::verify(t().db, verdict);
    for (const auto& fault : verdict.faults) EXPECT_THAT(fault, Not(HasSubstr("Office manager")));
    EXPECT_EQ(accounts_that_were_renamed(), 1);
}

TEST_F(Offices, What_another_program_changed_is_found) {
    ASSERT_TRUE(hand_over({.who = "Chief Constable", .from = "1 April 2025"}));
    audit::Verdict well;
    partnership::verify_offices(t().db, well);
    EXPECT_THAT(well.faults, IsEmpty());
    static constexpr store::Query<store::None()> forge{
        "test.forge_holder", "UPDATE office_holder SET from_day = '2024-01-01'"};
    t().in_one_transaction([&] { t().db.run(forge); });
    audit::Verdict forged;
    partnership::verify_offices(t().db, forged);
    EXPECT_EQ(forged.faults.size(), 1u);
}

} // namespace
} // namespace openmasa
