#include "plan/year/glance.hpp"
#include <gmock/gmock.h>

namespace openmasa::year {
namespace {

using plan::Status;
using testing::ElementsAre;
using testing::IsEmpty;
using What = Item::What;

const Day today = day(2026, 11, 21);
const Year year{YearKind::financial, 2026};

Named action(char which) {
    Named named;
    named.id.text.fill(which);
    named.reference = std::string("VA ") + which;
    named.title = "Map the partners";
    return named;
}

Year asked(std::string_view query, std::string_view period = "2026-27") {
    return asked_year(http::read_query(query), period, today);
}

/// "done VA 1" of each item of a month.
std::vector<std::string> told(const Month& month) {
    std::vector<std::string> items;
    for (const auto& item : month.items)
        items.push_back(std::string(to_text(item.what)) + " " + item.action.reference);
    return items;
}

Month month_with(const Happenings& all, unsigned number, Day now = today) {
    return months_of(year, all, now).at((number + 8) % 12);
}

TEST(Year, is_the_one_of_the_plans_period_unless_another_is_asked_for) {
    EXPECT_EQ(asked(""), year);
    EXPECT_EQ(asked("", "September 2025 to August 2026"), (Year{YearKind::academic, 2025}));
    EXPECT_EQ(asked("", "2024"), (Year{YearKind::calendar, 2024}));
    EXPECT_EQ(asked("", ""), year);
}

TEST(Year, of_a_period_of_several_years_is_the_one_that_holds_today) {
    EXPECT_EQ(asked("", "April 2024 to March 2029"), year);
    EXPECT_EQ(asked("", "April 2020 to March 2023"), (Year{YearKind::financial, 2020}));
}

TEST(Year, can_be_chosen_by_its_kind_and_its_beginning) {
    EXPECT_EQ(asked("kind=academic"), (Year{YearKind::academic, 2026}));
    EXPECT_EQ(asked("kind=calendar&from=2024"), (Year{YearKind::calendar, 2024}));
    EXPECT_EQ(asked(to_query(Year{YearKind::academic, 2022})), (Year{YearKind::academic, 2022}));
}

TEST(Year, leaves_out_what_makes_no_sense) {
    for (auto query : {"kind=lunar", "from=soon", "from=0", "from=2026x", "from=99999999999"})
        EXPECT_EQ(asked(query), year) << query;
}

TEST(Year, is_spoken_as_people_do) {
    EXPECT_EQ(spoken(year), "2026-27");
    EXPECT_EQ(spoken(Year{YearKind::financial, 2099}), "2099-00");
    EXPECT_EQ(spoken(Year{YearKind::calendar, 2026}), "2026");
    EXPECT_EQ(year.first(), day(2026, 4, 1));
    EXPECT_EQ(year.last(), day(2027, 3, 31));
    EXPECT_EQ((Year{YearKind::academic, 2026}.last()), day(2027, 8, 31));
}

TEST(Months, are_twelve_and_know_which_has_been) {
    const auto months = months_of(year, {}, today);
    ASSERT_EQ(months.size(), 12u);
    EXPECT_EQ(months[6].when, Month::When::past);
    EXPECT_EQ(months[7].when, Month::When::current);
    EXPECT_EQ(months[8].when, Month::When::to_come);
    EXPECT_THAT(months[0].items, IsEmpty());
}

TEST(Months, tell_what_each_change_of_status_came_to) {
    const Happenings all{
        .changes = {{action('1'), Status::not_started, Status::in_progress, day(2026, 5, 2)},
                    {action('2'), Status::in_progress, Status::done, day(2026, 5, 9)},
                    {action('3'), Status::at_risk, Status::stopped, day(2026, 5, 9)},
                    {action('4'), Status::done, Status::in_progress, day(2026, 5, 9)},
                    {action('5'), Status::in_progress, Status::at_risk, day(2026, 5, 9)},
                    {action('6'), Status::not_started, Status::blocked, day(2026, 5, 9)}}};
    EXPECT_THAT(told(month_with(all, 5)), ElementsAre("done VA 2", "begun VA 1", "taken-up VA 4",
                                                      "stopped VA 3", "blocked VA 6"));
    EXPECT_THAT(told(month_with(all, 6)), IsEmpty());
}

TEST(Months, count_only_what_several_changes_in_one_month_came_to) {
    const Happenings all{
        .changes = {{action('1'), Status::not_started, Status::in_progress, day(2026, 5, 2)},
                    {action('1'), Status::in_progress, Status::done, day(2026, 5, 20)}}};
    EXPECT_THAT(told(month_with(all, 5)), ElementsAre("done VA 1"));
}

TEST(Months, tell_what_was_shown_once_for_each_action) {
    const Happenings all{.shown = {{action('1'), "Minutes", day(2026, 6, 2)},
                                   {action('1'), "Survey", day(2026, 6, 9)},
                                   {action('2'), "Audit", day(2026, 6, 9)}}};
    const auto june = month_with(all, 6);
    EXPECT_THAT(told(june), ElementsAre("shown VA 1", "shown VA 2"));
    EXPECT_EQ(june.items[0].pieces, 2);
    EXPECT_EQ(june.items[0].words, "");
    EXPECT_EQ(june.items[1].words, "Audit");
}

TEST(Months, say_done_and_shown_in_one_when_both_came_in_one_month) {
    const Happenings all{
        .changes = {{action('1'), Status::in_progress, Status::done, day(2026, 6, 2)}},
        .shown = {{action('1'), "Minutes", day(2026, 6, 9)}}};
    const auto june = month_with(all, 6);
    EXPECT_THAT(told(june), ElementsAre("done VA 1"));
    EXPECT_EQ(june.items[0].pieces, 1);
}

TEST(Months, tell_what_falls_due_and_what_fell_due_and_is_not_done) {
    const Happenings all{.due = {{action('1'), day(2026, 9, 30)},
                                 {action('2'), day(2026, 11, 20)},
                                 {action('3'), day(2026, 11, 21)},
                                 {action('4'), day(2027, 3, 31)}}};
    EXPECT_THAT(told(month_with(all, 9)), ElementsAre("late VA 1"));
    EXPECT_THAT(told(month_with(all, 11)), ElementsAre("late VA 2", "due VA 3"));
    EXPECT_THAT(told(month_with(all, 3)), ElementsAre("due VA 4"));
}

TEST(Months, tell_of_steps_only_those_to_come_and_the_last_as_the_action_itself) {
    const Happenings all{.steps = {{action('1'), "Draft", day(2026, 9, 30)},
                                   {action('1'), "Agree", day(2026, 12, 31)},
                                   {action('1'), "Publish", day(2027, 2, 28)}},
                         .due = {{action('1'), day(2027, 2, 28)}}};
    EXPECT_THAT(told(month_with(all, 9)), IsEmpty());
    EXPECT_THAT(told(month_with(all, 12)), ElementsAre("step VA 1"));
    EXPECT_THAT(told(month_with(all, 2)), ElementsAre("due VA 1"));
}

} // namespace
} // namespace openmasa::year
