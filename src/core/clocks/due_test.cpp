#include "core/clocks/due.hpp"
#include "core/clocks/rule_book.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace openmasa::clocks {
namespace {

using testing::HasSubstr;

const BankHolidays holidays;
const RuleBook book;

Due ask(std::string_view name, Day start, std::span<const Pause> pauses = {}) {
    return due(*book.find(name, start), start, holidays, pauses);
}

TEST(Due, Over_Christmas_by_hand_count) {
    EXPECT_EQ(ask("incident-notification", day(2024, 12, 20)).due, day(2024, 12, 31));
    EXPECT_EQ(ask("rapid-review", day(2024, 12, 20)).due, day(2025, 1, 15));
    EXPECT_EQ(ask("rapid-review", day(2025, 4, 17)).due, day(2025, 5, 13));
    EXPECT_EQ(ask("practice-review-advance-copy", day(2026, 1, 8)).due, day(2025, 12, 29));
    EXPECT_EQ(ask("practice-review-advance-copy", day(2025, 5, 7)).due, day(2025, 4, 25));
    EXPECT_EQ(ask("allegation-referral", day(2027, 12, 24)).due, day(2027, 12, 29));
}

TEST(Due, In_months_years_weeks_and_by_the_end_of_September) {
    EXPECT_EQ(ask("practice-review-publication", day(2025, 8, 31)).due, day(2026, 2, 28));
    EXPECT_EQ(ask("masa-review", day(2024, 11, 29)).due, day(2026, 11, 29));
    EXPECT_EQ(ask("masa-review", day(2028, 2, 29)).due, day(2030, 2, 28));
    EXPECT_EQ(ask("child-death-panel", day(2026, 1, 5)).due, day(2026, 2, 16));
    EXPECT_EQ(ask("agenda-out", day(2026, 3, 26)).due, day(2026, 2, 26));
    EXPECT_EQ(ask("annual-report-publication", day(2026, 3, 31)).due, day(2026, 9, 30));
    EXPECT_EQ(ask("annual-report-publication", day(2025, 4, 1)).due, day(2026, 9, 30));
}

TEST(Due, Hours_run_on_through_the_night_the_clocks_change) {
    const auto& rule = *book.find("child-death-notification", day(2026, 3, 28));
    const auto start = *moment_from_iso("2026-03-28T10:00:00.000Z"); // 10am, winter time
    const auto answer = due(rule, start, holidays);
    EXPECT_EQ(iso(*answer.due_at), "2026-03-30T10:00:00.000Z");
    EXPECT_THAT(in_words(answer), HasSubstr("30 March 2026, 11am"));
    EXPECT_EQ(ask("child-death-notification", day(2026, 3, 28)).due, day(2026, 3, 30));
}

TEST(Due, A_pause_moves_it_and_is_in_the_working) {
    const Pause pauses[] = {{day(2025, 3, 4), day(2025, 3, 6), "inquest"}};
    const auto paused = ask("incident-notification", day(2025, 3, 3), pauses);
    EXPECT_EQ(paused.due, day(2025, 3, 13));
    EXPECT_THAT(in_words(paused), HasSubstr("4 Mar 2025 (paused: inquest)"));
    const auto months = ask("practice-review-publication", day(2025, 1, 10), pauses);
    EXPECT_EQ(months.due, day(2025, 7, 13));
    EXPECT_THAT(in_words(months), HasSubstr("paused for 3 days"));
}

TEST(Due, The_rule_in_force_on_the_day_decides_and_is_named) {
    EXPECT_EQ(book.find("rapid-review", day(2022, 5, 1))->edition,
              "Working Together to Safeguard Children 2018");
    EXPECT_EQ(book.find("rapid-review", day(2023, 12, 15))->edition,
              "Working Together to Safeguard Children 2023");
    EXPECT_EQ(book.find("no-such-clock", day(2024, 1, 1)), nullptr);
    EXPECT_THAT(in_words(ask("annual-report-copies", day(2025, 9, 12))),
                HasSubstr("Check against current guidance."));
}

TEST(Due, The_working_says_which_bank_holidays_were_left_out) {
    const auto words = in_words(ask("rapid-review", day(2024, 12, 20)));
    EXPECT_THAT(words, HasSubstr("Rapid review sent to the Panel: Wednesday 15 January 2025"));
    EXPECT_THAT(words, HasSubstr("25 Dec 2024 (Christmas Day)"));
    EXPECT_THAT(words, HasSubstr("1 Jan 2025 (New Year's Day)"));
}

TEST(Rules, Of_one_name_follow_each_other_without_gap_or_overlap) {
    const Rule* before = nullptr;
    std::set<std::string_view> names;
    for (const auto& rule : book.rules()) {
        EXPECT_FALSE(rule.clause.empty() || rule.edition.empty() || rule.who.empty()) << rule.name;
        if (before && before->name == rule.name) {
            ASSERT_TRUE(before->to) << rule.name;
            EXPECT_EQ(*before->to + std::chrono::days{1}, rule.from) << rule.name;
        } else {
            EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " stands in two places";
        }
        before = &rule;
    }
    EXPECT_EQ(names.size(), 20u);
}

} // namespace
} // namespace openmasa::clocks
