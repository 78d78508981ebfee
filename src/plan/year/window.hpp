#pragma once
// Which months a picture shows: what its address asks for, else the plan's own period, else the
// twelve months around today.
#include "kernel/day.hpp"
#include "web/http/form.hpp"
#include <array>
#include <string>
#include <string_view>

namespace openmasa::year {

/// Whole months from the first day of one.
struct Window {
    Day first{};
    int months = 12;

    Day last() const;
    /// As many months, so many later (earlier when negative).
    Window moved(int by_months) const;
    bool operator==(const Window&) const = default;
};

/// The lengths that can be chosen, in months.
inline constexpr std::array lengths = {3, 6, 12, 18, 24, 36};

/// "2026-04" or a month in words ("April 2026") in `from`, one of `lengths` in `months`; what makes
/// no sense is left out. A period of more than three years is shown from where it begins.
Window asked_window(const http::Form& query, std::string_view period, Day today);

/// "from=2026-04&months=12".
std::string to_query(const Window& window);
/// "April 2026 to March 2027", "April 2026".
std::string spoken(const Window& window);

/// The first day of that day's month.
Day month_of(Day day);
/// "April 2026".
std::string spoken_month(Day day);

} // namespace openmasa::year
