#include "core/clocks/bank_holiday_list.hpp"
#include "kernel/test_repository.hpp"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

namespace openmasa::clocks {
namespace {

const std::filesystem::path published = in_repository("../shared/data/calendar/bank-holidays.json");

TEST(BankHolidayList, The_rule_and_its_exceptions_give_every_published_day) {
    if (!std::filesystem::exists(published)) GTEST_SKIP() << published << " is not on this machine";
    std::ifstream file(published);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto list = read_bank_holidays(text);
    ASSERT_TRUE(list);
    std::set<Day> days, ours;
    for (const auto& one : *list) days.insert(one.day);
    for (int year = 2012; year <= 2028; ++year)
        for (const auto& one : BankHolidays().of_year(year)) ours.insert(one.day);
    EXPECT_EQ(days.size(), 140u);
    EXPECT_EQ(days, ours);
}

TEST(BankHolidayList, Anything_else_is_refused_with_where_to_get_it) {
    for (const auto* text :
         {"", "{}", "[1]", "not json", R"({"england-and-wales": 7})",
          R"({"england-and-wales": {"events": []}})",
          R"({"england-and-wales": {"events": [{"title": "A", "date": "2026-02-30"}]}})",
          R"({"england-and-wales": {"events": [{"date": "2026-02-03"}]}})"}) {
        const auto list = read_bank_holidays(text);
        ASSERT_FALSE(list) << text;
        EXPECT_NE(list.refusal().problems.front().words.find("gov.uk"), std::string::npos);
    }
}

} // namespace
} // namespace openmasa::clocks
