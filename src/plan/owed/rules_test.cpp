#include "plan/owed/rules.hpp"
#include <gtest/gtest.h>

namespace openmasa::owed {
namespace {

using plan::Status;

const Day today = day(2026, 1, 22);

Owed of(const std::vector<CountedAction>& actions) {
    Owed owed;
    for (const auto& action : actions) add(owed, action, today);
    return owed;
}

CountedAction action(Status status, std::optional<Day> deadline, std::optional<Day> done_on = {}) {
    return {.plan = {},
            .status = status,
            .deadline = deadline,
            .next_step = {},
            .evidence = 0,
            .undated = !deadline,
            .last_news = day(2026, 1, 5),
            .done_on = done_on};
}

TEST(Timely, On_the_last_day_is_on_time_and_a_day_later_is_late) {
    const auto owed = of({action(Status::done, day(2025, 6, 30), day(2025, 6, 30)),
                          action(Status::done, day(2025, 6, 30), day(2025, 7, 1)),
                          action(Status::done, day(2025, 6, 30), day(2025, 1, 1))});
    EXPECT_EQ(owed.timeliness, (Timeliness{.on_time = 2, .late = 1}));
}

TEST(Timely, Only_dates_of_the_last_year_that_have_passed_count) {
    const auto owed = of({action(Status::done, day(2025, 1, 21), day(2025, 1, 1)),
                          action(Status::done, day(2025, 1, 22), day(2025, 1, 1)),
                          action(Status::in_progress, day(2026, 1, 21)),
                          action(Status::in_progress, today), action(Status::done, {}, today)});
    EXPECT_EQ(owed.timeliness, (Timeliness{.on_time = 1, .still_open = 1}));
}

TEST(Timely, What_was_stopped_is_left_out_and_a_day_nobody_recorded_is_told_apart) {
    const auto owed =
        of({action(Status::stopped, day(2025, 6, 30)), action(Status::done, day(2025, 6, 30))});
    EXPECT_EQ(owed.timeliness, (Timeliness{.unknown = 1}));
}

TEST(Timely, It_is_a_plain_sentence) {
    EXPECT_EQ(sentence({}, today), "No date of an action fell since 22 January 2025.");
    EXPECT_EQ(
        sentence({.on_time = 6, .late = 1, .still_open = 3}, today),
        "Of 10 actions whose date fell since 22 January 2025, 6 were done on time, 1 was done "
        "late and 3 are still open.");
    EXPECT_EQ(sentence({.unknown = 1}, today),
              "Of 1 action whose date fell since 22 January 2025, 1 is done, on a day that nobody "
              "recorded.");
}

TEST(Owed, At_risk_and_late_is_late_and_finished_needs_a_day_within_the_year) {
    auto shown = action(Status::done, {}, day(2025, 1, 22));
    shown.evidence = 1;
    const auto owed =
        of({action(Status::at_risk, day(2026, 1, 1)), action(Status::at_risk, day(2026, 6, 1)),
            action(Status::done, {}, day(2025, 1, 21)), action(Status::done, {}, today), shown,
            action(Status::done, {})});
    EXPECT_EQ(owed.of(Shown::late), 1);
    EXPECT_EQ(owed.of(Shown::at_risk), 1);
    EXPECT_EQ(owed.of(Shown::open), 2);
    EXPECT_EQ(owed.of(Shown::finished), 2);
    EXPECT_EQ(owed.of(Shown::unproven), 1);
}

TEST(Owed, In_short_says_what_is_open_and_late) {
    EXPECT_EQ(in_short(of({})), "no open actions");
    const auto late = action(Status::in_progress, day(2025, 12, 1));
    EXPECT_EQ(in_short(of({late})), "1 open action, and it is late");
    EXPECT_EQ(in_short(of({late, action(Status::in_progress, {})})),
              "2 open actions, 1 of them late");
    EXPECT_EQ(in_short(of({action(Status::in_progress, {})})), "1 open action, none late");
}

TEST(Owed, What_an_address_asks_for_is_read_back) {
    for (auto shown : all_shown) EXPECT_EQ(shown_called(to_text(shown)), shown);
    EXPECT_EQ(shown_called("everything"), Shown::open);
}

} // namespace
} // namespace openmasa::owed
