#include "core/documents/calendar.hpp"
#include "core/documents/test_calendar.hpp"
#include "kernel/text.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::documents {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Calendar with(CalendarEvent event) {
    return {.name = "Plan", .description = "Dates", .events = {std::move(event)}};
}

TEST(Calendar_file, No_line_is_longer_than_75_octets_and_no_character_is_torn) {
    std::string long_words;
    for (int at = 0; at < 60; ++at) long_words += "\u05E9\u2022\U0001F9D2x";
    for (std::size_t start = 0; start < 9; ++start) {
        const auto text = write_calendar(with({.uid = "1@openmasa",
                                               .day = day(2026, 1, 31),
                                               .summary = std::string(start, 'a') + long_words}));
        for (auto line : split(text, '\n')) {
            if (line.empty()) continue;
            ASSERT_TRUE(line.ends_with('\r'));
            line.remove_suffix(1);
            EXPECT_LE(line.size(), 75u);
            EXPECT_TRUE(is_utf8(line)) << line;
        }
        EXPECT_EQ(test::read_calendar(text).events.at(0).at("SUMMARY"),
                  std::string(start, 'a') + long_words);
    }
}

TEST(Calendar_file, Words_come_back_as_they_were) {
    for (const std::string words :
         {"a, b; c\\d", "line one\nline two", "END:VEVENT", "\\n is no line feed", "\"quoted\"",
          "x:y;z=1", "BEGIN:VEVENT\nUID:stolen"}) {
        const auto read = test::read_calendar(write_calendar(with({.uid = "1@openmasa",
                                                                   .day = day(2026, 1, 31),
                                                                   .summary = words,
                                                                   .description = words})));
        ASSERT_EQ(read.events.size(), 1u);
        EXPECT_EQ(read.events[0].at("SUMMARY"), words);
        EXPECT_EQ(read.events[0].at("DESCRIPTION"), words);
        EXPECT_EQ(read.events[0].at("UID"), "1@openmasa");
    }
}

TEST(Calendar_file, A_day_is_a_whole_day_that_ends_the_day_after) {
    const auto read = test::read_calendar(
        write_calendar(with({.uid = "1@openmasa",
                             .day = day(2026, 12, 31),
                             .summary = "Report",
                             .changed_at = *moment_from_iso("2026-01-22T10:42:00.000Z"),
                             .version = 4})));
    const auto& event = read.events.at(0);
    EXPECT_EQ(event.at("DTSTART;VALUE=DATE"), "20261231");
    EXPECT_EQ(event.at("DTEND;VALUE=DATE"), "20270101");
    EXPECT_EQ(event.at("DTSTAMP"), "20260122T104200Z");
    EXPECT_EQ(event.at("SEQUENCE"), "4");
    EXPECT_EQ(event.count("RRULE"), 0u);
    EXPECT_EQ(read.properties.at("X-WR-CALNAME"), "Plan");
}

TEST(Calendar_file, What_recurs_says_how_often_by_the_programs_own_months) {
    const auto rule = [](Day first, Period period, std::optional<Day> until = {}) {
        return recurrence_of(first, period, until);
    };
    EXPECT_EQ(rule(day(2026, 1, 15), {.months = 3}), "FREQ=MONTHLY;INTERVAL=3");
    EXPECT_EQ(rule(day(2026, 1, 31), {.months = 1}),
              "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
    EXPECT_EQ(rule(day(2026, 1, 15), {.days = 14}), "FREQ=WEEKLY;INTERVAL=2");
    EXPECT_EQ(rule(day(2026, 1, 15), {.days = 10}), "FREQ=DAILY;INTERVAL=10");
    EXPECT_EQ(rule(day(2026, 6, 1), {.months = 12}), "FREQ=YEARLY;INTERVAL=1");
    EXPECT_EQ(rule(day(2028, 2, 29), {.months = 12}),
              "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1");
    EXPECT_EQ(rule(day(2026, 1, 15), {.months = 1}, day(2027, 3, 31)),
              "FREQ=MONTHLY;INTERVAL=1;UNTIL=20270331");
}

/// Said to a reader that knows nothing of our rule: the days are those that after() gives.
TEST(Calendar_file, The_days_that_a_reader_counts_are_those_that_the_program_counts) {
    for (unsigned start = 26; start <= 31; ++start)
        for (const int months : {1, 3, 6}) {
            const auto first = day(2026, 1, start);
            const auto days = test::days_of(first, recurrence_of(first, {.months = months}, {}), 8);
            ASSERT_EQ(days.size(), 8u);
            for (int at = 0; at < 8; ++at)
                EXPECT_EQ(days[std::size_t(at)], after(first, {.months = months * at}))
                    << iso(first) << " every " << months << " months, number " << at;
        }
}

} // namespace
} // namespace openmasa::documents
