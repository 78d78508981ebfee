#pragma once
// The list of bank holidays as GOV.UK publishes it (https://www.gov.uk/bank-holidays.json).
#include "kernel/bank_holidays.hpp"
#include "kernel/result.hpp"
#include <string_view>
#include <vector>

namespace openmasa::clocks {

/// The division "england-and-wales"; refused when the text is anything else.
Result<std::vector<BankHoliday>> read_bank_holidays(std::string_view json);

} // namespace openmasa::clocks
