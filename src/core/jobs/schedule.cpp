#include "core/jobs/schedule.hpp"
#include "kernel/london_time.hpp"
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

/// By their number in ISO 8601, less one.
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

std::optional<std::chrono::weekday> weekday_named(std::string_view name) {
    const auto* found = std::ranges::find(weekdays, name);
    if (found == weekdays.end()) return std::nullopt;
    return std::chrono::weekday{static_cast<unsigned>(found - weekdays.begin()) + 1};
}
std::string_view name_of(std::chrono::weekday day) {
    return weekdays[day.iso_encoding() - 1];
}

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

/// "15" or ":15", as a form asks for the minutes past the hour.
std::optional<minutes> typed_minutes(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with(':')) text.remove_prefix(1);
    int number = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole =
        !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && number >= 0 && number <= 59 ? std::optional(minutes{number}) : std::nullopt;
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
    const auto day = weekday_named(parts[1]);
    return day ? std::optional(Rule{Rule::Every::week, *at, *day}) : std::nullopt;
}

std::string to_text(const Rule& rule) {
    const auto hour = std::chrono::floor<hours>(rule.at);
    const auto past = (rule.at - hour).count();
    switch (rule.every) {
    case Rule::Every::hour: return fmt::format("hourly :{:02}", past);
    case Rule::Every::day: return fmt::format("daily {:02}:{:02}", hour.count(), past);
    case Rule::Every::week: break;
    }
    return fmt::format("weekly {} {:02}:{:02}", name_of(rule.on), hour.count(), past);
}

std::span<const std::string_view> rule_days() {
    return weekdays;
}

Result<Rule> typed_rule(std::string_view every, std::string_view on, std::string_view at) {
    if (every == "hour") {
        const auto past = typed_minutes(at);
        if (!past) return invalid("at", "Write the minutes past the hour, from 0 to 59.");
        return Rule{Rule::Every::hour, *past, {}};
    }
    std::vector<Problem> problems;
    const auto time = time_of_day(at);
    const auto day = weekday_named(on);
    if (every != "day" && every != "week") problems.push_back({"every", "Choose how often."});
    if (every == "week" && !day) problems.push_back({"on", "Choose a day of the week."});
    if (!time) problems.push_back({"at", "Write the time as 2.30am or 14:30."});
    if (!problems.empty()) return invalid(std::move(problems));
    if (every == "day") return Rule{Rule::Every::day, *time, {}};
    return Rule{Rule::Every::week, *time, *day};
}

std::string spoken(const Rule& rule) {
    if (rule.every == Rule::Every::hour)
        return rule.at.count() == 0 ? "Every hour, on the hour"
                                    : "Every hour, " + counted(rule.at.count(), "minute") + " past";
    if (rule.every == Rule::Every::day) return "Every day at " + spoken_time(rule.at);
    std::string name(name_of(rule.on));
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
