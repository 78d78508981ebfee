#include "kernel/target_date.hpp"
#include "plan/rules.hpp"
#include "plan/year/lane.hpp"
#include <gmock/gmock.h>

namespace openmasa::year {
namespace {

using plan::Status;
using testing::Contains;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using What = Mark::What;
using Where = Lane::Where;

const Day today = day(2026, 11, 21);
const chart::TimeAxis axis(day(2026, 4, 1), day(2027, 3, 31));

/// An action with that date in words, adopted on 2 June 2026.
DatedAction action_for(std::string_view words, Status status = Status::in_progress) {
    const auto target = plan::target_day(understand_date(words));
    DatedAction action;
    action.date_words = target.words;
    action.date_kind = target.kind;
    action.earliest = target.earliest;
    action.latest = target.latest;
    action.period = target.period;
    action.status = status;
    action.adopted_on = day(2026, 6, 2);
    action.deadline = plan::deadline_of(target, action.adopted_on, {});
    return action;
}

Lane lane_for(std::string_view words, Status status = Status::in_progress) {
    return lane_of(action_for(words, status), {}, axis, today);
}

std::vector<What> marks_of(const Lane& lane) {
    std::vector<What> marks;
    for (const auto& mark : lane.marks) marks.push_back(mark.what);
    return marks;
}

DatedStep step(Day latest, std::optional<Day> done_on = {}) {
    return {.earliest = latest, .latest = latest, .done_on = done_on};
}

TEST(Lane, a_day_is_a_sign_in_its_middle_and_nothing_else) {
    const auto lane = lane_for("31 January 2027");
    EXPECT_EQ(lane.where, Where::drawn);
    EXPECT_THAT(lane.marks, IsEmpty());
    EXPECT_THAT(lane.sign, DoubleEq(axis.middle_of(day(2027, 1, 31))));
}

TEST(Lane, a_range_is_a_bar_with_its_sign_at_its_end) {
    const auto lane = lane_for("December 2026");
    EXPECT_THAT(lane.marks, ElementsAre(Mark{What::bar, axis.start_of(day(2026, 12, 1)),
                                             axis.end_of(day(2026, 12, 31))}));
    EXPECT_THAT(lane.sign, DoubleEq(axis.end_of(day(2026, 12, 31))));
}

TEST(Lane, a_range_that_goes_on_after_the_axis_says_so_and_has_its_sign_where_it_begins) {
    const auto lane = lane_for("March 2027 to June 2027");
    EXPECT_THAT(marks_of(lane), ElementsAre(What::bar, What::later));
    EXPECT_THAT(lane.marks[0].to, DoubleEq(100));
    EXPECT_THAT(lane.sign, DoubleEq(axis.start_of(day(2027, 3, 1))));
}

TEST(Lane, a_range_that_began_before_the_axis_says_so) {
    const auto lane = lane_for("January 2026 to December 2026");
    EXPECT_THAT(marks_of(lane), ElementsAre(What::bar, What::earlier));
    EXPECT_THAT(lane.marks[0].from, DoubleEq(0));
}

TEST(Lane, from_a_day_fades_without_an_end) {
    const auto lane = lane_for("From December 2026");
    EXPECT_THAT(lane.marks,
                ElementsAre(Mark{What::fading_bar, axis.start_of(day(2026, 12, 1)), 100}));
    EXPECT_THAT(lane.sign, DoubleEq(axis.start_of(day(2026, 12, 1))));
}

TEST(Lane, ongoing_begins_when_it_was_adopted) {
    const auto lane = lane_for("Ongoing");
    EXPECT_THAT(lane.marks,
                ElementsAre(Mark{What::fading_bar, axis.start_of(day(2026, 6, 2)), 100}));
}

TEST(Lane, several_dates_that_are_no_days_go_on_without_an_end) {
    const auto lane = lane_for("Quarterly\nOngoing\nAnnually");
    EXPECT_THAT(marks_of(lane), ElementsAre(What::fading_bar));
}

TEST(Lane, what_recurs_has_a_tick_at_the_end_of_each_period_and_its_sign_at_the_next) {
    auto action = action_for("Quarterly");
    action.deadline = day(2026, 12, 2);
    const auto lane = lane_of(action, {}, axis, today);
    EXPECT_THAT(marks_of(lane), ElementsAre(What::tie, What::tick, What::tick, What::tick));
    EXPECT_THAT(lane.marks[1].from, DoubleEq(axis.middle_of(day(2026, 9, 2))));
    EXPECT_THAT(lane.marks[3].from, DoubleEq(axis.middle_of(day(2027, 3, 2))));
    EXPECT_THAT(lane.sign, DoubleEq(axis.middle_of(day(2026, 12, 2))));
}

TEST(Lane, what_has_recurred_for_years_has_only_the_ticks_that_are_drawn) {
    auto action = action_for("Quarterly");
    action.adopted_on = day(2019, 6, 2);
    action.deadline = day(2027, 6, 2);
    const auto lane = lane_of(action, {}, axis, today);
    EXPECT_THAT(marks_of(lane), ElementsAre(What::tie, What::tick, What::tick, What::tick,
                                            What::tick, What::earlier));
    EXPECT_THAT(lane.marks[1].from, DoubleEq(axis.middle_of(day(2026, 6, 2))));
}

TEST(Lane, what_recurs_too_often_to_be_told_apart_is_one_line) {
    auto action = action_for("Quarterly");
    action.period = {.months = 0, .days = 1};
    action.deadline = {};
    EXPECT_THAT(marks_of(lane_of(action, {}, axis, today)), ElementsAre(What::tie));
}

TEST(Lane, steps_are_marks_between_the_first_and_the_last_filled_when_done) {
    const auto action = action_for("30 September 2026\n31 January 2027");
    const std::vector steps = {step(day(2026, 9, 30), day(2026, 9, 20)), step(day(2027, 1, 31))};
    const auto lane = lane_of(action, steps, axis, today);
    EXPECT_THAT(marks_of(lane), ElementsAre(What::tie, What::step_done, What::step));
    EXPECT_THAT(lane.marks[0].from, DoubleEq(axis.middle_of(day(2026, 9, 30))));
    EXPECT_THAT(lane.sign, DoubleEq(axis.middle_of(day(2027, 1, 31))));
}

TEST(Lane, steps_outside_the_axis_are_no_marks_but_said) {
    const auto action = action_for("30 September 2025\n31 January 2027");
    const std::vector steps = {step(day(2025, 9, 30), day(2025, 9, 20)), step(day(2027, 1, 31))};
    EXPECT_THAT(marks_of(lane_of(action, steps, axis, today)),
                ElementsAre(What::tie, What::step, What::earlier));
}

TEST(Lane, what_it_waits_for_is_a_gate_at_the_end_of_that_day) {
    auto action = action_for("30 September 2026");
    action.deadline = day(2026, 9, 30);
    std::vector<plan::Awaited> awaits(1);
    awaits[0].status = plan::Status::in_progress;
    awaits[0].deadline = day(2026, 9, 30);
    const auto last_mark = [&] {
        const auto lane = lane_of(action, {}, axis, day(2026, 7, 1), awaits);
        return lane.marks.empty() ? Mark{} : lane.marks.back();
    };
    EXPECT_EQ(last_mark(), (Mark{What::gate, axis.end_of(day(2026, 9, 30))}));
    awaits[0].deadline = day(2026, 10, 1);
    EXPECT_EQ(last_mark(), (Mark{What::gate_late, axis.end_of(day(2026, 10, 1))}));
    awaits[0].status = plan::Status::done;
    EXPECT_EQ(last_mark(), Mark{}) << "it is waited for no longer";
}

TEST(Lane, what_is_late_is_drawn_from_its_last_day_until_today) {
    const auto lane = lane_for("30 September 2026");
    EXPECT_EQ(lane.standing, ui::Standing::late);
    EXPECT_THAT(lane.marks, ElementsAre(Mark{What::overdue, axis.end_of(day(2026, 9, 30)),
                                             axis.middle_of(today)}));
    EXPECT_THAT(lane.sign, DoubleEq(axis.middle_of(day(2026, 9, 30))));
}

TEST(Lane, what_is_late_since_before_the_axis_is_drawn_from_its_edge) {
    const auto lane = lane_for("30 September 2025");
    EXPECT_EQ(lane.where, Where::drawn);
    EXPECT_THAT(marks_of(lane), ElementsAre(What::overdue, What::earlier));
    EXPECT_THAT(lane.sign, DoubleEq(0));
}

TEST(Lane, what_is_done_or_stopped_is_not_late_and_not_drawn_when_it_was_before) {
    EXPECT_EQ(lane_for("30 September 2025", Status::done).where, Where::before);
    EXPECT_EQ(lane_for("30 September 2025", Status::stopped).where, Where::before);
    EXPECT_THAT(lane_for("30 September 2026", Status::done).marks, IsEmpty());
}

TEST(Lane, what_begins_after_the_axis_is_not_drawn) {
    EXPECT_EQ(lane_for("May 2027").where, Where::after);
    EXPECT_EQ(lane_for("From May 2027").where, Where::after);
}

TEST(Lane, what_has_no_date_is_said_to_have_none) {
    EXPECT_EQ(lane_for("").where, Where::undated);
    EXPECT_EQ(lane_for("TBC").where, Where::undated);
    EXPECT_THAT(lane_for("TBC").marks, IsEmpty());
}

TEST(Lane, a_lane_that_is_over_before_today_has_no_red_line_when_the_axis_ends_earlier) {
    const chart::TimeAxis past(day(2025, 4, 1), day(2026, 3, 31));
    const auto lane = lane_of(action_for("30 September 2025"), {}, past, today);
    EXPECT_THAT(lane.marks, ElementsAre(Mark{What::overdue, past.end_of(day(2025, 9, 30)), 100}));
}

TEST(Lane, everything_of_every_kind_of_date_stays_within_the_axis) {
    for (auto words : {"31 Jan 2026", "Nov 2026", "Mid Nov 26", "Spring 2027", "Autumn term 2026",
                       "Q3 2026", "2026-27", "From Jan 2020", "Ongoing", "Monthly", "Annually",
                       "Dec 2025 - ongoing", "Winter 2026 to 2030"})
        for (auto status : plan::all_statuses) {
            const auto lane = lane_for(words, status);
            for (const auto& mark : lane.marks) {
                EXPECT_GE(mark.from, 0) << words;
                EXPECT_LE(mark.from, 100) << words;
                EXPECT_LE(mark.to, 100) << words;
            }
            EXPECT_GE(lane.sign, 0) << words;
            EXPECT_LE(lane.sign, 100) << words;
        }
}

} // namespace
} // namespace openmasa::year
