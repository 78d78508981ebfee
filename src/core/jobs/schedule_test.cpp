#include "core/jobs/schedule.hpp"
#include <gtest/gtest.h>

namespace openmasa::jobs {
namespace {

Moment moment(std::string_view text) {
    return *moment_from_iso(text);
}

TEST(Schedules, Are_read_from_plain_words) {
    EXPECT_EQ(spoken(*read_rule("daily 02:30")), "Every day at 2.30am");
    EXPECT_EQ(spoken(*read_rule("weekly monday 07:00")), "Every Monday at 7am");
    EXPECT_EQ(spoken(*read_rule("hourly :15")), "Every hour, 15 minutes past");
    for (const std::string_view bad :
         {"", "daily", "daily 24:00", "daily 2:30", "daily 02:60", "weekly 07:00",
          "weekly someday 07:00", "hourly 02:15", "daily :15", "yearly 02:30"})
        EXPECT_FALSE(read_rule(bad)) << bad;
}

TEST(Schedules, Follow_Londons_clocks_over_both_changes) {
    const auto nightly = *read_rule("daily 01:30");
    // The hour that is missing on 29 March: an hour later, and the next day as always.
    EXPECT_EQ(next_run(nightly, moment("2026-03-28T12:00:00.000Z")),
              moment("2026-03-29T01:30:00.000Z"));
    EXPECT_EQ(next_run(nightly, moment("2026-03-29T01:30:00.000Z")),
              moment("2026-03-30T00:30:00.000Z"));
    // The hour that comes twice on 25 October: once, the first time.
    EXPECT_EQ(next_run(nightly, moment("2026-10-24T12:00:00.000Z")),
              moment("2026-10-25T00:30:00.000Z"));
    EXPECT_EQ(next_run(nightly, moment("2026-10-25T00:30:00.000Z")),
              moment("2026-10-26T01:30:00.000Z"));
    const auto weekly = *read_rule("weekly monday 07:00");
    EXPECT_EQ(next_run(weekly, moment("2026-03-27T12:00:00.000Z")),
              moment("2026-03-30T06:00:00.000Z"));
    EXPECT_EQ(next_run(*read_rule("hourly :15"), moment("2026-10-25T00:20:00.000Z")),
              moment("2026-10-25T01:15:00.000Z"));
}

TEST(Schedules, A_rule_is_said_as_it_is_read) {
    for (const std::string words :
         {"hourly :15", "daily 02:30", "weekly monday 07:00", "weekly sunday 23:59"})
        EXPECT_EQ(to_text(*read_rule(words)), words);
}

TEST(Schedules, A_rule_is_typed_as_people_write_times) {
    EXPECT_EQ(to_text(*typed_rule("day", "", "2.30am")), "daily 02:30");
    EXPECT_EQ(to_text(*typed_rule("week", "friday", "14:05")), "weekly friday 14:05");
    EXPECT_EQ(to_text(*typed_rule("hour", "friday", " 5")), "hourly :05");
    EXPECT_EQ(spoken(*typed_rule("hour", "", "0")), "Every hour, on the hour");
    EXPECT_EQ(spoken(*typed_rule("hour", "", "1")), "Every hour, 1 minute past");
}

TEST(Schedules, Everything_that_is_wrong_with_a_rule_is_said_at_once) {
    const auto fields = [](const Result<Rule>& rule) {
        std::string names;
        for (const auto& problem : rule.refusal().problems) names += problem.field + " ";
        return names;
    };
    EXPECT_EQ(fields(typed_rule("", "", "soon")), "every at ");
    EXPECT_EQ(fields(typed_rule("week", "someday", "25:00")), "on at ");
    EXPECT_EQ(fields(typed_rule("hour", "", "60")), "at ");
    EXPECT_EQ(fields(typed_rule("hour", "", "")), "at ");
    EXPECT_EQ(fields(typed_rule("hour", "", "2.30am")), "at ");
}

} // namespace
} // namespace openmasa::jobs
