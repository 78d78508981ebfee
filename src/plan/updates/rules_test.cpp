#include "plan/updates/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::updates {
namespace {

using testing::ElementsAre;

const Day today = day(2026, 1, 22); // a Thursday
const auto police = OwnerId::unchecked("01h000000000000constabulary");
const auto council = OwnerId::unchecked("01h0000000000000000council0");

OpenAction action(const OwnerId& owner, std::optional<Day> deadline, Day last_news) {
    return {.id = {},
            .section = {},
            .objective = {},
            .section_owner = {},
            .owner = owner,
            .owner_name = owner == police ? "Police" : "Council",
            .deadline = deadline,
            .next_step = {},
            .last_news = last_news};
}

Choice choice_of(std::string which) {
    auto choice = usual_choice(today, {});
    choice.owners = {police.str()};
    choice.which = std::move(which);
    return choice;
}

std::vector<std::string> fields(const std::vector<Problem>& problems) {
    std::vector<std::string> names;
    for (const auto& problem : problems) names.push_back(problem.field);
    return names;
}

TEST(UpdateRules, Ten_working_days_are_given_unless_somebody_chooses_another_day) {
    EXPECT_EQ(usual_choice(today, {}).answer_by, "5 Feb 2026");
    EXPECT_EQ(usual_choice(day(2026, 3, 27), {}).answer_by, "14 Apr 2026")
        << "Good Friday and Easter Monday do not count";
}

TEST(UpdateRules, Who_has_something_silent_or_due_within_sixty_days_comes_ticked) {
    const auto all = candidates({action(police, day(2026, 12, 1), day(2026, 1, 20)),
                                 action(police, day(2025, 12, 1), day(2025, 10, 1)),
                                 action(council, day(2026, 12, 1), day(2026, 1, 20))},
                                today);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].open, 2);
    EXPECT_EQ(all[0].silent, 1);
    EXPECT_EQ(all[0].late, 1);
    EXPECT_TRUE(all[0].is_ticked);
    EXPECT_FALSE(all[1].is_ticked);
    const auto due = [](Day deadline) {
        return candidates({action(police, deadline, today)}, today).front().is_ticked;
    };
    EXPECT_TRUE(due(today + std::chrono::days{60}));
    EXPECT_FALSE(due(today + std::chrono::days{61}));
}

TEST(UpdateRules, What_is_missing_is_refused_with_its_field) {
    EXPECT_THAT(fields(problems_with(choice_of("open"), today)), ElementsAre());
    EXPECT_THAT(fields(problems_with({.owners = {}, .which = "what"}, today)),
                ElementsAre("owner", "which", "answer_by"));
    auto choice = choice_of("silent");
    choice.since = "spring";
    choice.answer_by = "22 January 2026";
    EXPECT_THAT(fields(problems_with(choice, today)), ElementsAre("since", "answer_by"));
    choice = choice_of("due");
    choice.by = "";
    choice.answer_by = "1 May 2026";
    EXPECT_THAT(fields(problems_with(choice, today)), ElementsAre("by", "answer_by"));
}

TEST(UpdateRules, Only_the_actions_that_were_meant_are_chosen) {
    const std::vector<OpenAction> all{action(police, day(2026, 12, 1), day(2025, 10, 1)),
                                      action(police, day(2026, 2, 1), day(2026, 1, 20)),
                                      action(council, day(2026, 2, 1), day(2025, 10, 1))};
    EXPECT_EQ(chosen(all, choice_of("open")).size(), 2u);
    const auto silent = chosen(all, choice_of("silent"));
    ASSERT_EQ(silent.size(), 1u);
    EXPECT_EQ(silent[0].deadline, day(2026, 12, 1));
    const auto due = chosen(all, choice_of("due"));
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].deadline, day(2026, 2, 1));
}

TEST(UpdateRules, Two_working_days_before_and_once_when_it_is_late) {
    Request request;
    request.asked_at = london_moment(day(2026, 1, 22), std::chrono::minutes{600});
    request.answer_by = day(2026, 2, 2); // a Monday
    const auto stage = [&](Day day) { return stage_of(request, day, {}); };
    EXPECT_EQ(stage(day(2026, 1, 28)), Stage::none);
    EXPECT_EQ(stage(day(2026, 1, 29)), Stage::soon) << "Thursday, two working days before";
    EXPECT_EQ(stage(day(2026, 2, 2)), Stage::soon);
    EXPECT_EQ(stage(day(2026, 2, 3)), Stage::late);
    request.answer_by = day(2026, 1, 23);
    EXPECT_EQ(stage(today), Stage::none) << "the day on which it was asked";
    request.closed_at = request.asked_at;
    EXPECT_EQ(stage(day(2026, 2, 3)), Stage::none);
}

TEST(UpdateRules, A_link_works_for_four_weeks_after_the_day_and_two_at_least) {
    EXPECT_EQ(days_of_link(today + std::chrono::days{14}, today), 42);
    EXPECT_EQ(days_of_link(today - std::chrono::days{60}, today), 14);
    EXPECT_EQ(days_of_link(today + std::chrono::days{80}, today), 90);
}

TEST(UpdateRules, The_most_urgent_comes_first_and_its_priority_before_others) {
    const auto asked = [](const char* reference, const char* section, std::optional<Day> deadline) {
        Asked one{};
        one.reference = reference;
        one.section = plan::SectionId::unchecked(section);
        one.deadline = deadline;
        return one;
    };
    const auto *first = "01h00000000000000000000001", *second = "01h00000000000000000000002";
    std::vector<Asked> all{asked("A 1", first, std::nullopt), asked("A 2", first, day(2026, 3, 1)),
                           asked("B 1", second, day(2026, 2, 1)),
                           asked("B 2", second, day(2025, 12, 1))};
    put_urgent_first(all, today);
    std::vector<std::string> order;
    for (const auto& one : all) order.push_back(one.reference);
    EXPECT_THAT(order, ElementsAre("B 2", "B 1", "A 2", "A 1"));
}

} // namespace
} // namespace openmasa::updates
