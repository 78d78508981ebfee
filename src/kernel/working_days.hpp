#pragma once
// Counting working days, with the working shown. The day it starts from is day nought, whatever day
// of the week it is; a working day is none of Saturday, Sunday and the bank holidays.
// Source: the definition used with Working Together to Safeguard Children; check the clause of each
// rule (core/clocks).
#include "kernel/bank_holidays.hpp"
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace openmasa {

/// Days that do not count because the clock stood still; both included.
struct Pause {
    Day from, to;
    std::string why;
};

/// A day that was looked at: it counted as number so and so, or did not, and why.
struct CountedDay {
    Day day;
    std::optional<int> number;
    std::string why_not;
};

struct Count {
    /// The day that is the last of them.
    Day due;
    /// Every day after the start as far as `due`, in the order they were looked at.
    std::vector<CountedDay> days;
};

/// Why that day is no working day ("Saturday", "Good Friday"); empty when it is one.
std::string why_not_working(Day day, const BankHolidays& holidays);

/// The `amount`-th working day after `start`; before it when `amount` is negative. Nought is the
/// start itself.
Count count_working_days(Day start, int amount, const BankHolidays& holidays,
                         std::span<const Pause> pauses = {});
/// The same in days of the calendar.
Count count_days(Day start, int amount, std::span<const Pause> pauses = {});

/// The same day so many months later (earlier when negative), or that month's last day when it has
/// no such day: the corresponding date rule.
Day months_after(Day start, int months);

} // namespace openmasa
