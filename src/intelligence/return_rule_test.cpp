// What is asked for, by when and of whom: month ends, quarters, three kinds of year, owners that
// change, indicators that begin and end.
#include "intelligence/return_rule.hpp"
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using Kind = DueRule::Kind;

DueRule rule_of(std::string_view typed) {
    const auto rule = read_due_rule(typed);
    EXPECT_TRUE(rule) << typed;
    return rule ? *rule : DueRule{};
}

Day due(std::string_view typed, const FigurePeriod& period) {
    return due_on(rule_of(typed), period);
}

ReturnRule monthly(Day from, std::optional<Day> to = {}) {
    return {.frequency = Frequency::month, .due = rule_of("15 days"), .from = from, .to = to};
}

TEST(ReturnRules, A_due_day_is_read_as_people_write_it_and_kept_as_it_was_said) {
    for (const std::string_view typed :
         {"15 days", "1 day", "20th", "1st", "31 July", "29 February"}) {
        const auto rule = rule_of(typed);
        EXPECT_EQ(typed_as(rule), typed);
        DueRule kept;
        EXPECT_TRUE(from_text(to_text(rule), kept));
        EXPECT_EQ(kept, rule) << typed;
    }
    EXPECT_EQ(rule_of("15"), rule_of("15 days"));
    EXPECT_EQ(rule_of("31st jul"), rule_of("31 July"));
    for (const std::string_view wrong :
         {"", "soon", "0", "367", "32nd", "20st", "31 June", "31 days after", "-3", "July"})
        EXPECT_FALSE(read_due_rule(wrong)) << wrong;
}

TEST(ReturnRules, A_due_day_follows_the_end_of_a_month_also_of_a_short_one) {
    const auto january = FigurePeriod::of_month(2026, 1),
               february = FigurePeriod::of_month(2026, 2);
    EXPECT_EQ(due("15", january), day(2026, 2, 15));
    EXPECT_EQ(due("20th", january), day(2026, 2, 20));
    EXPECT_EQ(due("31st", january), day(2026, 2, 28)) << "February has no 31st";
    EXPECT_EQ(due("31st", february), day(2026, 3, 31));
    EXPECT_EQ(due("29 February", february), day(2027, 2, 28)) << "never on the last day itself";
    EXPECT_EQ(due("15", FigurePeriod::of_month(2026, 12)), day(2027, 1, 15));
}

TEST(ReturnRules, A_fixed_day_of_the_year_is_the_first_after_the_period) {
    const auto financial = FigurePeriod::of_years(PeriodKind::financial_year, 2025);
    const auto academic = FigurePeriod::of_years(PeriodKind::academic_year, 2025);
    const auto calendar = FigurePeriod::of_years(PeriodKind::calendar_year, 2025);
    EXPECT_EQ(due("31 July", financial), day(2026, 7, 31));
    EXPECT_EQ(due("31 July", academic), day(2027, 7, 31));
    EXPECT_EQ(due("30 September", academic), day(2026, 9, 30));
    EXPECT_EQ(due("31 January", calendar), day(2026, 1, 31));
    EXPECT_EQ(due("31 March", financial), day(2027, 3, 31))
        << "the year's own last day is too early";
}

TEST(ReturnRules, The_period_with_a_day_knows_quarters_and_kinds_of_year) {
    ReturnRule rule{.frequency = Frequency::quarter};
    EXPECT_EQ(spoken(period_with(rule, day(2026, 3, 31))), "Jan to Mar 2026");
    EXPECT_EQ(spoken(period_with(rule, day(2026, 4, 1))), "Apr to Jun 2026");
    rule.frequency = Frequency::year;
    EXPECT_EQ(spoken(period_with(rule, day(2026, 3, 31))), "2025-26");
    EXPECT_EQ(spoken(period_with(rule, day(2026, 4, 1))), "2026-27");
    rule.year = PeriodKind::academic_year;
    EXPECT_EQ(spoken(period_with(rule, day(2026, 8, 31))), "2025/26");
    EXPECT_EQ(spoken(period_with(rule, day(2026, 9, 1))), "2026/27");
    rule.year = PeriodKind::calendar_year;
    EXPECT_EQ(spoken(period_with(rule, day(2026, 12, 31))), "2026");
    rule.year = PeriodKind::reporting_year;
    EXPECT_EQ(spoken(period_with(rule, day(2026, 3, 31))), "2026");
    EXPECT_EQ(spoken(period_with(rule, day(2026, 4, 1))), "2027");
    EXPECT_FALSE(is_of_its_kind(rule, FigurePeriod::of_month(2026, 4)));
    EXPECT_TRUE(is_of_its_kind(rule, FigurePeriod::of_years(PeriodKind::reporting_year, 2026)));
}

TEST(ReturnRules, Periods_are_asked_for_that_lie_wholly_within_its_days) {
    const auto spoken_of = [](const std::vector<FigurePeriod>& all) {
        std::string words;
        for (const auto& one : all) words += openmasa::spoken(one) + ". ";
        return words;
    };
    EXPECT_EQ(spoken_of(periods_due(monthly(day(2026, 1, 1)), day(2026, 3, 15))),
              "Jan 2026. Feb 2026. ");
    EXPECT_EQ(spoken_of(periods_due(monthly(day(2026, 1, 2)), day(2026, 3, 15))), "Feb 2026. ")
        << "it began on the second of January";
    EXPECT_EQ(spoken_of(periods_due(monthly(day(2026, 1, 1), day(2026, 2, 27)), day(2026, 12, 31))),
              "Jan 2026. ")
        << "it ended a day before the end of February";
    EXPECT_EQ(spoken_of(periods_due(monthly(day(2026, 1, 1), day(2026, 2, 28)), day(2026, 12, 31))),
              "Jan 2026. Feb 2026. ");
    EXPECT_TRUE(periods_due(monthly(day(2026, 1, 1)), day(2026, 2, 14)).empty());
}

TEST(ReturnRules, Whoever_owns_it_on_the_last_day_of_a_period_owes_it) {
    const auto a = *OwnerId::parse("01kad000000000000000000001");
    const auto b = *OwnerId::parse("01kad000000000000000000002");
    const std::vector<OwnerSince> since = {
        {day(2026, 1, 1), a}, {day(2026, 2, 28), b}, {day(2026, 5, 1), std::nullopt}};
    EXPECT_EQ(owes(since, FigurePeriod::of_month(2025, 12)), std::nullopt);
    EXPECT_EQ(owes(since, FigurePeriod::of_month(2026, 1)), a);
    EXPECT_EQ(owes(since, FigurePeriod::of_month(2026, 2)), b)
        << "it changed hands on the last day";
    EXPECT_EQ(owes(since, FigurePeriod::of_month(2026, 4)), b);
    EXPECT_EQ(owes(since, FigurePeriod::of_month(2026, 5)), std::nullopt);
}

TEST(ReturnRules, It_is_said_in_plain_words) {
    EXPECT_EQ(spoken(rule_of("15")), "15 days after the period ends");
    EXPECT_EQ(spoken(rule_of("22nd")), "on the 22nd, the first after the period ends");
    EXPECT_EQ(spoken(rule_of("31 july")), "on 31 July, the first after the period ends");
    EXPECT_EQ(spoken(Frequency::month, PeriodKind::financial_year), "Every month");
    EXPECT_EQ(spoken(Frequency::year, PeriodKind::academic_year), "Every academic year");
}

} // namespace
} // namespace openmasa::intelligence
