#include "kernel/day.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

Moment moment(std::string_view text) {
    return moment_from_iso(text).value();
}

TEST(Day, Is_written_and_read_as_iso) {
    EXPECT_EQ(iso(day(2026, 1, 31)), "2026-01-31");
    EXPECT_EQ(iso(day(987, 6, 5)), "0987-06-05");
    EXPECT_EQ(day_from_iso("2028-02-29"), day(2028, 2, 29));
}

TEST(Day, Reads_back_for_every_day_of_two_centuries) {
    for (Day each = day(1950, 1, 1); each < day(2150, 1, 1); each += std::chrono::days{1})
        ASSERT_EQ(day_from_iso(iso(each)), each);
}

TEST(Day, Is_nothing_when_the_text_is_no_real_day) {
    for (const std::string_view text :
         {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-31", "2026/01/31",
          "2026-01-31 ", "-026-01-31", "2026-01-3x", "20260131"})
        EXPECT_EQ(day_from_iso(text), std::nullopt) << text;
}

TEST(Day, Of_a_month_is_28_29_30_or_31_at_the_last) {
    EXPECT_EQ(last_day_of_month(2026, 2), day(2026, 2, 28));
    EXPECT_EQ(last_day_of_month(2028, 2), day(2028, 2, 29));
    EXPECT_EQ(last_day_of_month(2026, 4), day(2026, 4, 30));
    EXPECT_EQ(last_day_of_month(2026, 12), day(2026, 12, 31));
}

TEST(Day, Is_spoken) {
    const Day thursday = day(2026, 1, 22);
    EXPECT_EQ(spoken(thursday), "22 Jan 2026");
    EXPECT_EQ(spoken_long(thursday), "22 January 2026");
    EXPECT_EQ(spoken_with_weekday(thursday), "Thursday 22 January 2026");
    EXPECT_EQ(spoken_without_year(thursday), "22 Jan");
    EXPECT_EQ(month_name(9), "September");
    EXPECT_EQ(month_short(9), "Sep");
}

TEST(Moment, Is_written_and_read_as_iso) {
    EXPECT_EQ(iso(moment("2026-01-22T10:42:00.000Z")), "2026-01-22T10:42:00.000Z");
    EXPECT_EQ(iso(moment("1969-12-31T23:59:59.999Z")), "1969-12-31T23:59:59.999Z");
}

TEST(Moment, Is_nothing_when_the_text_is_no_moment) {
    for (const std::string_view text :
         {"", "2026-01-22", "2026-01-22T24:00:00.000Z", "2026-01-22T10:60:00.000Z",
          "2026-01-22T10:42:60.000Z", "2026-02-30T10:42:00.000Z", "2026-01-22 10:42:00.000Z",
          "2026-01-22T10:42:00.000+", "2026-01-22T10:42:00,000Z", "2026-01-22T1x:42:00.000Z"})
        EXPECT_EQ(moment_from_iso(text), std::nullopt) << text;
}

// Source: Summer Time Act 1972 as amended. In 2026 the clocks change on 29 March and 25 October.
TEST(LondonTime, Is_an_hour_ahead_in_summer) {
    EXPECT_EQ(london_time(moment("2026-03-29T00:59:00.000Z")), "12.59am");
    EXPECT_EQ(london_time(moment("2026-03-29T01:00:00.000Z")), "2am");
    EXPECT_EQ(london_time(moment("2026-10-25T00:59:00.000Z")), "1.59am BST");
    EXPECT_EQ(london_time(moment("2026-10-25T01:00:00.000Z")), "1am GMT");
}

TEST(LondonTime, Is_said_in_twelve_hours) {
    EXPECT_EQ(london_time(moment("2026-01-22T00:00:00.000Z")), "12am");
    EXPECT_EQ(london_time(moment("2026-01-22T00:05:00.000Z")), "12.05am");
    EXPECT_EQ(london_time(moment("2026-01-22T12:00:00.000Z")), "12pm");
    EXPECT_EQ(london_time(moment("2026-01-22T15:42:59.000Z")), "3.42pm");
}

TEST(LondonMoment, Is_when_clocks_in_London_show_that_time) {
    using std::chrono::minutes;
    EXPECT_EQ(london_moment(day(2026, 1, 22), minutes{7 * 60}), moment("2026-01-22T07:00:00.000Z"));
    EXPECT_EQ(london_moment(day(2026, 7, 2), minutes{0}), moment("2026-07-01T23:00:00.000Z"));
    // 1.30am comes twice on 25 October, and does not come on 29 March.
    EXPECT_EQ(london_moment(day(2026, 10, 25), minutes{90}), moment("2026-10-25T00:30:00.000Z"));
    EXPECT_EQ(london_moment(day(2026, 10, 25), minutes{150}), moment("2026-10-25T02:30:00.000Z"));
    EXPECT_EQ(london_moment(day(2026, 3, 29), minutes{90}), moment("2026-03-29T01:30:00.000Z"));
    EXPECT_EQ(london_moment(day(2026, 3, 29), minutes{30}), moment("2026-03-29T00:30:00.000Z"));
    EXPECT_EQ(london_moment(day(2026, 3, 29), minutes{150}), moment("2026-03-29T01:30:00.000Z"));
}

TEST(LondonDay, Begins_an_hour_before_the_utc_day_in_summer) {
    EXPECT_EQ(london_day(moment("2026-07-01T23:30:00.000Z")), day(2026, 7, 2));
    EXPECT_EQ(london_day(moment("2026-01-01T23:30:00.000Z")), day(2026, 1, 1));
    EXPECT_EQ(spoken(moment("2026-07-01T23:30:00.000Z")), "2 July 2026, 12.30am");
}

} // namespace
} // namespace openmasa
