#include "plan/editions/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::editions {
namespace {

using testing::ElementsAre, testing::IsEmpty;

std::string next(std::string_view period) {
    return years_later(period, years_of(period, ""));
}

TEST(NextEdition, Its_period_begins_where_the_one_before_ends) {
    EXPECT_EQ(next("2025-26"), "2026-27");
    EXPECT_EQ(next("2025/26"), "2026/27");
    EXPECT_EQ(next("2025\u201326"), "2026\u201327");
    EXPECT_EQ(next("2025-2026"), "2026-2027");
    EXPECT_EQ(next("2025 to 2026"), "2026 to 2027");
    EXPECT_EQ(next("April 2025 to March 2026"), "April 2026 to March 2027");
    EXPECT_EQ(next("2025"), "2026");
}

TEST(NextEdition, One_of_several_years_is_followed_by_as_many) {
    EXPECT_EQ(next("2023 to 2026"), "2026 to 2029");
    EXPECT_EQ(next("2023-26"), "2026-29");
}

TEST(NextEdition, A_century_ends) {
    EXPECT_EQ(next("2098-99"), "2099-00");
    EXPECT_EQ(next("2099-00"), "2100-01");
}

TEST(NextEdition, What_names_no_year_stays_as_it_is) {
    EXPECT_EQ(next(""), "");
    EXPECT_EQ(next("Until further notice"), "Until further notice");
    EXPECT_EQ(years_later("Room 12345, 99 actions, 2025-267", 1),
              "Room 12345, 99 actions, 2026-267");
}

TEST(NextEdition, The_years_of_the_title_are_counted_where_the_period_says_none) {
    EXPECT_EQ(years_of("", "Strategy 2023-26"), 3);
    EXPECT_EQ(years_of("2025-26", "Strategy 2023-26"), 1);
    EXPECT_EQ(years_later("Business plan 2025 to 2026", 1), "Business plan 2026 to 2027");
}

/// One priority with an action of each kind that matters here.
struct OnePriority {
    OnePriority() {
        edition.plan.title = "Business plan 2025-26";
        edition.plan.period = "2025-26";
        plan::Section section;
        section.id = *plan::SectionId::parse("01h00000000000000000000sec");
        section.name = "Neglect";
        edition.sections = {section};
        plan::Action action;
        action.id = *plan::ActionId::parse("01h00000000000000000000act");
        action.section = section.id;
        action.reference = "NE 1";
        edition.actions = {action};
    }
    plan::Action& action() { return edition.actions.front(); }
    MakeNext chosen() const { return proposed(edition); }
    std::vector<std::string> fields(const MakeNext& command) const {
        std::vector<std::string> names;
        for (const auto& problem : problems_with(command, edition)) names.push_back(problem.field);
        return names;
    }
    Edition edition;
};

TEST(NextEdition, What_is_proposed_can_be_made_as_it_is) {
    OnePriority one;
    const auto command = one.chosen();
    EXPECT_EQ(command.title, "Business plan 2026-27");
    EXPECT_EQ(command.period, "2026-27");
    ASSERT_EQ(command.actions.size(), 1u);
    EXPECT_EQ(command.actions.front().fate, Fate::carry);
    EXPECT_EQ(command.priorities.front().course, Course::carry);
    EXPECT_THAT(one.fields(command), IsEmpty());
}

TEST(NextEdition, An_action_with_all_its_steps_done_is_proposed_as_done_and_a_finished_one_not) {
    OnePriority one;
    one.action().steps = one.action().steps_done = 2;
    EXPECT_EQ(one.chosen().actions.front().fate, Fate::done);
    one.action().status = plan::Status::stopped;
    EXPECT_THAT(one.chosen().actions, IsEmpty());
}

TEST(NextEdition, A_priority_that_stepped_down_is_proposed_as_business_as_usual) {
    OnePriority one;
    one.edition.sections.front().stepped_down_on = day(2026, 1, 12);
    one.edition.sections.front().stepped_down_why = "Ordinary work now";
    EXPECT_EQ(one.chosen().priorities.front().course, Course::step_down);
    EXPECT_THAT(one.fields(one.chosen()), IsEmpty());
}

TEST(NextEdition, What_is_left_or_steps_down_says_why_and_everything_is_said_at_once) {
    OnePriority one;
    auto command = one.chosen();
    command.title = " ";
    command.priorities.front().course = Course::step_down;
    command.actions.front().fate = Fate::leave;
    EXPECT_THAT(one.fields(command), ElementsAre("title", "course-why-01h00000000000000000000sec",
                                                 "why-01h00000000000000000000act"));
}

TEST(NextEdition, With_a_priority_that_is_left_its_actions_are_left_for_the_same_reason) {
    OnePriority one;
    auto command = one.chosen();
    auto& priority = command.priorities.front();
    auto& action = command.actions.front();
    priority.course = Course::leave;
    priority.why = " The money ended ";
    EXPECT_THAT(one.fields(command), IsEmpty());
    EXPECT_EQ(fate_of(action, priority), Fate::leave);
    EXPECT_EQ(why_left(action, priority), "The money ended");
    action.why = "Others do it";
    EXPECT_EQ(why_left(action, priority), "Others do it");
    action.fate = Fate::done;
    EXPECT_EQ(fate_of(action, priority), Fate::done);
}

TEST(NextEdition, Nothing_chosen_is_asked_for) {
    OnePriority one;
    auto command = one.chosen();
    command.priorities.front().course.reset();
    command.actions.front().fate.reset();
    EXPECT_THAT(one.fields(command), ElementsAre("course-01h00000000000000000000sec",
                                                 "fate-01h00000000000000000000act"));
}

TEST(NextEdition, A_date_goes_on_while_it_is_to_come_and_another_one_must_be_a_date) {
    OnePriority one;
    const auto today = day(2026, 6, 12);
    one.action().target = plan::target_day(understand_date("30 September 2026"));
    EXPECT_EQ(next_target(one.action(), "", today).words, "30 September 2026");
    one.action().target = plan::target_day(understand_date("31 March 2026"));
    EXPECT_EQ(next_target(one.action(), "", today).words, "");
    EXPECT_EQ(next_target(one.action(), "Autumn 2026", today).latest, day(2026, 11, 30));
    one.action().target = plan::target_day(understand_date("Quarterly"));
    EXPECT_EQ(next_target(one.action(), "", today).words, "Quarterly");
    auto command = one.chosen();
    command.actions.front().date_words = "when we can";
    EXPECT_THAT(one.fields(command), ElementsAre("date-01h00000000000000000000act"));
    command.actions.front().date_words = "Autumn 2026";
    EXPECT_THAT(one.fields(command), IsEmpty());
}

TEST(NextEdition, It_has_another_title_or_another_period_than_the_one_before) {
    OnePriority one;
    auto command = one.chosen();
    command.title = one.edition.plan.title;
    EXPECT_THAT(one.fields(command), IsEmpty());
    command.period = one.edition.plan.period;
    EXPECT_THAT(one.fields(command), ElementsAre("title"));
}

} // namespace
} // namespace openmasa::editions
