#pragma once
// The list of bank holidays as GOV.UK publishes it (https://www.gov.uk/bank-holidays.json), and
// what it would change.
#include "kernel/bank_holidays.hpp"
#include "kernel/result.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::clocks {

/// The division "england-and-wales" by day; refused when the text is anything else, when a day
/// stands in it twice, or when a year has fewer than eight days and so is not whole.
Result<std::vector<BankHoliday>> read_bank_holidays(std::string_view json);

/// One line a day, "2026-12-25 Christmas Day", and back. What is not so written is refused.
std::string to_lines(const std::vector<BankHoliday>& list);
Result<std::vector<BankHoliday>> from_lines(std::string_view lines);

/// A day that a new list has and we did not, or the other way round, or under another name.
struct HolidayDifference {
    Day day{};
    /// Empty where it is none.
    std::string was, now;
};
/// In the years that the new list has, by day.
std::vector<HolidayDifference> differences(const BankHolidays& known,
                                           const std::vector<BankHoliday>& published);

} // namespace openmasa::clocks
