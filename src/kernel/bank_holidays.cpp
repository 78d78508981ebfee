#include "kernel/bank_holidays.hpp"
#include <algorithm>

namespace openmasa {
namespace {

using namespace std::chrono;

constexpr std::string_view new_year = "New Year's Day", good_friday = "Good Friday",
                           easter_monday = "Easter Monday", early_may = "Early May bank holiday",
                           spring = "Spring bank holiday", summer = "Summer bank holiday",
                           christmas = "Christmas Day", boxing = "Boxing Day";

/// What a year had otherwise than by the rule: an empty name takes a day away.
struct Exception {
    int year;
    unsigned month, day;
    std::string_view name;
};
constexpr Exception exceptions[] = {
    {1995, 5, 1, ""},
    {1995, 5, 8, "Early May bank holiday (VE day)"},
    {1999, 12, 31, "Millennium bank holiday"},
    {2002, 5, 27, ""},
    {2002, 6, 3, "Golden Jubilee bank holiday"},
    {2002, 6, 4, spring},
    {2011, 4, 29, "Royal wedding bank holiday"},
    {2012, 5, 28, ""},
    {2012, 6, 4, spring},
    {2012, 6, 5, "Diamond Jubilee bank holiday"},
    {2020, 5, 4, ""},
    {2020, 5, 8, "Early May bank holiday (VE day)"},
    {2022, 5, 30, ""},
    {2022, 6, 2, spring},
    {2022, 6, 3, "Platinum Jubilee bank holiday"},
    {2022, 9, 19, "Bank holiday for the State Funeral of Queen Elizabeth II"},
    {2023, 5, 8, "Bank holiday for the coronation of King Charles III"},
};

int year_of(Day day) {
    return int(year_month_day(day).year());
}

/// Easter Sunday in the Gregorian calendar. Source: the anonymous algorithm of 1876, as given in
/// Meeus, Astronomical Algorithms, chapter 8.
Day easter(int of_year) {
    const int a = of_year % 19, b = of_year / 100, c = of_year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, sum = h + l - 7 * m + 114;
    return day(of_year, unsigned(sum / 31), unsigned(sum % 31 + 1));
}

Day first_monday(int of_year, month in) {
    return sys_days(year(of_year) / in / Monday[1]);
}
Day last_monday(int of_year, month in) {
    return sys_days(year(of_year) / in / Monday[last]);
}
bool is_weekend(Day one) {
    return weekday(one) == Saturday || weekday(one) == Sunday;
}
Day next_weekday(Day one) {
    while (is_weekend(one)) one += days{1};
    return one;
}

/// By the rule alone. On a weekend the next free weekday is given instead: Christmas Day on a
/// Saturday is kept on the 27th (Monday) and Boxing Day on the 28th.
std::vector<BankHoliday> by_rule(int of_year) {
    const Day sunday = easter(of_year), twenty_fifth = day(of_year, 12, 25);
    const Day boxing_day = next_weekday(twenty_fifth + days{1});
    Day christmas_day = next_weekday(twenty_fifth), other = boxing_day;
    if (christmas_day == boxing_day) // 25th Saturday or Sunday
        (weekday(twenty_fifth) == Saturday ? other : christmas_day) += days{1};
    return {{next_weekday(day(of_year, 1, 1)), std::string(new_year)},
            {sunday - days{2}, std::string(good_friday)},
            {sunday + days{1}, std::string(easter_monday)},
            {first_monday(of_year, May), std::string(early_may)},
            {last_monday(of_year, May), std::string(spring)},
            {last_monday(of_year, August), std::string(summer)},
            {christmas_day, std::string(christmas)},
            {other, std::string(boxing)}};
}

void apply_exceptions(int of_year, std::vector<BankHoliday>& holidays) {
    for (const auto& one : exceptions) {
        if (one.year != of_year) continue;
        const Day when = day(one.year, one.month, one.day);
        if (one.name.empty())
            std::erase_if(holidays, [&](const BankHoliday& known) { return known.day == when; });
        else
            holidays.push_back({when, std::string(one.name)});
    }
}

} // namespace

BankHolidays::BankHolidays(std::vector<BankHoliday> published) : published_(std::move(published)) {
    std::ranges::sort(published_, {}, &BankHoliday::day);
}

bool BankHolidays::is_published(int of_year) const {
    const auto first =
        std::ranges::lower_bound(published_, day(of_year, 1, 1), {}, &BankHoliday::day);
    return first != published_.end() && year_of(first->day) == of_year;
}

std::vector<int> BankHolidays::published_years() const {
    std::vector<int> years;
    for (const auto& one : published_)
        if (years.empty() || years.back() != year_of(one.day)) years.push_back(year_of(one.day));
    return years;
}

std::vector<BankHoliday> BankHolidays::of_year(int of_year) const {
    std::vector<BankHoliday> holidays;
    if (is_published(of_year)) {
        for (const auto& one : published_)
            if (year_of(one.day) == of_year) holidays.push_back(one);
        return holidays;
    }
    holidays = by_rule(of_year);
    apply_exceptions(of_year, holidays);
    std::ranges::sort(holidays, {}, &BankHoliday::day);
    return holidays;
}

std::string BankHolidays::name_of(Day when) const {
    for (auto& one : of_year(year_of(when)))
        if (one.day == when) return std::move(one.name);
    return {};
}

} // namespace openmasa
