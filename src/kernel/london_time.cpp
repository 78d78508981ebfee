#include "kernel/london_time.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa {
namespace {

using namespace std::chrono;

/// Digits at the start of `words`, at most two; taken off it.
std::optional<int> take_number(std::string_view& words) {
    int number = 0;
    std::size_t taken = 0;
    for (; taken < words.size() && taken < 2; ++taken) {
        const char c = words[taken];
        if (c < '0' || c > '9') break;
        number = number * 10 + (c - '0');
    }
    if (taken == 0) return std::nullopt;
    words.remove_prefix(taken);
    return number;
}

std::optional<minutes> of_twelve(int hour, int minute, std::string_view half) {
    if (hour < 1 || hour > 12) return std::nullopt;
    return hours{hour % 12 + (half == "pm" ? 12 : 0)} + minutes{minute};
}

/// Takes "BST" or "GMT" off the end; gives how far ahead of UTC that is, if one was there.
std::optional<hours> take_zone(std::string& words) {
    for (const auto& [zone, ahead] : {std::pair{"bst", 1}, std::pair{"gmt", 0}})
        if (words.ends_with(zone)) {
            words = std::string(trimmed(words.substr(0, words.size() - 3)));
            return hours{ahead};
        }
    return std::nullopt;
}

/// Whether London's clocks show that day and time at `moment`.
bool shows(Moment moment, Day day, minutes time) {
    return moment + london_offset(moment) == day + time;
}

Refusal no_time(std::string_view field, std::string_view words) {
    return invalid(
        std::string(field),
        fmt::format("\u201c{}\u201d is no time of day. Write it as 2.30pm or 14:30.", words));
}

Refusal skipped(std::string_view field, std::string_view words, Day day) {
    return invalid(std::string(field),
                   fmt::format("There was no {} on {}: the clocks went forward from 1am to 2am.",
                               words, spoken_long(day)));
}

Refusal wrong_zone(std::string_view field, std::string_view words, Day day) {
    return invalid(std::string(field),
                   fmt::format("London's clocks did not show {} on {}. Leave BST or GMT away.",
                               words, spoken_long(day)));
}

Refusal came_twice(std::string_view field, std::string_view words, Day day) {
    return invalid(
        std::string(field),
        fmt::format("{0} came twice on {1}, when the clocks went back. Write {0} BST for "
                    "the first, or {0} GMT for the second.",
                    words, spoken_long(day)));
}

} // namespace

std::optional<Day> typed_day(std::string_view words) {
    if (const auto day = day_from_iso(trimmed(words))) return day;
    const auto read = understand_date(words);
    if (read.kind != TargetDate::Kind::day || !read.doubt.empty()) return std::nullopt;
    return read.latest;
}

std::optional<minutes> time_of_day(std::string_view typed) {
    const auto words = lower(one_line(typed));
    if (words == "noon" || words == "midday") return hours{12};
    if (words == "midnight") return hours{0};
    std::string_view left = words;
    const auto hour = take_number(left);
    if (!hour) return std::nullopt;
    std::optional<int> minute = 0;
    const bool has_minutes = left.starts_with(':') || left.starts_with('.');
    if (has_minutes) {
        left.remove_prefix(1);
        if (left.size() < 2 || left[1] < '0' || left[1] > '9') return std::nullopt;
        minute = take_number(left);
    }
    if (!minute || *minute > 59) return std::nullopt;
    const auto half = trimmed(left);
    if (half == "am" || half == "pm") return of_twelve(*hour, *minute, half);
    if (!half.empty() || !has_minutes || *hour > 23) return std::nullopt;
    return hours{*hour} + minutes{*minute};
}

Result<Moment> typed_moment(Day day, std::string_view typed, std::string_view field) {
    auto words = lower(one_line(typed));
    const auto zone = take_zone(words);
    const auto time = time_of_day(words);
    if (!time) return no_time(field, typed);
    const Moment in_summer = day + *time - hours{1}, in_winter = day + *time;
    const bool first = shows(in_summer, day, *time), second = shows(in_winter, day, *time);
    if (!first && !second) return skipped(field, words, day);
    if (!zone && first && second) return came_twice(field, words, day);
    if (!zone) return first ? in_summer : in_winter;
    if (*zone == hours{1} ? first : second) return *zone == hours{1} ? in_summer : in_winter;
    return wrong_zone(field, typed, day);
}

} // namespace openmasa
