#include "partnership/typed_days.hpp"
#include "kernel/london_time.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"

namespace openmasa::partnership {

std::optional<Day> TypedDays::read(std::string_view field, const std::string& words,
                                   bool required) {
    const auto line = one_line(words);
    if (line.empty() && !required) return std::nullopt;
    const auto day = typed_day(line);
    if (!day) problems.push_back({std::string(field), "Enter the day, as 12 June 2026."});
    return day;
}

} // namespace openmasa::partnership
