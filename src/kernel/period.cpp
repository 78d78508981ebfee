#include "kernel/period.hpp"
#include "kernel/text.hpp"
#include <cassert>
#include <fmt/format.h>
#include <iterator>

namespace openmasa {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

struct KindRow {
    PeriodKind kind;
    std::string_view text, spoken;
    /// Of a year: the month in which it begins.
    unsigned month = 0;
};
constexpr KindRow kinds[] = {
    {PeriodKind::calendar_year, "calendar_year", "calendar year", 1},
    {PeriodKind::financial_year, "financial_year", "financial year", 4},
    {PeriodKind::academic_year, "academic_year", "academic year", 9},
    {PeriodKind::reporting_year, "reporting_year", "year to 31 March", 4},
    {PeriodKind::quarter, "quarter", "quarter"},
    {PeriodKind::month, "month", "month"},
    {PeriodKind::week, "week", "week"},
    {PeriodKind::single_day, "single_day", "day"},
};

constexpr std::string_view standings[] = {"published", "provisional", "revised"};

const KindRow& row_of(PeriodKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

bool is_year(PeriodKind kind) {
    return row_of(kind).month != 0;
}

/// The same day so many months later; all our periods begin on a day that every month has, or are
/// counted in days.
Day later(Day day, int so_many_months) {
    return Day{year_month_day(day) + months{so_many_months}};
}

int year_of(Day day) {
    return int(year_month_day(day).year());
}
unsigned month_of(Day day) {
    return unsigned(year_month_day(day).month());
}

/// Day numbers count from here.
const Day earliest = day(1900, 1, 1);

constexpr std::int64_t kind_bits = 4, year_bits = 7;

std::string two_digits(int year) {
    return fmt::format("{:02}", year % 100);
}

/// One year as people name it, by the year in which it begins.
std::string year_words(PeriodKind kind, int begins) {
    switch (kind) {
    case PeriodKind::financial_year: return fmt::format("{}-{}", begins, two_digits(begins + 1));
    case PeriodKind::academic_year: return fmt::format("{}/{}", begins, two_digits(begins + 1));
    case PeriodKind::reporting_year: return std::to_string(begins + 1);
    case PeriodKind::calendar_year:
    case PeriodKind::quarter:
    case PeriodKind::month:
    case PeriodKind::week:
    case PeriodKind::single_day: break;
    }
    return std::to_string(begins);
}

std::string years_words(const FigurePeriod& period) {
    const auto first = year_words(period.kind(), year_of(period.first()));
    if (period.years() == 1) return first;
    return fmt::format("{} to {}", first,
                       year_words(period.kind(), year_of(period.first()) + period.years() - 1));
}

} // namespace

std::string_view to_text(PeriodKind kind) {
    return row_of(kind).text;
}
bool from_text(std::string_view text, PeriodKind& kind) {
    for (const auto& row : kinds)
        if (row.text == text) return kind = row.kind, true;
    return false;
}
std::string_view spoken(PeriodKind kind) {
    return row_of(kind).spoken;
}

std::string_view to_text(FigureStanding standing) {
    return standings[static_cast<std::size_t>(standing)];
}
bool from_text(std::string_view text, FigureStanding& standing) {
    for (std::size_t at = 0; at < std::size(standings); ++at)
        if (standings[at] == text) return standing = static_cast<FigureStanding>(at), true;
    return false;
}

FigurePeriod FigurePeriod::of_years(PeriodKind kind, int first_year, int so_many) {
    assert(is_year(kind) && so_many >= 1 && so_many <= 100);
    const int begins = kind == PeriodKind::reporting_year ? first_year - 1 : first_year;
    return {kind, openmasa::day(begins, row_of(kind).month, 1), so_many};
}
FigurePeriod FigurePeriod::of_quarter(int year, unsigned month) {
    return {PeriodKind::quarter, openmasa::day(year, month, 1), 1};
}
FigurePeriod FigurePeriod::of_month(int year, unsigned month) {
    return {PeriodKind::month, openmasa::day(year, month, 1), 1};
}
FigurePeriod FigurePeriod::of_week(Day monday) {
    return {PeriodKind::week, monday, 1};
}
FigurePeriod FigurePeriod::of_day(Day day) {
    return {PeriodKind::single_day, day, 1};
}

Day FigurePeriod::last() const {
    return next().first_ - days{1};
}

FigurePeriod FigurePeriod::next() const {
    switch (kind_) {
    case PeriodKind::quarter: return {kind_, later(first_, 3), 1};
    case PeriodKind::month: return {kind_, later(first_, 1), 1};
    case PeriodKind::week: return {kind_, first_ + days{7}, 1};
    case PeriodKind::single_day: return {kind_, first_ + days{1}, 1};
    case PeriodKind::calendar_year:
    case PeriodKind::financial_year:
    case PeriodKind::academic_year:
    case PeriodKind::reporting_year: break;
    }
    return {kind_, later(first_, 12 * years_), years_};
}

std::int64_t FigurePeriod::number() const {
    const std::int64_t since = (first_ - earliest).count();
    return (((since << year_bits) | years_) << kind_bits) | static_cast<std::int64_t>(kind_);
}

std::optional<FigurePeriod> FigurePeriod::from_number(std::int64_t number) {
    const auto kind = number & ((1 << kind_bits) - 1);
    const auto so_many = (number >> kind_bits) & ((1 << year_bits) - 1);
    const auto since = number >> (kind_bits + year_bits);
    constexpr std::int64_t too_late = 3'000'000; // days: the year 9999 is before it
    if (number < 0 || kind >= std::ssize(kinds) || so_many < 1 || so_many > 100 || since > too_late)
        return std::nullopt;
    return FigurePeriod(static_cast<PeriodKind>(kind), earliest + days{since},
                        static_cast<int>(so_many));
}

std::string spoken(const FigurePeriod& period) {
    const auto first = period.first();
    switch (period.kind()) {
    case PeriodKind::quarter: {
        const auto last = period.last();
        return fmt::format("{} to {} {}", month_short(month_of(first)), month_short(month_of(last)),
                           year_of(last));
    }
    case PeriodKind::month:
        return fmt::format("{} {}", month_short(month_of(first)), year_of(first));
    case PeriodKind::week: return "week from " + spoken(first);
    case PeriodKind::single_day: return spoken(first);
    case PeriodKind::calendar_year:
    case PeriodKind::financial_year:
    case PeriodKind::academic_year:
    case PeriodKind::reporting_year: break;
    }
    return years_words(period);
}

std::string spoken_long(const FigurePeriod& period) {
    const auto first = period.first(), last = period.last();
    if (period.kind() == PeriodKind::reporting_year && period.years() == 1)
        return "year to " + spoken_long(last);
    if (period.kind() == PeriodKind::month)
        return fmt::format("{} {}", month_name(month_of(first)), year_of(first));
    if (period.kind() == PeriodKind::single_day) return spoken_long(first);
    if (period.kind() == PeriodKind::week)
        return fmt::format("{} to {}", spoken(first), spoken(last));
    return fmt::format("{} {} to {} {}", month_name(month_of(first)), year_of(first),
                       month_name(month_of(last)), year_of(last));
}

std::optional<std::string> implausible(const FigurePeriod& period, Day today) {
    if (period.first() < earliest) return fmt::format("{} is too long ago.", spoken(period));
    if (period.first() > today)
        return fmt::format("{} has not begun, so no figure can be of it.", spoken(period));
    return std::nullopt;
}

} // namespace openmasa
