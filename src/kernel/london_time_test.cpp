#include "kernel/london_time.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::HasSubstr;

const Day back = day(2026, 10, 25), forward = day(2026, 3, 29);

std::string moment(Day day, std::string_view words) {
    const auto read = typed_moment(day, words, "time");
    return read ? iso(*read).substr(0, 16) : "refused: " + read.refusal().problems.front().words;
}

TEST(LondonTime, Is_shown_with_its_name_in_the_hour_that_comes_twice) {
    const auto at = [](std::string_view text) { return london_time(*moment_from_iso(text)); };
    EXPECT_EQ(at("2026-10-24T23:59:00.000Z"), "12.59am");
    EXPECT_EQ(at("2026-10-25T00:30:00.000Z"), "1.30am BST");
    EXPECT_EQ(at("2026-10-25T01:30:00.000Z"), "1.30am GMT");
    EXPECT_EQ(at("2026-10-25T02:00:00.000Z"), "2am");
    EXPECT_EQ(at("2026-03-29T00:59:00.000Z"), "12.59am");
    EXPECT_EQ(at("2026-03-29T01:00:00.000Z"), "2am");
}

TEST(LondonTime, Typed_on_an_ordinary_day_is_one_moment) {
    EXPECT_EQ(moment(day(2026, 1, 22), "2.30pm"), "2026-01-22T14:30");
    EXPECT_EQ(moment(day(2026, 7, 1), "14:30"), "2026-07-01T13:30");
    EXPECT_EQ(moment(day(2026, 7, 1), "midnight"), "2026-06-30T23:00");
    EXPECT_EQ(moment(day(2026, 7, 1), "2pm BST"), "2026-07-01T13:00");
    EXPECT_THAT(moment(day(2026, 7, 1), "2pm GMT"), HasSubstr("did not show 2pm GMT"));
}

TEST(LondonTime, That_comes_twice_must_say_which) {
    EXPECT_THAT(moment(back, "1.30am"), HasSubstr("came twice on 25 October 2026"));
    EXPECT_THAT(moment(back, "1.30am"), HasSubstr("1.30am BST for the first"));
    EXPECT_EQ(moment(back, "1.30am BST"), "2026-10-25T00:30");
    EXPECT_EQ(moment(back, "1.30am gmt"), "2026-10-25T01:30");
    EXPECT_EQ(moment(back, "12.59am"), "2026-10-24T23:59");
    EXPECT_EQ(moment(back, "2am"), "2026-10-25T02:00");
}

TEST(LondonTime, That_the_clocks_skip_is_refused) {
    EXPECT_THAT(moment(forward, "01:30"), HasSubstr("There was no 01:30 on 29 March 2026"));
    EXPECT_EQ(moment(forward, "12.59am"), "2026-03-29T00:59");
    EXPECT_EQ(moment(forward, "2am"), "2026-03-29T01:00");
}

TEST(LondonTime, Every_quarter_of_an_hour_of_four_years_reads_back_as_it_is_shown) {
    for (Moment at = day(2024, 1, 1); at < Moment(day(2028, 1, 1)); at += minutes{15}) {
        const auto read = typed_moment(london_day(at), london_time(at), "time");
        ASSERT_TRUE(read) << iso(at);
        ASSERT_EQ(*read, at) << iso(at);
    }
}

TEST(LondonTime, Other_words_are_no_time) {
    for (const auto* words :
         {"", "half past", "25:00", "13pm", "0am", "1.5am", "1.60am", "9", "noonish"})
        EXPECT_FALSE(time_of_day(words)) << words;
    EXPECT_EQ(time_of_day("12am"), hours{0});
    EXPECT_EQ(time_of_day("12 pm"), hours{12});
    EXPECT_THAT(moment(back, "soon"), HasSubstr("is no time of day"));
}

TEST(LondonTime, A_day_is_typed_in_the_ways_people_do) {
    for (const auto* words :
         {"2026-10-25", "25/10/2026", "25 October 2026", "25 Oct 26", " 25th October 2026 "})
        EXPECT_EQ(typed_day(words), back) << words;
    for (const auto* words :
         {"", "October 2026", "31 February 2026", "Quarterly", "25/10/2026 and 26/10/2026"})
        EXPECT_FALSE(typed_day(words)) << words;
}

} // namespace
} // namespace openmasa
