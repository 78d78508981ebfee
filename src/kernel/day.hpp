#pragma once
// Days and moments. A day has no time and no zone; a moment is UTC and is shown in Europe/London.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa {

using Day = std::chrono::sys_days;
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A day from its numbers; they must name a real day (assertion).
Day day(int year, unsigned month, unsigned day_of_month);
/// The last day of a month.
Day last_day_of_month(int year, unsigned month);

/// "2026-01-31". Years 0000 to 9999.
std::string iso(Day day);
/// Reads exactly "YYYY-MM-DD"; nothing if it is not a real day.
std::optional<Day> day_from_iso(std::string_view text);

/// "31 Jan 2026", "31 January 2026", "Thursday 22 January 2026", "31 Jan".
std::string spoken(Day day);
std::string spoken_long(Day day);
std::string spoken_with_weekday(Day day);
std::string spoken_without_year(Day day);
/// The month's English name, 1 to 12: "January" or "Jan".
std::string_view month_name(unsigned month);
std::string_view month_short(unsigned month);

/// "2026-01-22T10:42:00.000Z".
std::string iso(Moment moment);
std::optional<Moment> moment_from_iso(std::string_view text);
/// The day it is in London at that moment, and the time as "10.42am".
/// Source: Summer Time Act 1972 s.1 as amended (last Sundays of March and October, 1am UTC).
Day london_day(Moment moment);
std::string london_time(Moment moment);
/// The moment at which clocks in London show `since_midnight` on that day. Of the hour that comes
/// twice in October the first one; in the hour that is missing in March an hour later.
Moment london_moment(Day day, std::chrono::minutes since_midnight);
/// "22 January 2026, 10.42am".
std::string spoken(Moment moment);

} // namespace openmasa
