#include "kernel/target_date_point.hpp"
#include <fmt/format.h>

namespace openmasa::dates {
namespace {

using Unit = Point::Unit;
using Part = Point::Part;
using Kind = TargetDate::Kind;

/// Whole months: the first one and how many.
struct Months {
    int year;
    unsigned first;
    unsigned count;
};
struct Days {
    Day first, last;
};

// Source: issue 2, item 3.
constexpr unsigned season_starts[] = {3, 6, 9, 12};
struct Term {
    unsigned first, count;
};
constexpr Term terms[] = {{1, 3}, {4, 4}, {9, 4}};
constexpr std::string_view season_names[] = {"spring", "summer", "autumn", "winter"};
constexpr unsigned autumn = 3;
constexpr unsigned financial_start = 4, academic_start = 9;

bool is_real(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    return year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}
        .ok();
}

/// Two years after a season or term are a school year: its spring and summer are in the second.
int calendar_year(const Point& point) {
    return point.second_year && point.which < autumn ? *point.second_year : *point.year;
}

Months months_of_quarter(const Point& point) {
    return point.which == 4 ? Months{*point.year + 1, 1, 3}
                            : Months{*point.year, 1 + 3 * point.which, 3};
}

/// "2025-26" is one year, "2025-28" three.
Months months_of_years(const Point& point, unsigned first_month) {
    const int years = point.second_year ? *point.second_year - *point.year : 1;
    return {*point.year, first_month, unsigned(12 * years)};
}

Months whole_months(const Point& point) {
    switch (point.unit) {
    case Unit::season: return {calendar_year(point), season_starts[point.which - 1], 3};
    case Unit::term: {
        const auto& term = terms[point.which - 1];
        return {calendar_year(point), term.first, term.count};
    }
    case Unit::quarter: return months_of_quarter(point);
    case Unit::calendar_year: return {*point.year, 1, 12};
    case Unit::financial_year: return months_of_years(point, financial_start);
    case Unit::academic_year: return months_of_years(point, academic_start);
    case Unit::number:
    case Unit::day:
    case Unit::month: break;
    }
    return {*point.year, point.which, 1};
}

Months shifted(Months months, unsigned by, unsigned count) {
    const unsigned first = months.first - 1 + by;
    return {months.year + int(first / 12), first % 12 + 1, count};
}

/// Early and end are a third of the months each, rounded down; mid is what lies between.
Months months_of_part(Months months, Part part) {
    const unsigned third = months.count / 3;
    switch (part) {
    case Part::early: return shifted(months, 0, third);
    case Part::mid: return shifted(months, third, months.count - 2 * third);
    case Part::end: return shifted(months, months.count - third, third);
    case Part::whole: break;
    }
    return months;
}

Days days_of(Months months) {
    const auto last = shifted(months, months.count - 1, 1);
    return {day(months.year, months.first, 1), last_day_of_month(last.year, last.first)};
}

/// Days 1 to 10, 11 to 20, 21 to the last.
Days days_of_part(Days month, Part part) {
    using std::chrono::days;
    switch (part) {
    case Part::early: return {month.first, month.first + days{9}};
    case Part::mid: return {month.first + days{10}, month.first + days{19}};
    case Part::end: return {month.first + days{20}, month.last};
    case Part::whole: break;
    }
    return month;
}

/// For a complete point without fault.
Days days_of(const Point& point) {
    if (point.unit == Unit::day) {
        const Day only = day(*point.year, point.which, point.day);
        return {only, only};
    }
    const auto months = whole_months(point);
    if (months.count == 1) return days_of_part(days_of(months), point.part);
    return days_of(months_of_part(months, point.part));
}

/// The first of the month for a day that the month may not have.
Day start_of(const Point& point) {
    if (point.unit != Unit::day) return days_of(point).first;
    const bool real = is_real(*point.year, point.which, point.day);
    return day(*point.year, point.which, real ? point.day : 1);
}

Point in_year(Point point, int year) {
    point.year = year;
    return point;
}

/// Two digits mean 20xx, so no year that a neighbour gives is before 2000 when its own is not.
bool may_have_year(int year, const Point& neighbour) {
    const int first = *neighbour.year >= 2000 ? 2000 : first_year;
    return year >= first && year <= last_year;
}

void take_year(Point& point, const Point& neighbour, int year) {
    if (may_have_year(year, neighbour)) point.year = year;
}

bool can_give_year(const Point& point) {
    return point.year && point.fault.empty();
}

std::string no_such_day(const Point& point) {
    const auto last = last_day_of_month(*point.year, point.which);
    return fmt::format(R"("{}" is not a date. Try {}, or write "end of {} {}".)", point.text,
                       spoken(last), month_name(point.which), *point.year);
}

std::string fault_of(const Point& point) {
    if (!point.fault.empty()) return point.fault;
    if (!point.year) return "No year is given.";
    if (point.unit == Unit::day && !is_real(*point.year, point.which, point.day))
        return no_such_day(point);
    return {};
}

Kind kind_of(const Point& point) {
    if (point.part != Part::whole) return Kind::part;
    switch (point.unit) {
    case Unit::number:
    case Unit::day: return Kind::day;
    case Unit::month: return Kind::month;
    case Unit::season: return Kind::season;
    case Unit::term: return Kind::term;
    case Unit::quarter: return Kind::quarter;
    case Unit::calendar_year: return Kind::year;
    case Unit::academic_year:
    case Unit::financial_year: break;
    }
    const bool several = point.second_year && *point.second_year > *point.year + 1;
    return several ? Kind::range : Kind::year;
}

std::string doubt_about_day(const Point& point) {
    const Day date = day(*point.year, point.which, point.day);
    const auto weekday = std::chrono::weekday{date}.c_encoding();
    if (!point.weekday || *point.weekday == weekday) return {};
    const auto spoken = spoken_with_weekday(date);
    return fmt::format("{} is a {}.", openmasa::spoken(date), spoken.substr(0, spoken.find(' ')));
}

std::string doubt_about_season(const Point& point) {
    if (!point.second_year || point.which > autumn) return {};
    return fmt::format("Read as {} {}.", season_names[point.which - 1], calendar_year(point));
}

std::string doubt_about_quarter(const Point& point) {
    if (point.second_year) return {};
    return fmt::format("Read as quarter {} of the financial year that starts in April {}.",
                       point.which, *point.year);
}

std::string doubt_about_years(const Point& point, std::string_view name, unsigned first_month) {
    const auto first = month_name(first_month), last = month_name(first_month - 1);
    if (!point.second_year)
        return fmt::format("Read as the {} year that starts in {} {}.", name, first, *point.year);
    if (*point.second_year == *point.year + 1) return {};
    return fmt::format("Read as the {} years from {} {} to {} {}.", name, first, *point.year, last,
                       *point.second_year);
}

/// Why a person should look at a point that has been read.
std::string doubt_about(const Point& point) {
    switch (point.unit) {
    case Unit::day: return doubt_about_day(point);
    case Unit::season: return doubt_about_season(point);
    case Unit::quarter: return doubt_about_quarter(point);
    case Unit::financial_year: return doubt_about_years(point, "financial", financial_start);
    case Unit::academic_year: return doubt_about_years(point, "school", academic_start);
    case Unit::number:
    case Unit::month:
    case Unit::term:
    case Unit::calendar_year: break;
    }
    return {};
}

} // namespace

bool lacks_year(const Point& point) {
    return !point.year && point.fault.empty();
}

void take_year_from_next(Point& point, const Point& next) {
    if (!lacks_year(point) || !can_give_year(next)) return;
    const Day start = start_of(next);
    const int same = int(std::chrono::year_month_day{start}.year());
    const bool is_in_it = next.unit == Unit::calendar_year && next.part == Part::whole;
    const bool is_before = is_in_it || start_of(in_year(point, same)) <= start;
    take_year(point, next, is_before ? same : same - 1);
    if (point.unit == Unit::quarter) point.second_year = next.second_year;
}

void take_year_from_previous(Point& point, const Point& previous) {
    if (!lacks_year(point) || !can_give_year(previous)) return;
    const Day start = start_of(previous);
    const int same = int(std::chrono::year_month_day{start}.year());
    const bool is_after = start_of(in_year(point, same)) >= start;
    take_year(point, previous, is_after ? same : same + 1);
    if (point.unit == Unit::quarter) point.second_year = previous.second_year;
}

TargetDate reading(const Point& point) {
    TargetDate target;
    target.words = point.text;
    target.doubt = fault_of(point);
    if (!target.doubt.empty()) return target;
    const auto days = days_of(point);
    target.kind = kind_of(point);
    target.earliest = days.first;
    target.latest = days.last;
    target.doubt = doubt_about(point);
    return target;
}

} // namespace openmasa::dates
