#pragma once
// The time that a figure is about: a year of one kind or another, some of them together, a quarter,
// a month, a week, or a single day. A value: it knows its first and last day, its place among
// others, and how people write it.
//
//   calendar year    1 January                     "2024"
//   financial year   1 April                       "2024-25"
//   academic year    1 September                   "2024/25"
//   reporting year   1 April, by the year it ends  "2025", "year to 31 March 2025"
//   quarter          three months                  "Apr to Jun 2025"
//   month, week, day "April 2025", "week from 7 Apr 2025", "31 Mar 2025"
//
// Years in a row are one period: calendar years "2014 to 2016", financial "2010-11 to 2012-13".
//
// Sources: Explore Education Statistics, how to prepare data (time_period, time_identifier); the
// financial year of central and local government is from April to March (Interpretation Act 1978,
// Schedule 1); children's social care is published by reporting years to 31 March.
#include "kernel/day.hpp"
#include "kernel/result.hpp"
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa {

enum class PeriodKind : unsigned char {
    calendar_year,
    financial_year,
    academic_year,
    reporting_year,
    quarter,
    month,
    week,
    single_day,
};

/// "calendar_year" and so on, for the database and for files; and for people: "financial year".
std::string_view to_text(PeriodKind kind);
bool from_text(std::string_view text, PeriodKind& kind);
std::string_view spoken(PeriodKind kind);

class FigurePeriod {
public:
    /// Whole years in a row, the first of which begins in `first_year` (of a reporting year: ends
    /// there, as it is named). `years` is 1 to 100, `kind` one of the four years.
    static FigurePeriod of_years(PeriodKind kind, int first_year, int years = 1);
    /// Three months, the first of which is `month`, 1 to 12.
    static FigurePeriod of_quarter(int year, unsigned month);
    static FigurePeriod of_month(int year, unsigned month);
    /// The week that begins on that day.
    static FigurePeriod of_week(Day monday);
    static FigurePeriod of_day(Day day);

    PeriodKind kind() const { return kind_; }
    Day first() const { return first_; }
    Day last() const;
    /// How many years it has; 1 for whatever is no year.
    int years() const { return years_; }
    /// The first of its kind that begins after this one has ended: where the line between two
    /// points of a chart has no gap.
    FigurePeriod next() const;

    /// One whole number for it, in the order of periods: below 2^40. Nothing of a number that no
    /// period has.
    std::int64_t number() const;
    static std::optional<FigurePeriod> from_number(std::int64_t number);

    /// By the first day, then the shorter first, then by kind.
    std::strong_ordering operator<=>(const FigurePeriod& other) const {
        return number() <=> other.number();
    }
    bool operator==(const FigurePeriod& other) const { return number() == other.number(); }

private:
    FigurePeriod(PeriodKind kind, Day first, int years)
        : kind_(kind), first_(first), years_(years) {}
    PeriodKind kind_;
    Day first_;
    int years_;
};

/// "2024-25", "2014 to 2016", "Apr to Jun 2025", "31 Mar 2025": short, for a table and an axis.
std::string spoken(const FigurePeriod& period);
/// The same for somebody who asks what it means: "year to 31 March 2025", "April 2024 to March
/// 2025".
std::string spoken_long(const FigurePeriod& period);

/// Whether figures of it may still change: as published, provisional, or a revision.
enum class FigureStanding : unsigned char { published, provisional, revised };
std::string_view to_text(FigureStanding standing);
bool from_text(std::string_view text, FigureStanding& standing);

/// A period as a file writes it, with what stands behind it: "2025 (prov)".
struct WrittenPeriod {
    FigurePeriod period;
    FigureStanding standing = FigureStanding::published;
};

/// Reads what files and people write: "2025", "2024-25", "2024/25", "202425", "2014-16", "2014 -
/// 16", "2010/11 - 12/13", "Q1 2025-26", "2025 Q1", "April 2025", "2025-04", "week 14 2025", "w/c 7
/// April 2025", "31 March 2025", "2025-03-31", each with "(prov)", "(provisional)", "(revised)" or
/// "(final)" behind it. `year` says what kind of year a bare one is. Refuses, under the field
/// "period", what is no period, and what no figure can be about (see implausible()).
Result<WrittenPeriod> read_period(std::string_view text, PeriodKind year, Day today);

/// Explore Education Statistics: a code and what it is: "2025" and "Reporting year", "202425" and
/// "Financial year Q1", "2025" and "April" or "Week 14". Refuses likewise.
Result<WrittenPeriod> read_period(std::string_view code, std::string_view identifier, Day today);

/// Why no figure can be of that period: it has not begun by `today`, or lies before 1900. Nothing
/// when it can.
std::optional<std::string> implausible(const FigurePeriod& period, Day today);

} // namespace openmasa
