#include "kernel/overdue.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

const Day adopted = day(2025, 9, 1);

std::optional<Day> deadline_of(std::string_view words, Day last_update = adopted) {
    return deadline(understand_date(words), last_update);
}

TEST(Overdue, Is_from_the_day_after_the_latest_day) {
    const auto deadline = deadline_of("31 Oct 2025");
    EXPECT_EQ(due(deadline, day(2025, 10, 31)), Due::soon);
    EXPECT_EQ(due(deadline, day(2025, 11, 1)), Due::overdue);
    EXPECT_EQ(due(deadline_of("Autumn 2025"), day(2025, 11, 30)), Due::soon);
    EXPECT_EQ(due(deadline_of("Autumn 2025"), day(2025, 12, 1)), Due::overdue);
}

TEST(DueSoon, Is_within_the_30_days_before_the_latest_day) {
    const auto deadline = deadline_of("31 Oct 2025");
    EXPECT_EQ(due(deadline, day(2025, 9, 30)), Due::later);
    EXPECT_EQ(due(deadline, day(2025, 10, 1)), Due::soon);
}

TEST(NoEnd, From_ongoing_and_unknown_are_never_overdue) {
    for (const std::string_view words : {"From 1 Apr 2020", "Ongoing", "Dec 2020 - ongoing", "TBC",
                                         "Complete", "", "Ongoing July 2020"}) {
        EXPECT_EQ(deadline_of(words), std::nullopt) << words;
        EXPECT_EQ(due(deadline_of(words), day(2026, 1, 22)), Due::no_end) << words;
    }
}

TEST(Milestones, Are_overdue_after_the_last_of_them) {
    EXPECT_EQ(deadline_of("Nov 25/Jan 26"), day(2026, 1, 31));
}

TEST(Recurring, Is_overdue_when_a_period_has_passed_without_an_update) {
    EXPECT_EQ(deadline_of("Quarterly"), day(2025, 12, 1));
    EXPECT_EQ(due(deadline_of("Quarterly"), day(2025, 12, 2)), Due::overdue);
    EXPECT_EQ(deadline_of("Quarterly", day(2025, 11, 30)), day(2026, 2, 28));
}

TEST(Recurring, Is_counted_from_its_beginning) {
    EXPECT_EQ(deadline_of("Quarterly from April 2026"), day(2026, 7, 1));
    EXPECT_EQ(deadline_of("Quarterly from April 2026", day(2026, 6, 15)), day(2026, 9, 15));
}

TEST(Recurring, Is_overdue_at_the_latest_when_it_ends) {
    EXPECT_EQ(deadline_of("Quarterly until November 2025"), day(2025, 11, 30));
}

} // namespace
} // namespace openmasa
