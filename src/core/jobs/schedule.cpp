#include "core/jobs/schedule.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::jobs {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

std::optional<int> two_digits(std::string_view text, int most) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = text.size() == 2 && read.ptr == text.data() + 2 && read.ec == std::errc();
    return whole && number <= most ? std::optional(number) : std::nullopt;
}

/// "02:30", or for hours ":30".
std::optional<minutes> read_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == text.npos) return std::nullopt;
    const auto hour = colon == 0 ? std::optional(0) : two_digits(text.substr(0, colon), 23);
    const auto minute = two_digits(text.substr(colon + 1), 59);
    if (!hour || !minute) return std::nullopt;
    return hours{*hour} + minutes{*minute};
}

std::string spoken_time(minutes at) {
    // Any day without a change of clocks says it.
    return london_time(Moment{day(2026, 1, 1)} + at);
}

Moment next_hour(minutes at, Moment after) {
    const auto hour = std::chrono::floor<hours>(after);
    return hour + at > after ? hour + at : hour + hours{1} + at;
}

} // namespace

std::optional<Rule> read_rule(std::string_view words) {
    const auto parts = split(words, ' ');
    const auto at = read_time(parts.back());
    if (!at) return std::nullopt;
    const bool of_hour = parts.back().starts_with(':');
    if (parts.size() == 2 && parts[0] == "hourly" && of_hour)
        return Rule{Rule::Every::hour, *at, {}};
    if (parts.size() == 2 && parts[0] == "daily" && !of_hour)
        return Rule{Rule::Every::day, *at, {}};
    if (parts.size() != 3 || parts[0] != "weekly" || of_hour) return std::nullopt;
    const auto* found = std::ranges::find(weekdays, parts[1]);
    if (found == weekdays.end()) return std::nullopt;
    const auto number = static_cast<unsigned>(found - weekdays.begin());
    return Rule{Rule::Every::week, *at, std::chrono::weekday{number}};
}

std::string spoken(const Rule& rule) {
    if (rule.every == Rule::Every::hour)
        return fmt::format("Every hour, {} minutes past", rule.at.count());
    if (rule.every == Rule::Every::day) return "Every day at " + spoken_time(rule.at);
    std::string name(weekdays.at(rule.on.c_encoding()));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return fmt::format("Every {} at {}", name, spoken_time(rule.at));
}

Moment next_run(const Rule& rule, Moment after) {
    if (rule.every == Rule::Every::hour) return next_hour(rule.at, after);
    for (Day day = london_day(after);; day += days{1}) {
        if (rule.every == Rule::Every::week && std::chrono::weekday{day} != rule.on) continue;
        const auto moment = london_moment(day, rule.at);
        if (moment > after) return moment;
    }
}

} // namespace openmasa::jobs
