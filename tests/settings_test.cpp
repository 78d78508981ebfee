// Settings, references and comments through the whole program, by real requests.
#include "core/comments/comments.hpp"
#include "core/references/references.hpp"
#include "modules.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include "plan/recommendations/adding.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class Partnership : public testing::Test {
protected:
    std::string page(const Scope& who, const std::string& target) {
        return program.get(&who, target).body;
    }
    http::Response post(const Scope& who, const std::string& target, const std::string& fields) {
        return program.post(&who, target, fields, "nonce-" + std::to_string(++posts));
    }
    std::string reference_of(const plan::ActionId& id) {
        return references::of(program.test.db, "action", id.view());
    }
    Program program;
    const plan::TestPlan& test = program.test;
    int posts = 0;
    const std::string good = "partnership=New+%3Cb%3E%26+name&days=0&days=1&opens=9am&closes=5pm"
                             "&colour=%2314452f&phone=0344&email=unit%40example.org";
};

TEST_F(Partnership, A_changed_name_and_colour_show_on_the_next_page_of_everybody) {
    EXPECT_THAT(page(test.reader, "/"), HasSubstr("Example Partnership"));
    const auto saved = post(test.unit, "/settings", good + "&version=1&do=save");
    ASSERT_EQ(Program::header(saved, "Location"), "/settings?saved=yes");
    const auto home = page(test.reader, "/");
    EXPECT_THAT(home, HasSubstr("New &lt;b&gt;&amp; name"));
    EXPECT_THAT(home, HasSubstr("/colours.css?2"));
    EXPECT_THAT(page(test.reader, "/colours.css?2"), HasSubstr("--om-harbour: #14452f"));
    EXPECT_THAT(page(test.reader, "/help"), HasSubstr("Monday, Tuesday, 9am to 5pm"));
    EXPECT_THAT(page(test.unit, "/settings"), HasSubstr("Every change, 2 entries"));
}

TEST_F(Partnership, Looking_at_a_colour_saves_nothing_and_one_nobody_can_read_is_refused) {
    const auto look = post(test.unit, "/settings", good + "&version=1&do=look");
    EXPECT_THAT(look.body, HasSubstr("Nothing has been saved yet."));
    EXPECT_THAT(look.body, HasSubstr("fill=\"#14452f\""));
    EXPECT_THAT(page(test.reader, "/"), HasSubstr("Example Partnership"));
    const auto pale =
        post(test.unit, "/settings",
             "partnership=A&days=0&opens=9am&closes=5pm&colour=own&own_colour=%23ffee99"
             "&version=1&do=save");
    EXPECT_EQ(pale.status, 422);
    EXPECT_THAT(pale.body, HasSubstr("Choose a darker colour"));
}

TEST_F(Partnership, Whoever_saves_second_sees_it_with_what_they_typed) {
    ASSERT_EQ(post(test.unit, "/settings", good + "&version=1&do=save").status, 303);
    const auto second = post(test.unit, "/settings",
                             "partnership=Second&days=0&opens=9am&closes=5pm&colour=%2314452f"
                             "&version=1&do=save");
    EXPECT_EQ(second.status, 422);
    EXPECT_THAT(second.body, HasSubstr("Somebody changed the settings while you were writing."));
    EXPECT_THAT(second.body, HasSubstr("value=\"Second\""));
    EXPECT_THAT(second.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(Partnership, A_reference_leads_to_its_record_however_it_is_typed) {
    const auto reference = reference_of(test.late);
    EXPECT_THAT(reference, HasSubstr("A-2026-"));
    const auto to = "/actions/" + test.late.str();
    const auto go = [&](const Scope& who, const std::string& words) {
        return program.get(&who, "/go?reference=" + http::percent_encoded(words));
    };
    EXPECT_EQ(Program::header(go(test.reader, reference), "Location"), to);
    EXPECT_EQ(Program::header(go(test.reader, "va 1"), "Location"), to);
    EXPECT_THAT(go(test.reader, "A-2026-999").body,
                HasSubstr("Nothing that you may see is called"));
    EXPECT_THAT(page(test.reader, to), HasSubstr(reference));
    EXPECT_THAT(page(test.reader, "/"), HasSubstr("action=\"/go\""));
}

TEST_F(Partnership, A_reference_to_what_is_not_yours_and_to_nothing_get_the_same_answer) {
    const auto there = program.get(&test.outsider, "/go?reference=" + reference_of(test.late));
    const auto missing = program.get(&test.outsider, "/go?reference=A-2026-999");
    EXPECT_EQ(there.status, missing.status);
    EXPECT_THAT(there.body, HasSubstr("Nothing that you may see is called"));
    EXPECT_THAT(there.body, Not(HasSubstr("/actions/")));
}

TEST_F(Partnership, A_reader_comments_on_an_action_another_answers_and_an_outsider_cannot) {
    const auto about = "kind=action&record=" + test.late.str();
    const auto said = post(test.reader, "/comments", about + "&words=Who+%3Cb%3E%26+answers%3F");
    const auto to = Program::header(said, "Location");
    EXPECT_THAT(to, HasSubstr("/actions/" + test.late.str() + "#comment-"));
    const auto id = to.substr(to.find("#comment-") + 9);
    EXPECT_THAT(page(test.unit, "/actions/" + test.late.str()),
                HasSubstr("Who &lt;b&gt;&amp; answers?"));
    EXPECT_THAT(page(test.unit, "/comments/" + id + "/answer"), HasSubstr("Lead member"));
    EXPECT_EQ(post(test.unit, "/comments", about + "&words=We+do&answers=" + id).status, 303);
    EXPECT_EQ(post(test.outsider, "/comments", about + "&words=No").status, 404);
    EXPECT_EQ(program.get(&test.outsider, "/comments/" + id + "/answer").status, 404);
    EXPECT_EQ(post(test.unit, "/comments/" + id + "/withdraw", "why=Not+mine").status, 404);
    EXPECT_EQ(post(test.reader, "/comments/" + id + "/withdraw", "why=").status, 422);
    EXPECT_EQ(post(test.reader, "/comments/" + id + "/withdraw", "why=Settled").status, 303);
    EXPECT_THAT(page(test.unit, "/actions/" + test.late.str()), HasSubstr("Withdrawn: Settled"));
    EXPECT_EQ(post(test.reader, "/comments", about + "&words=").status, 422);
}

/// What commented() finds beside the plan.
void add_one_of_each(Program& program) {
    program.test.in_one_transaction([&] {
        EXPECT_TRUE(agencies::add(program.test.db, program.test.unit,
                                  {.name = "IC24", .sector = "Health"}));
        EXPECT_TRUE(offices::add(program.test.db, program.test.unit,
                                 {.id = {}, .name = "Lead scrutineer"}));
        EXPECT_TRUE(groups::keep(program.test.db, program.test.unit, {.name = "Audit Group"}));
        EXPECT_TRUE(recommendations::add(program.test.db, program.test.unit,
                                         {.filing = {.title = "Record what children say"},
                                          .source = {.kind = recommendations::SourceKind::audit,
                                                     .document = "Audit",
                                                     .dated = "1 June 2025",
                                                     .words = "Record it."}}));
    });
}

/// Every kind of record that has comments, with an id of each and the page where they stand.
struct Commented {
    std::string kind, id, page;
};
std::vector<Commented> commented(Program& program) {
    const auto& test = program.test;
    const auto agency = agencies::list_agencies(program.test.db, test.unit).front().id.str();
    const auto office = partnership::list_offices(program.test.db, test.unit).front().id.str();
    const auto group = access::find_owner(program.test.db, "Audit Group")->id.str();
    const auto recommendation =
        recommendations::find_called(program.test.db, test.unit, "W-2026-001")->id.str();
    return {
        {"action", test.late.str(), "/actions/" + test.late.str()},
        {"plan", test.plan.id.str(), "/plans/" + test.plan.id.str() + "/comments"},
        {"section", test.families.id.str(), "/priorities/" + test.families.id.str()},
        {"objective", test.front_door.id.str(), "/objectives/" + test.front_door.id.str()},
        {"agency", agency, "/agencies/" + agency},
        {"office", office, "/offices/" + office},
        {"group", group, "/groups/" + group},
        {"recommendation", recommendation, "/recommendations/" + recommendation},
    };
}

TEST_F(Partnership, Every_kind_of_record_that_has_comments_shows_them_and_leads_back_to_them) {
    add_one_of_each(program);
    std::size_t kinds = 0;
    for (const auto& module : modules())
        for (const auto& record : module.records) kinds += record.has_comments;
    const auto all = commented(program);
    EXPECT_EQ(kinds, all.size());
    for (const auto& one : all) {
        SCOPED_TRACE(one.kind);
        program.test.now += std::chrono::seconds{1};
        const auto about = "kind=" + one.kind + "&record=" + one.id;
        EXPECT_THAT(page(test.unit, one.page), HasSubstr("Add this comment"));
        const auto said = post(test.unit, "/comments", about + "&words=Ask+%40Lead+member");
        const auto to = Program::header(said, "Location");
        EXPECT_TRUE(to.starts_with(one.page + "#comment-")) << to;
        EXPECT_THAT(page(test.unit, one.page), HasSubstr("Ask @Lead member"));
        EXPECT_THAT(page(test.reader, "/notices"), HasSubstr("href=\"" + to + "\""));
        EXPECT_EQ(post(test.outsider, "/comments", about + "&words=No").status, 404);
        if (one.kind == "agency" || one.kind == "office") continue; // their pages are about now
        EXPECT_THAT(page(test.unit, one.page + "?as-at=2025-12-01"),
                    Not(HasSubstr("Ask @Lead member")));
    }
}

TEST_F(Partnership, Plans_priorities_and_agencies_have_references_that_lead_to_them) {
    add_one_of_each(program);
    for (const auto& one : commented(program)) {
        if (one.kind == "objective" || one.kind == "office" || one.kind == "group") continue;
        SCOPED_TRACE(one.kind);
        const auto reference = references::of(program.test.db, one.kind, one.id);
        ASSERT_NE(reference, "");
        EXPECT_THAT(page(test.reader, one.page), HasSubstr(reference));
        const auto went = program.get(&test.reader, "/go?reference=" + reference);
        EXPECT_TRUE(one.page.starts_with(Program::header(went, "Location"))) << one.page;
        EXPECT_THAT(program.get(&test.outsider, "/go?reference=" + reference).body,
                    HasSubstr("Nothing that you may see is called"));
    }
    EXPECT_EQ(references::of(program.test.db, "section", test.adolescents.id.view()), "R-2026-001");
    EXPECT_EQ(references::of(program.test.db, "section", test.families.id.view()), "R-2026-002");
    EXPECT_THAT(page(test.unit, "/agencies.csv"), HasSubstr("M-2026-001"));
}

TEST_F(Partnership, Nothing_is_said_about_a_kind_without_comments_or_about_what_is_withdrawn) {
    EXPECT_EQ(post(test.unit, "/comments", "kind=term&record=1&words=No").status, 404);
    program.test.in_one_transaction(
        [&] { plan::withdraw_section(program.test.db, test.unit, test.families.id, "Gone"); });
    const auto address = "/priorities/" + test.families.id.str();
    EXPECT_THAT(page(test.unit, address), Not(HasSubstr("Add this comment")));
    const auto late = post(test.unit, "/comments",
                           "kind=section&record=" + test.families.id.str() + "&words=Too+late");
    EXPECT_EQ(late.status, 422);
    EXPECT_THAT(late.body, HasSubstr("This was withdrawn meanwhile"));
    EXPECT_THAT(late.body, HasSubstr("Too late"));
    EXPECT_THAT(page(test.unit, address), Not(HasSubstr("Too late")));
}

TEST_F(Partnership, Whoever_answers_for_a_record_is_told_of_a_comment_on_it) {
    const auto about = "kind=action&record=" + test.late.str() + "&words=How+is+it%3F";
    const auto to = Program::header(post(test.reader, "/comments", about), "Location");
    EXPECT_THAT(page(test.constable, "/notices"), HasSubstr("href=\"" + to + "\""));
    EXPECT_THAT(page(test.unit, "/notices"), Not(HasSubstr(to)));
}

} // namespace
} // namespace openmasa
