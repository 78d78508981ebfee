// What is owed on a day and how it stands; nothing but values.
#include "intelligence/returns/rules.hpp"
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using std::chrono::hours;

OwedFigure owed(Day due, const ReturnedFigure* figure = nullptr) {
    return {.period = FigurePeriod::of_month(2026, 1), .due = due, .figure = figure};
}

TEST(ReturnsCalendar, On_its_day_a_figure_is_in_time_and_a_day_after_it_is_late) {
    const auto due = day(2026, 2, 15);
    EXPECT_EQ(state_of(owed(due), day(2026, 1, 31)), ReturnState::not_due);
    EXPECT_EQ(state_of(owed(due), day(2026, 2, 1)), ReturnState::due_soon) << "14 days before";
    EXPECT_EQ(state_of(owed(due), due), ReturnState::due_soon);
    EXPECT_EQ(state_of(owed(due), day(2026, 2, 16)), ReturnState::late);
    EXPECT_EQ(days_late(owed(due), day(2026, 2, 20)), 5);
}

TEST(ReturnsCalendar, A_figure_is_in_time_by_the_first_that_came_not_by_its_revision) {
    const ReturnedFigure revised{.saved_at = Moment{day(2026, 6, 1) + hours{12}},
                                 .first_saved_at = Moment{day(2026, 2, 15) + hours{23}}};
    EXPECT_EQ(state_of(owed(day(2026, 2, 15), &revised), day(2026, 7, 1)), ReturnState::in_time);
    const ReturnedFigure late{.saved_at = Moment{day(2026, 2, 18) + hours{12}}};
    EXPECT_EQ(state_of(owed(day(2026, 2, 15), &late), day(2026, 7, 1)), ReturnState::returned_late);
    EXPECT_EQ(days_late(owed(day(2026, 2, 15), &late), day(2026, 7, 1)), 3);
}

TEST(ReturnsCalendar, A_figure_can_be_returned_once_its_period_is_over) {
    EXPECT_FALSE(can_be_returned(owed(day(2026, 2, 15)), day(2026, 1, 31)));
    EXPECT_TRUE(can_be_returned(owed(day(2026, 2, 15)), day(2026, 2, 1)));
}

TEST(ReturnsCalendar, A_key_is_read_back_and_nothing_else_is_one) {
    const FigureKey key{12, 13, FigurePeriod::of_month(2026, 1).number()};
    FigureKey read;
    ASSERT_TRUE(from_text(to_text(key), read));
    EXPECT_EQ(read, key);
    for (const std::string_view wrong : {"", "F", "F1", "F1-2", "F1-2-3x", "1-2-3", "F-1-2-3"})
        EXPECT_FALSE(from_text(wrong, read)) << wrong;
}

TEST(ReturnsCalendar, Without_an_area_of_their_own_nothing_is_owed) {
    ReturnsBook book;
    book.asked.push_back({.rule = {.due = {.days = 15}, .from = day(2026, 1, 1)}});
    EXPECT_TRUE(calendar_of(book, day(2026, 6, 1)).empty());
}

} // namespace
} // namespace openmasa::intelligence
