#include "plan/home/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::home {
namespace {

using plan::Status;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Day today = day(2026, 1, 22);
const auto constabulary = OwnerId::unchecked("01h000000000000constabulary");

WaitingAction action(std::string title, Status status, std::optional<Day> deadline) {
    static int made = 0;
    WaitingAction one;
    one.id = plan::ActionId::unchecked(std::to_string(10'000 + ++made) + "000000000000000000000");
    one.title = std::move(title);
    one.section = "Families First";
    one.owner = constabulary;
    one.owner_name = "Norfolk Constabulary";
    one.status = status;
    one.deadline = deadline;
    one.date_words = "Autumn 2025";
    one.date_kind = "season";
    one.in_all = 1;
    return one;
}

Home home(Reader reader) {
    Home made{.today = today, .reader = reader};
    made.plans = {plan::Plan{}};
    return made;
}

enum class When { overdue, soon, never };

plan::TallyGroup group(int actions, When when = When::overdue) {
    plan::TallyGroup made;
    made.status = Status::in_progress;
    made.actions = actions;
    if (when == When::overdue) made.overdue = actions;
    if (when == When::soon) made.soon = actions;
    return made;
}

std::vector<std::string> what(const Needs& needs) {
    std::vector<std::string> titles;
    for (const auto& need : needs.items) titles.push_back(need.what);
    return titles;
}

TEST(Needs, What_other_areas_ask_counts_with_its_day_for_everybody) {
    const FirstPageFact figures{.what = "3 figures are late, 1 more is due soon",
                                .why = "Norfolk Constabulary returns them.",
                                .href = "/returns/O",
                                .asked = 4,
                                .late = 3,
                                .asked_by = day(2026, 1, 11)};
    const FirstPageFact signature{.what = "The arrangements wait for your signature",
                                  .why = "You sign as Chair.",
                                  .href = "/arrangements/A/sign",
                                  .asked = 1};
    for (const auto reader :
         {Reader{.owns_actions = true}, Reader{.runs_the_plan = true}, Reader{}}) {
        auto own = home(reader);
        own.asked = {figures, signature};
        const auto needs = needs_of(own);
        EXPECT_EQ(needs.heading, "What needs you");
        EXPECT_EQ(needs.summary, "Five things, three of them late.");
        ASSERT_EQ(needs.items.size(), 2u);
        EXPECT_EQ(needs.items[0].when, "11 days late");
        EXPECT_EQ(needs.items[0].since, "since 11 Jan 2026");
        EXPECT_TRUE(needs.items[0].is_late);
        EXPECT_EQ(needs.items[1].href, "/arrangements/A/sign");
        EXPECT_EQ(needs.items[1].when, "");
    }
    auto soon = home({.owns_actions = true});
    soon.asked = {{.what = "1 figure is due soon",
                   .why = {},
                   .href = "/returns/O",
                   .asked = 1,
                   .asked_by = day(2026, 1, 30)}};
    const auto needs = needs_of(soon);
    EXPECT_EQ(needs.summary, "One thing.");
    EXPECT_EQ(needs.items[0].when, "30 Jan 2026");
    EXPECT_EQ(needs.items[0].since, "in 8 days");
    EXPECT_FALSE(needs.items[0].is_late);
}

TEST(Needs, An_answer_to_a_recommendation_that_is_owed_leads_to_its_page_and_counts) {
    auto own = home({.owns_actions = true});
    own.responses = {{.recommendation = "R",
                      .owner = "O",
                      .reference = "W-2026-014",
                      .title = "Record <b>& the voice",
                      .owner_name = "Norfolk Constabulary",
                      .asker = "Business unit",
                      .due = day(2026, 1, 20)},
                     {.recommendation = "S", .owner = "O", .due = day(2026, 1, 23)}};
    const auto needs = needs_of(own);
    ASSERT_EQ(needs.items.size(), 2u);
    EXPECT_EQ(needs.items[0].href, "/recommendations/R/answers/O");
    EXPECT_EQ(needs.items[0].what, "Say what was done about “Record <b>& the voice”");
    EXPECT_EQ(needs.items[0].since, "answer wanted 2 days ago");
    EXPECT_TRUE(needs.items[0].is_late);
    EXPECT_EQ(needs.items[1].since, "answer wanted tomorrow");
    EXPECT_EQ(needs.summary, "Two things, one of them late.");
}

TEST(Needs, A_step_that_comes_first_is_what_is_due) {
    auto own = home({.owns_actions = true});
    own.own = {action("Publish in three parts", Status::in_progress, day(2026, 6, 30))};
    own.own.front().next_step = day(2026, 1, 30);
    auto needs = needs_of(own);
    ASSERT_EQ(needs.items.size(), 1u);
    EXPECT_EQ(needs.items.front().when, "30 Jan 2026");
    EXPECT_EQ(needs.items.front().since, "next step, in 8 days");
    own.own.front().next_step = day(2026, 1, 19);
    needs = needs_of(own);
    EXPECT_EQ(needs.items.front().since, "next step, 3 days ago");
    EXPECT_FALSE(needs.items.front().is_late);
}

TEST(Needs, A_late_action_asks_its_owner_what_happened) {
    auto own = home({.owns_actions = true});
    own.own = {action("Map the priorities", Status::in_progress, day(2025, 11, 30))};
    own.own.front().last_update = day(2025, 10, 6);
    const auto needs = needs_of(own);
    ASSERT_EQ(needs.items.size(), 1u);
    const auto& need = needs.items.front();
    EXPECT_EQ(need.what, "Say what happened: Map the priorities");
    EXPECT_EQ(need.why, "Families First. The plan says “Autumn 2025”; nothing has been recorded "
                        "since 6 Oct 2025.");
    EXPECT_EQ(need.when, "53 days late");
    EXPECT_EQ(need.since, "since 30 Nov 2025");
    EXPECT_TRUE(need.is_late);
    EXPECT_EQ(needs.summary, "One thing, and it is late.");
}

TEST(Needs, What_is_due_says_the_day_and_how_far_off_it_is) {
    const auto in_days = [](Day deadline) {
        return when_of(action("A", Status::in_progress, deadline), today);
    };
    EXPECT_EQ(in_days(day(2026, 1, 30)).when, "30 Jan 2026");
    EXPECT_EQ(in_days(day(2026, 1, 30)).since, "in 8 days");
    EXPECT_EQ(in_days(day(2026, 1, 23)).since, "tomorrow");
    EXPECT_EQ(in_days(today).since, "today");
    EXPECT_FALSE(in_days(today).is_late);
}

TEST(Needs, What_has_no_end_is_never_late) {
    const auto need = when_of(action("A", Status::at_risk, {}), today);
    EXPECT_EQ(need.when, "At risk");
    EXPECT_EQ(need.since, "no end date");
    EXPECT_FALSE(need.is_late);
    auto undated = action("A", Status::at_risk, {});
    undated.date_kind = "unknown";
    EXPECT_EQ(when_of(undated, today).since, "no date");
}

TEST(Needs, Done_without_evidence_asks_to_show_it) {
    auto own = home({.owns_actions = true});
    own.own = {action("Hold a practice week", Status::done, day(2025, 10, 31))};
    const auto need = needs_of(own).items.front();
    EXPECT_EQ(need.what, "Show that it was done: Hold a practice week");
    EXPECT_THAT(need.why, HasSubstr("nothing shows it yet"));
    EXPECT_EQ(need.when, "Done");
    EXPECT_FALSE(need.is_late);
}

TEST(Needs, A_recurring_action_asks_for_an_update_late_or_not) {
    auto own = home({.owns_actions = true});
    own.own = {action("Report", Status::in_progress, day(2026, 1, 1)),
               action("Review", Status::in_progress, day(2026, 2, 1))};
    for (auto& one : own.own) one.date_kind = "recurring";
    EXPECT_THAT(what(needs_of(own)),
                ElementsAre("Record an update: Report", "Record an update: Review"));
}

TEST(Needs, What_the_page_has_no_room_for_is_a_link_to_the_owners_list) {
    auto own = home({.owns_actions = true});
    own.own = {action("Map", Status::at_risk, day(2026, 2, 1))};
    own.own.front().in_all = 24;
    const auto needs = needs_of(own);
    EXPECT_EQ(needs.items.back().what, "See all actions of Norfolk Constabulary");
    EXPECT_THAT(needs.items.back().href, HasSubstr("/actions?owner="));
    EXPECT_EQ(needs.summary, "24 things.");
}

TEST(Needs, With_nothing_to_do_it_says_so) {
    const auto needs = needs_of(home({.owns_actions = true}));
    EXPECT_EQ(needs.summary, "Nothing waits for you.");
    EXPECT_THAT(needs.items, IsEmpty());
}

TEST(Needs, The_business_unit_sees_documents_late_actions_and_gaps) {
    auto unit = home({.runs_the_plan = true});
    WaitingImport document;
    document.file_name = "plan.docx";
    document.who = "Business unit";
    unit.imports = {document};
    unit.of_plan = {action("Map", Status::in_progress, day(2025, 11, 30))};
    auto bare = group(6, When::never);
    bare.undated = 6;
    unit.groups = {group(1), bare};
    unit.groups[0].without_owner = 1;
    const auto needs = needs_of(unit);
    EXPECT_THAT(what(needs), ElementsAre("Look at “plan.docx” and save it", "Map",
                                         "Give 6 actions a date", "Find an owner for 1 action"));
    EXPECT_EQ(needs.summary, "Four things, one of them late.");
}

TEST(Needs, More_late_actions_than_shown_are_one_link) {
    auto unit = home({.runs_the_plan = true});
    for (int at = 0; at < most_late; ++at)
        unit.of_plan.push_back(action("Map", Status::in_progress, day(2025, 11, 30)));
    unit.groups = {group(17)};
    const auto needs = needs_of(unit);
    EXPECT_EQ(needs.items.size(), 6u);
    EXPECT_EQ(needs.items.back().what, "See all 17 late actions");
    EXPECT_THAT(needs.items.back().href, HasSubstr("?due=late"));
    EXPECT_EQ(needs.summary, "17 things, all of them late.");
}

TEST(Needs, Somebody_with_both_roles_meets_an_action_once) {
    auto both = home({.owns_actions = true, .runs_the_plan = true});
    both.own = {action("Map", Status::in_progress, day(2025, 11, 30))};
    both.of_plan = both.own;
    both.groups = {group(1)};
    const auto needs = needs_of(both);
    EXPECT_THAT(what(needs), ElementsAre("Say what happened: Map"));
    EXPECT_EQ(needs.summary, "One thing, and it is late.");
}

TEST(Needs, A_reader_is_asked_for_nothing_and_shown_what_is_late_or_due) {
    auto reader = home({});
    reader.of_plan = {action("Map", Status::in_progress, day(2025, 11, 30))};
    reader.of_plan.front().owner_name = "";
    reader.groups = {group(1), group(2, When::soon)};
    const auto needs = needs_of(reader);
    EXPECT_EQ(needs.heading, "What to look at");
    EXPECT_EQ(needs.summary,
              "Nothing waits for you. 1 action is late and 2 are due in the next 30 days.");
    EXPECT_THAT(what(needs),
                ElementsAre("Map", "See the late action", "See all 2 actions due in 30 days"));
    EXPECT_THAT(needs.items.front().why, HasSubstr("Families First, no owner."));
}

/// A plan that runs beside the first, and its late action.
const auto neglect = plan::PlanId::unchecked("01h000000000000000000neglect");

void add_neglect(Home& home, int late) {
    plan::Plan plan;
    plan.id = neglect;
    plan.title = "Neglect strategy";
    home.plans.push_back(plan);
    home.groups.push_back(group(late));
    home.groups.back().plan = neglect;
    home.of_plan.push_back(action("Visit", Status::in_progress, day(2025, 12, 31)));
    home.of_plan.back().plan = neglect;
}

TEST(Needs, What_waits_in_another_plan_says_which_and_links_to_its_own_rows) {
    auto unit = home({.runs_the_plan = true});
    unit.of_plan = {action("Map", Status::in_progress, day(2025, 11, 30))};
    unit.groups = {group(1)};
    unit.groups.front().undated = 1;
    add_neglect(unit, 2);
    unit.groups.back().undated = 2;
    const auto needs = needs_of(unit);
    EXPECT_THAT(what(needs),
                ElementsAre("Map", "Visit", "See all 2 late actions in “Neglect strategy”",
                            "Give 1 action a date in “”",
                            "Give 2 actions a date in “Neglect strategy”"));
    EXPECT_THAT(needs.items[0].why, testing::StartsWith("Families First, Norfolk Constabulary."));
    EXPECT_THAT(needs.items[1].why, testing::StartsWith("Neglect strategy, Families First, "));
    EXPECT_EQ(needs.items[2].href, "/plans/" + neglect.str() + "/actions?due=late");
    EXPECT_EQ(needs.summary, "Five things, three of them late.");
}

TEST(Needs, What_waits_in_many_plans_is_said_together) {
    auto unit = home({.runs_the_plan = true});
    unit.groups = {group(2)};
    for (std::size_t at = 0; at < most_plans_by_name; ++at) {
        plan::Plan plan;
        plan.id = plan::PlanId::unchecked(std::to_string(20'000 + at) + "000000000000000000000");
        unit.plans.push_back(plan);
        unit.groups.push_back(group(3));
        unit.groups.back().plan = plan.id;
        unit.groups.back().undated = 1;
    }
    const auto needs = needs_of(unit);
    EXPECT_THAT(what(needs),
                ElementsAre("See what is late in 6 plans", "Give 5 actions a date in 6 plans"));
    EXPECT_EQ(needs.items[0].href, "/plans");
    EXPECT_EQ(needs.items[1].href, "/gaps?gap=no-date");
    EXPECT_EQ(needs.summary, "18 things, 17 of them late.");
}

TEST(Needs, A_reader_is_led_only_to_the_plans_that_have_more_than_is_shown) {
    auto reader = home({});
    reader.of_plan = {action("Map", Status::in_progress, day(2025, 11, 30))};
    reader.groups = {group(1)};
    add_neglect(reader, 2);
    EXPECT_THAT(what(needs_of(reader)),
                ElementsAre("Map", "Visit", "See all 2 late actions in “Neglect strategy”"));
}

TEST(Needs, The_owner_with_more_in_two_plans_is_led_to_both) {
    auto own = home({.owns_actions = true});
    add_neglect(own, 0);
    own.own = {action("Map", Status::at_risk, day(2026, 2, 1)), own.of_plan.front()};
    own.own.front().in_all = 24;
    const auto needs = needs_of(own);
    EXPECT_EQ(needs.items.back().what,
              "See all actions of Norfolk Constabulary in “Neglect strategy”");
    EXPECT_TRUE(needs.items.back().leads_to_more);
    EXPECT_FALSE(needs.items.front().leads_to_more);
}

} // namespace
} // namespace openmasa::home
