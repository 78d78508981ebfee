#include "web/chart/time_axis.hpp"
#include <gmock/gmock.h>

namespace openmasa::chart {
namespace {

using testing::DoubleEq;
using testing::DoubleNear;
using testing::ElementsAre;

/// 365 days.
const TimeAxis year(day(2026, 4, 1), day(2027, 3, 31));

template<class Thing> std::vector<std::string> words_of(const std::vector<Thing>& things) {
    std::vector<std::string> words;
    for (const auto& thing : things) words.push_back(thing.words);
    return words;
}

TEST(TimeAxis, begins_at_nought_and_ends_at_a_hundred) {
    EXPECT_THAT(year.start_of(day(2026, 4, 1)), DoubleEq(0));
    EXPECT_THAT(year.end_of(day(2027, 3, 31)), DoubleEq(100));
    EXPECT_THAT(year.end_of(day(2026, 4, 1)), DoubleNear(100.0 / 365, 1e-9));
    EXPECT_THAT(year.middle_of(day(2026, 4, 1)), DoubleNear(50.0 / 365, 1e-9));
}

TEST(TimeAxis, a_day_ends_where_the_next_begins) {
    for (Day one = year.first(); one < year.last(); one += std::chrono::days{1})
        EXPECT_THAT(year.end_of(one), DoubleEq(year.start_of(one + std::chrono::days{1})));
}

TEST(TimeAxis, puts_what_is_outside_at_the_nearer_edge) {
    EXPECT_THAT(year.start_of(day(2020, 1, 1)), DoubleEq(0));
    EXPECT_THAT(year.end_of(day(2030, 1, 1)), DoubleEq(100));
    EXPECT_FALSE(year.holds(day(2026, 3, 31)));
    EXPECT_TRUE(year.holds(day(2026, 4, 1)));
    EXPECT_TRUE(year.holds(day(2027, 3, 31)));
    EXPECT_FALSE(year.holds(day(2027, 4, 1)));
}

TEST(TimeAxis, one_day_fills_the_whole) {
    const TimeAxis one(day(2026, 4, 1), day(2026, 4, 1));
    EXPECT_THAT(one.start_of(day(2026, 4, 1)), DoubleEq(0));
    EXPECT_THAT(one.end_of(day(2026, 4, 1)), DoubleEq(100));
}

TEST(Ticks, name_each_month_and_say_where_a_year_begins) {
    const auto months = ticks(year, Every::month);
    EXPECT_THAT(words_of(months), ElementsAre("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
                                              "Nov", "Dec", "Jan", "Feb", "Mar"));
    EXPECT_EQ(months[0].short_words, "A");
    EXPECT_TRUE(months[9].begins_year);
    EXPECT_FALSE(months[0].begins_year);
    EXPECT_THAT(months[1].x, DoubleEq(year.start_of(day(2026, 5, 1))));
    EXPECT_THAT(months[11].middle, DoubleEq((months[11].x + 100) / 2));
}

TEST(Ticks, of_quarters_begin_with_the_part_that_is_drawn) {
    const TimeAxis axis(day(2026, 5, 1), day(2026, 12, 31));
    const auto quarters = ticks(axis, Every::quarter);
    EXPECT_THAT(words_of(quarters), ElementsAre("Apr", "Jul", "Oct"));
    EXPECT_EQ(quarters[0].day, day(2026, 5, 1));
    EXPECT_THAT(quarters[0].x, DoubleEq(0));
    EXPECT_EQ(quarters[1].short_words, "J");
}

TEST(Ticks, of_years_are_called_by_their_number) {
    const TimeAxis axis(day(2024, 4, 1), day(2026, 3, 31));
    const auto years = ticks(axis, Every::year);
    EXPECT_THAT(words_of(years), ElementsAre("2024", "2025", "2026"));
    EXPECT_EQ(years[1].short_words, "25");
}

TEST(Ticks, are_as_many_as_there_is_room_for) {
    const auto from = day(2026, 4, 1);
    EXPECT_EQ(fitting_ticks({from, day(2026, 6, 30)}), Every::month);
    EXPECT_EQ(fitting_ticks({from, day(2027, 9, 30)}), Every::month);
    EXPECT_EQ(fitting_ticks({from, day(2028, 3, 31)}), Every::quarter);
    EXPECT_EQ(fitting_ticks({from, day(2029, 3, 31)}), Every::quarter);
    EXPECT_EQ(fitting_ticks({from, day(2031, 3, 31)}), Every::year);
}

TEST(Labels, that_would_touch_give_way_to_what_matters_more) {
    EXPECT_THAT(words_of(kept_apart({{0, 10, "2026"}, {8, 10, "Today", 1}, {75, 10, "2027"}})),
                ElementsAre("Today", "2027"));
}

TEST(Labels, that_matter_the_same_give_way_to_the_earlier) {
    EXPECT_THAT(words_of(kept_apart({{12, 10, "third"}, {0, 10, "first"}, {9, 10, "second"}})),
                ElementsAre("first", "third"));
}

TEST(Labels, that_end_where_the_next_begins_both_stay) {
    EXPECT_THAT(words_of(kept_apart({{0, 10, "one"}, {10, 10, "other"}})),
                ElementsAre("one", "other"));
}

TEST(Beside, a_label_stands_in_the_middle_where_there_is_room) {
    EXPECT_THAT(beside(50, 10, {{0, 10, "2026"}}), DoubleEq(45));
}

TEST(Beside, a_label_gives_way_to_the_side_where_there_is_room) {
    EXPECT_THAT(beside(50, 10, {{52, 10, "2027"}}), DoubleEq(40));
    EXPECT_THAT(beside(50, 10, {{39, 10, "2026"}}), DoubleEq(50));
}

TEST(Beside, a_label_stays_within_the_drawing) {
    EXPECT_THAT(beside(1, 10, {}), DoubleEq(0));
    EXPECT_THAT(beside(99, 10, {}), DoubleEq(90));
}

TEST(Beside, a_label_without_any_room_stands_in_the_middle) {
    EXPECT_THAT(beside(50, 10, {{40, 9, "one"}, {51, 10, "other"}}), DoubleEq(45));
}

TEST(PerCent, is_as_short_as_it_can_be) {
    EXPECT_EQ(per_cent(0), "0");
    EXPECT_EQ(per_cent(10), "10");
    EXPECT_EQ(per_cent(9.2), "9.2");
    EXPECT_EQ(per_cent(100.0 / 3), "33.33");
}

} // namespace
} // namespace openmasa::chart
