#include "kernel/working_days.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa {
namespace {

const BankHolidays by_rule;

Day due(Day start, int amount) {
    return count_working_days(start, amount, by_rule).due;
}

// Counted by hand on a calendar.
TEST(WorkingDays, Over_Christmas_Easter_and_two_bank_holidays_in_May) {
    EXPECT_EQ(due(day(2024, 12, 20), 5), day(2024, 12, 31));
    EXPECT_EQ(due(day(2024, 12, 20), 15), day(2025, 1, 15));
    EXPECT_EQ(due(day(2025, 4, 12), 5), day(2025, 4, 22));
    EXPECT_EQ(due(day(2025, 4, 17), 15), day(2025, 5, 13));
    EXPECT_EQ(due(day(2026, 12, 18), 15), day(2027, 1, 13));
    EXPECT_EQ(due(day(2027, 12, 24), 1), day(2027, 12, 29));
}

TEST(WorkingDays, Backwards_from_a_publication) {
    EXPECT_EQ(due(day(2026, 1, 8), -7), day(2025, 12, 29));
    EXPECT_EQ(due(day(2025, 5, 7), -7), day(2025, 4, 25));
}

TEST(WorkingDays, Nought_is_the_day_itself_whatever_day_it_is) {
    EXPECT_EQ(due(day(2025, 4, 12), 0), day(2025, 4, 12));
    EXPECT_TRUE(count_working_days(day(2025, 4, 12), 0, by_rule).days.empty());
}

TEST(WorkingDays, The_working_names_every_day_that_did_not_count) {
    const auto count = count_working_days(day(2024, 12, 24), 2, by_rule);
    std::vector<std::string> said;
    for (const auto& one : count.days)
        said.push_back(one.number ? std::to_string(*one.number) : one.why_not);
    EXPECT_THAT(
        said, testing::ElementsAre("Christmas Day", "Boxing Day", "1", "Saturday", "Sunday", "2"));
}

TEST(WorkingDays, While_the_clock_stands_still_nothing_counts) {
    const Pause pauses[] = {{day(2025, 3, 4), day(2025, 3, 6), "inquest"}};
    const auto count = count_working_days(day(2025, 3, 3), 2, by_rule, pauses);
    EXPECT_EQ(count.due, day(2025, 3, 10));
    EXPECT_EQ(count.days.front().why_not, "paused: inquest");
    EXPECT_EQ(count_days(day(2025, 3, 3), 2, pauses).due, day(2025, 3, 8));
}

TEST(WorkingDays, There_and_back_is_where_one_began) {
    std::mt19937 random(20260122);
    for (int round = 0; round < 2000; ++round) {
        Day start = day(2012, 1, 1) + std::chrono::days{int(random() % 6000)};
        while (!why_not_working(start, by_rule).empty()) start += std::chrono::days{1};
        const int amount = int(random() % 80);
        const Day there = due(start, amount);
        EXPECT_EQ(why_not_working(there, by_rule), "") << iso(there);
        EXPECT_EQ(due(there, -amount), start) << iso(start) << " " << amount;
        EXPECT_LT(due(start, amount), due(start, amount + 1));
    }
}

TEST(Months, A_month_without_that_day_ends_on_its_last) {
    EXPECT_EQ(months_after(day(2025, 8, 31), 6), day(2026, 2, 28));
    EXPECT_EQ(months_after(day(2024, 1, 31), 1), day(2024, 2, 29));
    EXPECT_EQ(months_after(day(2026, 5, 31), -3), day(2026, 2, 28));
    EXPECT_EQ(months_after(day(2026, 1, 22), -3), day(2025, 10, 22));
}

} // namespace
} // namespace openmasa
