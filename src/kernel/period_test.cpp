#include "kernel/period.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

const Day today = day(2026, 1, 22);
using enum PeriodKind;

FigurePeriod read(std::string_view text, PeriodKind year = calendar_year) {
    const auto read = read_period(text, year, today);
    EXPECT_TRUE(read) << text;
    return read ? read->period : FigurePeriod::of_day(today);
}
std::string refused(std::string_view text, PeriodKind year = calendar_year) {
    const auto read = read_period(text, year, today);
    return read ? "read as " + spoken(read->period) : read.refusal().problems.front().words;
}

TEST(Period, A_bare_year_is_what_its_indicator_says) {
    EXPECT_EQ(read("2025"), FigurePeriod::of_years(calendar_year, 2025));
    EXPECT_EQ(read("2025", reporting_year), FigurePeriod::of_years(reporting_year, 2025));
    EXPECT_EQ(read("2025", financial_year), FigurePeriod::of_years(financial_year, 2024));
    EXPECT_EQ(read("2025", academic_year), FigurePeriod::of_years(academic_year, 2024));
    EXPECT_EQ(spoken_long(read("2025", reporting_year)), "year to 31 March 2025");
    EXPECT_EQ(spoken(read("2025", academic_year)), "2024/25");
}

TEST(Period, Years_across_two_are_read_as_each_file_writes_them) {
    const auto financial = FigurePeriod::of_years(financial_year, 2010);
    for (const char* text : {"2010/11", "2010-11", "201011", "2010/2011", "2010\u201311"})
        EXPECT_EQ(read(text, financial_year), financial) << text;
    EXPECT_EQ(read("202425", academic_year), FigurePeriod::of_years(academic_year, 2024));
    EXPECT_EQ(read("1999/00", financial_year), FigurePeriod::of_years(financial_year, 1999));
    EXPECT_EQ(refused("2024/26", academic_year),
              "\"2024/26\" is no period that can be read. Write 2024-25, 2025 Q1, April 2025 or 31 "
              "March 2025.");
}

TEST(Period, Years_in_a_row_are_one_period) {
    for (const char* text : {"2014-16", "2014 - 16", "2014 to 2016", "2014-2016"})
        EXPECT_EQ(read(text), FigurePeriod::of_years(calendar_year, 2014, 3)) << text;
    EXPECT_EQ(read("2010/11 - 12/13", financial_year),
              FigurePeriod::of_years(financial_year, 2010, 3));
    EXPECT_EQ(spoken(read("2014-16")), "2014 to 2016");
    EXPECT_EQ(spoken(read("2010/11 - 12/13", financial_year)), "2010-11 to 2012-13");
    EXPECT_EQ(read("2014-16").last(), day(2016, 12, 31));
}

TEST(Period, Quarters_months_weeks_and_days_are_read) {
    EXPECT_EQ(read("Q1 2025-26", financial_year), FigurePeriod::of_quarter(2025, 4));
    EXPECT_EQ(read("2024-25 Q4", financial_year), FigurePeriod::of_quarter(2025, 1));
    EXPECT_EQ(read("2025 Q1"), FigurePeriod::of_quarter(2025, 1));
    EXPECT_EQ(read("Apr to Jun 2025"), FigurePeriod::of_quarter(2025, 4));
    EXPECT_EQ(read("Nov to Jan 2025"), FigurePeriod::of_quarter(2024, 11));
    for (const char* text : {"April 2025", "Apr 2025", "2025-04", "2025 April"})
        EXPECT_EQ(read(text), FigurePeriod::of_month(2025, 4)) << text;
    for (const char* text :
         {"week 15 2025", "2025-W15", "w/c 7 April 2025", "week from 7 Apr 2025"})
        EXPECT_EQ(read(text), FigurePeriod::of_week(day(2025, 4, 7))) << text;
    for (const char* text : {"31 March 2025", "2025-03-31", "31/03/2025", "at 31 Mar 2025"})
        EXPECT_EQ(read(text), FigurePeriod::of_day(day(2025, 3, 31))) << text;
}

TEST(Period, A_mark_behind_it_says_how_the_figure_stands) {
    const auto standing = [](std::string_view text) {
        return read_period(text, reporting_year, today)->standing;
    };
    EXPECT_EQ(standing("2025 (prov)"), FigureStanding::provisional);
    EXPECT_EQ(standing("2025 (Provisional)"), FigureStanding::provisional);
    EXPECT_EQ(standing("2025 [p]"), FigureStanding::provisional);
    EXPECT_EQ(standing("2025 (revised)"), FigureStanding::revised);
    EXPECT_EQ(standing("2025 (final)"), FigureStanding::published);
    EXPECT_EQ(standing("2025"), FigureStanding::published);
    EXPECT_EQ(read("2025 (prov)", reporting_year), read("2025", reporting_year));
}

TEST(Period, Of_Explore_Education_Statistics_is_a_code_and_what_it_is) {
    const auto of = [](std::string_view code, std::string_view identifier) {
        const auto read = read_period(code, identifier, today);
        return read ? spoken_long(read->period) : read.refusal().problems.front().words;
    };
    EXPECT_EQ(of("2025", "Reporting year"), "year to 31 March 2025");
    EXPECT_EQ(of("202425", "Academic year"), "September 2024 to August 2025");
    EXPECT_EQ(of("202425", "Financial year Q1"), "April 2024 to June 2024");
    EXPECT_EQ(of("2025", "Calendar year Q2"), "April 2025 to June 2025");
    EXPECT_EQ(of("2025", "April"), "April 2025");
    EXPECT_EQ(of("2025", "Week 14"), "31 Mar 2025 to 6 Apr 2025");
    EXPECT_EQ(of("2052", "Reporting year"), "2052 has not begun, so no figure can be of it.");
    EXPECT_TRUE(of("2025", "Autumn term").starts_with("\"2025, Autumn term\" is no period"));
}

TEST(Period, Of_what_has_not_begun_no_figure_can_be) {
    EXPECT_EQ(refused("2052"), "2052 has not begun, so no figure can be of it.");
    EXPECT_EQ(refused("2026-27", financial_year),
              "2026-27 has not begun, so no figure can be of it.");
    EXPECT_EQ(refused("1850"), "1850 is too long ago.");
    EXPECT_EQ(read("2025-26", financial_year), FigurePeriod::of_years(financial_year, 2025));
}

TEST(Period, What_is_no_period_is_refused) {
    for (const char* text :
         {"", "soon", "31 Feb 2025", "week 53 2025", "Q5 2025", "2025 Q", "13/13/2025", "20",
          "2025-13-01", "Jan to Feb 2025", "2024/26", "99999999999"})
        EXPECT_FALSE(read_period(text, calendar_year, today)) << text;
}

TEST(Period, Its_number_keeps_it_and_its_order) {
    const FigurePeriod in_order[] = {FigurePeriod::of_years(calendar_year, 2013, 3),
                                     FigurePeriod::of_years(calendar_year, 2014),
                                     FigurePeriod::of_years(calendar_year, 2014, 3),
                                     FigurePeriod::of_month(2014, 4),
                                     FigurePeriod::of_years(financial_year, 2014, 3),
                                     FigurePeriod::of_years(reporting_year, 2016)};
    for (std::size_t at = 0; at < std::size(in_order); ++at) {
        EXPECT_EQ(FigurePeriod::from_number(in_order[at].number()), in_order[at]);
        if (at > 0) {
            EXPECT_LT(in_order[at - 1], in_order[at]) << spoken(in_order[at]);
        }
    }
    EXPECT_FALSE(FigurePeriod::from_number(-1));
    EXPECT_FALSE(FigurePeriod::from_number(15));
}

TEST(Period, What_it_writes_it_reads_again) {
    const FigurePeriod periods[] = {FigurePeriod::of_years(calendar_year, 2014, 3),
                                    FigurePeriod::of_years(financial_year, 2010, 3),
                                    FigurePeriod::of_years(academic_year, 2024),
                                    FigurePeriod::of_years(reporting_year, 2025),
                                    FigurePeriod::of_years(reporting_year, 2023, 3),
                                    FigurePeriod::of_quarter(2025, 4),
                                    FigurePeriod::of_month(2025, 5),
                                    FigurePeriod::of_week(day(2025, 4, 7)),
                                    FigurePeriod::of_day(day(2025, 3, 31))};
    for (const auto& period : periods) EXPECT_EQ(read(spoken(period), period.kind()), period);
}

TEST(Period, The_next_one_begins_when_it_ends) {
    EXPECT_EQ(FigurePeriod::of_years(financial_year, 2024).next(),
              FigurePeriod::of_years(financial_year, 2025));
    EXPECT_EQ(FigurePeriod::of_quarter(2025, 10).next(), FigurePeriod::of_quarter(2026, 1));
    EXPECT_EQ(FigurePeriod::of_month(2024, 2).last(), day(2024, 2, 29));
    EXPECT_EQ(FigurePeriod::of_week(day(2025, 12, 29)).next(),
              FigurePeriod::of_week(day(2026, 1, 5)));
}

} // namespace
} // namespace openmasa
