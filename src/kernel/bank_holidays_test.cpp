#include "kernel/bank_holidays.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

const BankHolidays by_rule;

TEST(BankHolidays, Come_on_their_days) {
    EXPECT_EQ(by_rule.name_of(day(2026, 4, 3)), "Good Friday");
    EXPECT_EQ(by_rule.name_of(day(2026, 4, 6)), "Easter Monday");
    EXPECT_EQ(by_rule.name_of(day(2026, 8, 31)), "Summer bank holiday");
    EXPECT_EQ(by_rule.name_of(day(2026, 8, 30)), "");
    EXPECT_EQ(by_rule.of_year(2026).size(), 8u);
}

TEST(BankHolidays, On_a_weekend_the_next_free_weekday_is_given) {
    EXPECT_EQ(by_rule.name_of(day(2022, 1, 3)), "New Year's Day");
    EXPECT_EQ(by_rule.name_of(day(2022, 1, 1)), "");
    // Christmas Day on a Friday, a Saturday, a Sunday.
    EXPECT_EQ(by_rule.name_of(day(2026, 12, 25)), "Christmas Day");
    EXPECT_EQ(by_rule.name_of(day(2026, 12, 28)), "Boxing Day");
    EXPECT_EQ(by_rule.name_of(day(2027, 12, 27)), "Christmas Day");
    EXPECT_EQ(by_rule.name_of(day(2027, 12, 28)), "Boxing Day");
    EXPECT_EQ(by_rule.name_of(day(2022, 12, 26)), "Boxing Day");
    EXPECT_EQ(by_rule.name_of(day(2022, 12, 27)), "Christmas Day");
}

TEST(BankHolidays, Days_given_or_moved_once_are_known) {
    EXPECT_EQ(by_rule.name_of(day(2020, 5, 4)), "");
    EXPECT_NE(by_rule.name_of(day(2020, 5, 8)), "");
    EXPECT_NE(by_rule.name_of(day(2022, 9, 19)), "");
    EXPECT_NE(by_rule.name_of(day(2023, 5, 8)), "");
    EXPECT_EQ(by_rule.of_year(2022).size(), 10u);
}

TEST(BankHolidays, A_published_list_holds_in_the_years_it_covers) {
    const BankHolidays holidays(
        {{day(2030, 1, 1), "New Year's Day"}, {day(2030, 6, 3), "A new one"}});
    EXPECT_EQ(holidays.name_of(day(2030, 6, 3)), "A new one");
    EXPECT_EQ(holidays.name_of(day(2030, 12, 25)), "");
    EXPECT_EQ(holidays.name_of(day(2031, 12, 25)), "Christmas Day");
}

} // namespace
} // namespace openmasa
