#include "kernel/working_days.hpp"
#include <algorithm>
#include <cstdlib>

namespace openmasa {
namespace {

using namespace std::chrono;

std::string why_paused(Day one, std::span<const Pause> pauses) {
    const auto found = std::ranges::find_if(
        pauses, [&](const Pause& pause) { return pause.from <= one && one <= pause.to; });
    return found == pauses.end() ? "" : "paused: " + found->why;
}

template<class WhyNot> Count count(Day start, int amount, WhyNot why_not) {
    const days step{amount < 0 ? -1 : 1};
    Count counted{.due = start, .days = {}};
    for (int number = 0; number < std::abs(amount);) {
        counted.due += step;
        CountedDay one{.day = counted.due, .number = {}, .why_not = why_not(counted.due)};
        if (one.why_not.empty()) one.number = ++number;
        counted.days.push_back(std::move(one));
    }
    return counted;
}

} // namespace

std::string why_not_working(Day one, const BankHolidays& holidays) {
    if (weekday(one) == Saturday) return "Saturday";
    if (weekday(one) == Sunday) return "Sunday";
    return holidays.name_of(one);
}

Count count_working_days(Day start, int amount, const BankHolidays& holidays,
                         std::span<const Pause> pauses) {
    return count(start, amount, [&](Day one) {
        auto why = why_not_working(one, holidays);
        return why.empty() ? why_paused(one, pauses) : why;
    });
}

Count count_days(Day start, int amount, std::span<const Pause> pauses) {
    return count(start, amount, [&](Day one) { return why_paused(one, pauses); });
}

Day months_after(Day start, int count) {
    const auto there = year_month_day(start) + months{count};
    return there.ok() ? sys_days(there) : sys_days(there.year() / there.month() / last);
}

} // namespace openmasa
