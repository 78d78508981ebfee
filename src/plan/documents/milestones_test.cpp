#include "core/access/secret.hpp"
#include "core/documents/test_calendar.hpp"
#include "plan/documents/milestones.hpp"
#include "plan/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan_documents {
namespace {

using documents::test::Properties;
using plan::Action;
using plan::Status;
using testing::HasSubstr;

const auto adopted = day(2026, 1, 15);

template<class SomeId> SomeId new_id() {
    return SomeId::make(Moment{}, system_randomness());
}

Action action_due(const std::string& words, Status status = Status::in_progress) {
    Action action;
    action.id = new_id<plan::ActionId>();
    action.reference = "VA 1";
    action.title = "Train every officer";
    action.target = plan::target_day(understand_date(words));
    action.status = status;
    action.adopted_on = adopted;
    action.deadline = plan::deadline_of(action.target, adopted, {});
    return action;
}

std::vector<Properties> events_of(const Milestones& milestones) {
    return documents::test::read_calendar(documents::write_calendar(calendar_of(milestones)))
        .events;
}
std::vector<Properties> events_of(const Action& action, std::vector<PlanStep> steps = {}) {
    return events_of(
        {.document = {.plan = {.id = new_id<plan::PlanId>(), .title = "Plan"}, .actions = {action}},
         .steps = std::move(steps)});
}

TEST(Milestones, Stand_on_the_last_day_that_their_words_can_mean) {
    const auto day_of = [](const char* words) {
        const auto events = events_of(action_due(words));
        return events.size() == 1 ? events[0].at("DTSTART;VALUE=DATE") : "(no event)";
    };
    EXPECT_EQ(day_of("30 January 2026"), "20260130");
    EXPECT_EQ(day_of("Nov 2026"), "20261130");
    EXPECT_EQ(day_of("Autumn 2026"), "20261130");
    EXPECT_EQ(day_of("Jan \u2013 Apr 2027"), "20270430");
    EXPECT_EQ(day_of("Sep 26 \u2013 Feb 27"), "20270228");
}

TEST(Milestones, Without_a_day_are_in_no_calendar) {
    for (const auto* words : {"", "TBC", "Ongoing", "as soon as possible"})
        EXPECT_TRUE(events_of(action_due(words)).empty()) << words;
}

TEST(Milestones, What_has_a_beginning_and_no_end_stands_on_its_first_day_and_says_so) {
    const auto events = events_of(action_due("From 1 Apr 2027"));
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].at("DTSTART;VALUE=DATE"), "20270401");
    EXPECT_EQ(events[0].at("SUMMARY"), "VA 1 Begins: Train every officer");
}

TEST(Milestones, What_recurs_stands_where_it_is_due_next_and_comes_again) {
    const auto events = events_of(action_due("Quarterly"));
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].at("DTSTART;VALUE=DATE"), "20260415");
    EXPECT_EQ(events[0].at("RRULE"), "FREQ=MONTHLY;INTERVAL=3");
}

TEST(Milestones, What_is_finished_is_on_no_day) {
    for (const auto status : {Status::done, Status::stopped})
        EXPECT_TRUE(events_of(action_due("30 January 2026", status)).empty());
}

TEST(Milestones, Of_several_dates_each_step_that_is_not_done_stands_on_its_own) {
    auto action = action_due("30 Jun 2026\n30 Sep 2026\n31 Dec 2026");
    action.steps = 3;
    const auto step = [&](const char* words, Day latest, std::optional<Day> done = {}) {
        return PlanStep{.action = action.id,
                        .id = new_id<plan::StepId>(),
                        .words = words,
                        .date_words = "x",
                        .date_meaning = {},
                        .earliest = latest,
                        .latest = latest,
                        .done_on = done};
    };
    const auto events =
        events_of(action, {step("Agree it", day(2026, 6, 30), day(2026, 6, 1)),
                           step("Try it", day(2026, 9, 30)), step("", day(2026, 12, 31))});
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].at("SUMMARY"), "VA 1 Try it");
    EXPECT_THAT(events[0].at("DESCRIPTION"), HasSubstr("Step 2 of 3"));
    EXPECT_EQ(events[1].at("SUMMARY"), "VA 1 Train every officer (step 3)");
    EXPECT_EQ(events[1].at("DTSTART;VALUE=DATE"), "20261231");
}

TEST(Milestones, Keep_their_name_when_their_words_and_dates_change) {
    auto action = action_due("30 January 2026");
    const auto before = events_of(action).at(0).at("UID");
    action.title = "Train everybody";
    action.target = plan::target_day(understand_date("31 March 2026"));
    action.deadline = day(2026, 3, 31);
    EXPECT_EQ(events_of(action).at(0).at("UID"), before);
}

TEST(Milestones, Say_the_words_of_the_plan_beside_their_meaning) {
    auto action = action_due("Autumn 2026");
    action.owner_name = "Norfolk Constabulary; Norwich, all";
    const auto words = events_of(action).at(0).at("DESCRIPTION");
    EXPECT_THAT(words, HasSubstr("Autumn 2026: 1 Sep to 30 Nov 2026"));
    EXPECT_THAT(words, HasSubstr("Owner: Norfolk Constabulary; Norwich, all"));
}

} // namespace
} // namespace openmasa::plan_documents
