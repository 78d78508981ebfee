#include "plan/test_plan.hpp"
#include "plan/year/board.hpp"
#include "plan/year/module.hpp"
#include <gmock/gmock.h>

namespace openmasa::year {
namespace {

using plan::Status;
using plan::TestPlan;
using testing::HasSubstr;
using testing::Not;

std::string page_for(TestPlan& test, const Scope& who, std::string_view below) {
    const auto response =
        test.get(module(), who, "/plans/" + test.plan.id.str() + std::string(below));
    return response.status == 200 ? response.body : std::to_string(response.status);
}
std::string page(TestPlan& test, std::string_view below) {
    return page_for(test, test.reader, below);
}

/// The part of a page from one text on to another.
std::string part(const std::string& page, std::string_view from, std::string_view to) {
    const auto start = page.find(from);
    if (start == page.npos) return {};
    return page.substr(start, page.find(to, start) - start);
}
std::string row(const std::string& page, std::string_view reference) {
    return part(page, "<span class=\"om-lane__ref\">" + std::string(reference) + "</span>",
                "</tr>");
}
int times(const std::string& page, std::string_view words) {
    int count = 0;
    for (auto at = page.find(words); at != page.npos; at = page.find(words, at + 1)) ++count;
    return count;
}

TEST(Timeline, draws_each_action_that_has_a_date_and_says_the_date_beside_it) {
    TestPlan test;
    const auto text = page(test, "/timeline");
    EXPECT_THAT(text, HasSubstr("April 2025 to March 2026"));
    EXPECT_THAT(text, HasSubstr("9 of 11 actions are drawn."));
    const auto late = row(text, "VA 1");
    EXPECT_THAT(late, HasSubstr("om-span--late"));
    EXPECT_THAT(late, HasSubstr("om-overdue"));
    EXPECT_THAT(late, HasSubstr("href=\"/actions/" + test.late.str() + "\""));
    EXPECT_THAT(late, HasSubstr("Autumn 2025"));
    EXPECT_THAT(late, HasSubstr("53 days late"));
    EXPECT_THAT(row(text, "VA 3"), HasSubstr("href=\"#om-tick\""));
    EXPECT_THAT(row(text, "FF 1"), HasSubstr("href=\"#om-sign-done\""));
    EXPECT_THAT(text, Not(HasSubstr("Count the leaflets")));
}

TEST(Timeline, says_what_has_no_date) {
    TestPlan test;
    const auto text = page(test, "/timeline");
    EXPECT_THAT(text, HasSubstr("Two have no date"));
    const auto undated = part(text, "id=\"undated\"", "</section>");
    EXPECT_THAT(undated, HasSubstr("Write guidance"));
    EXPECT_THAT(undated, HasSubstr("left blank, no owner, not started"));
    EXPECT_THAT(undated, HasSubstr("\u201cTBC\u201d"));
    EXPECT_THAT(row(text, "VA 6"), Not(HasSubstr("<use")));
}

TEST(Timeline, counts_what_is_outside_its_months_and_still_draws_what_is_late) {
    TestPlan test;
    const auto text = page(test, "/timeline?from=2026-01&months=3");
    EXPECT_THAT(text, HasSubstr("January 2026 to March 2026"));
    EXPECT_THAT(text, HasSubstr("were over before these months."));
    EXPECT_THAT(row(text, "VA 1"), HasSubstr("href=\"#om-earlier\""));
    EXPECT_THAT(text, Not(HasSubstr("Set up the working group")));
}

TEST(Timeline, shows_only_what_its_address_chooses_and_the_way_back) {
    TestPlan test;
    const auto text = page(test, "/timeline?open=only&priority=" + test.families.id.str());
    EXPECT_THAT(text, HasSubstr("Only Families First, what is open."));
    EXPECT_THAT(text, HasSubstr("Show every action"));
    EXPECT_THAT(text, HasSubstr("Map the processes"));
    EXPECT_THAT(text, Not(HasSubstr("Set up the working group")));
    EXPECT_THAT(text, Not(HasSubstr("Train every officer")));
    EXPECT_THAT(page(test, "/timeline?owner=none"), HasSubstr("Nothing falls in these months."));
}

TEST(Timeline, marks_the_steps_of_an_action) {
    TestPlan test;
    plan::Step draft, agree;
    draft.id = test.unit.new_id<plan::StepId>();
    draft.date_words = "Dec 2025";
    draft.earliest = draft.latest = day(2025, 12, 31);
    draft.done_on = day(2025, 12, 20);
    agree = draft;
    agree.id = test.unit.new_id<plan::StepId>();
    agree.latest = agree.earliest = day(2026, 1, 31);
    agree.done_on.reset();
    test.in_one_transaction([&] {
        plan::save_steps(test.db, test.unit, test.with_steps, {draft, agree});
    });
    const auto steps = row(page(test, "/timeline"), "FF 5");
    EXPECT_THAT(steps, HasSubstr("href=\"#om-step-done\""));
    EXPECT_THAT(steps, HasSubstr("href=\"#om-step\""));
    EXPECT_THAT(steps, HasSubstr("class=\"om-tie\""));
}

TEST(Timeline, says_and_draws_what_an_action_waits_for_and_what_comes_too_late) {
    TestPlan test;
    EXPECT_THAT(page(test, "/timeline"), Not(HasSubstr("waits until then")));
    test.in_one_transaction([&] {
        auto action = *plan::find_action(test.db, test.unit, test.soon);
        action.waits_for = test.at_risk.str() + " " + test.done.str();
        EXPECT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
    });
    const auto text = page(test, "/timeline");
    const auto waiting = row(text, "VA 2");
    EXPECT_THAT(waiting, HasSubstr("href=\"/actions/" + test.at_risk.str() + "\">VA 4</a>"));
    EXPECT_THAT(waiting, HasSubstr("due later: 31 Mar 2026"));
    EXPECT_THAT(waiting, Not(HasSubstr(test.done.str()))) << "nothing waits for what is done";
    EXPECT_THAT(waiting, HasSubstr("href=\"#om-gate-late\""));
    EXPECT_THAT(text, HasSubstr("waits until then"));
}

TEST(Timeline, names_the_paper_that_it_is_asked_for) {
    TestPlan test;
    EXPECT_THAT(page(test, "/timeline?paper=a3"), HasSubstr("om-paper--a3"));
    EXPECT_THAT(page(test, "/timeline"), Not(HasSubstr("Ready for")));
}

TEST(Timeline, escapes_what_people_wrote) {
    TestPlan test;
    for (auto below : {"/timeline", "/year", "/board"}) {
        const auto text = page(test, below);
        EXPECT_THAT(text, HasSubstr("Business plan &lt;b&gt;&amp; 2025 to 2026")) << below;
        EXPECT_THAT(text, Not(HasSubstr("partners<b>"))) << below;
        EXPECT_THAT(text, Not(HasSubstr("Map <b>"))) << below;
    }
}

TEST(Pictures, are_not_there_for_who_may_not_read_the_plan) {
    TestPlan test;
    for (auto below : {"/timeline", "/year", "/board"})
        EXPECT_EQ(page_for(test, test.outsider, below), "404") << below;
}

TEST(Pictures, of_a_plan_that_is_not_there_are_not_there) {
    TestPlan test;
    test.plan.id = test.unit.new_id<plan::PlanId>();
    for (auto below : {"/timeline", "/year", "/board"})
        EXPECT_THAT(page(test, below), HasSubstr("404")) << below;
}

TEST(Board, has_a_column_for_each_status_with_its_count) {
    TestPlan test;
    const auto text = page(test, "/board");
    const auto progress = part(text, "id=\"column-in_progress\"", "</section>");
    EXPECT_THAT(progress, HasSubstr("status=in_progress\">4</a>"));
    EXPECT_THAT(progress, HasSubstr("Map &lt;b&gt;&amp; partners"));
    EXPECT_THAT(progress, HasSubstr("53 days late"));
    EXPECT_THAT(part(text, "id=\"column-stopped\"", "</section>"),
                HasSubstr("The money went elsewhere"));
    EXPECT_THAT(part(text, "id=\"column-done\"", "</section>"), HasSubstr("Done, no evidence"));
    EXPECT_THAT(part(text, "id=\"column-not_started\"", "</section>"), HasSubstr("No date"));
}

TEST(Board, shows_the_first_of_many_and_leads_to_all) {
    TestPlan test;
    test.in_one_transaction([&] {
        for (int number = 0; number < most_cards; ++number)
            test.add(test.families, test.family_plan, {}, {"One more", "", Status::at_risk});
    });
    const auto column = part(page(test, "/board"), "id=\"column-at_risk\"", "</section>");
    EXPECT_EQ(times(column, "om-card__title"), most_cards);
    EXPECT_THAT(column, HasSubstr("status=at_risk\">All 13</a>"));
    EXPECT_THAT(column, HasSubstr("Train every officer")); // what is due comes first
}

TEST(Board, leads_to_record_progress_only_for_those_who_may) {
    TestPlan test;
    EXPECT_THAT(page(test, "/board"), Not(HasSubstr("Record progress")));
    const auto unit = page_for(test, test.unit, "/board");
    EXPECT_THAT(unit, HasSubstr("/actions/" + test.late.str() + "/progress"));
    EXPECT_THAT(unit, Not(HasSubstr("/actions/" + test.done.str() + "/progress")));
    const auto constable = page_for(test, test.constable, "/board");
    EXPECT_THAT(constable, HasSubstr("/actions/" + test.late.str() + "/progress"));
    EXPECT_THAT(constable, Not(HasSubstr("/actions/" + test.with_steps.str() + "/progress")));
}

TEST(Board, shows_only_what_its_address_chooses) {
    TestPlan test;
    const auto text = page(test, "/board?owner=" + test.services.str());
    EXPECT_THAT(text, HasSubstr("Only Children&#39;s Services."));
    EXPECT_THAT(text, Not(HasSubstr("Train every officer")));
    EXPECT_THAT(text, HasSubstr("status=stopped&amp;owner=" + test.services.str()));
}

} // namespace
} // namespace openmasa::year
