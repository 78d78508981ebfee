#pragma once
// A reader of calendars for tests, written from RFC 5545 and not from our writer.
#include "kernel/day.hpp"
#include <algorithm>
#include <charconv>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::documents::test {

/// By name with parameters, "DTSTART;VALUE=DATE".
using Properties = std::map<std::string, std::string>;

struct ReadCalendar {
    Properties properties;
    std::vector<Properties> events;
};

/// 3.1: CR LF followed by one white space is nothing.
inline std::vector<std::string> unfolded(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        EXPECT_NE(end, text.npos) << "a line without its end";
        if (end == text.npos) break;
        const auto line = text.substr(0, end);
        const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
        if (goes_on && !lines.empty())
            lines.back() += line.substr(1);
        else
            lines.emplace_back(line);
        text.remove_prefix(end + 2);
    }
    return lines;
}

/// 3.3.11.
inline std::string unescaped(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_escape = text[at] == '\\' && at + 1 < text.size();
        if (is_escape) ++at;
        words += is_escape && (text[at] == 'n' || text[at] == 'N') ? '\n' : text[at];
    }
    return words;
}

inline ReadCalendar read_calendar(std::string_view text) {
    ReadCalendar read;
    std::vector<std::string> open;
    for (const auto& line : unfolded(text)) {
        const auto colon = line.find(':');
        EXPECT_NE(colon, line.npos) << line;
        const std::string name = line.substr(0, colon), value = line.substr(colon + 1);
        if (name == "BEGIN") {
            open.push_back(value);
            if (value == "VEVENT") read.events.emplace_back();
        } else if (name == "END") {
            EXPECT_FALSE(open.empty() || open.back() != value) << line;
            if (!open.empty()) open.pop_back();
        } else {
            auto& into = open.size() == 2 ? read.events.back() : read.properties;
            EXPECT_EQ(into.count(name), 0u) << name << " twice";
            into[name] = unescaped(value);
        }
    }
    EXPECT_TRUE(open.empty());
    return read;
}

inline std::vector<int> numbers(std::string_view text) {
    std::vector<int> all;
    for (std::size_t at = 0; at < text.size();) {
        int number = 0;
        const auto end = std::from_chars(text.data() + at, text.data() + text.size(), number);
        all.push_back(number);
        at = std::size_t(end.ptr - text.data()) + 1;
    }
    return all;
}

/// The first days of a monthly rule, by 3.3.10: every INTERVAL months the days of BYMONTHDAY that
/// there are, and of them the one that BYSETPOS=-1 leaves, the last.
inline std::vector<Day> days_of(Day first, std::string_view rule, std::size_t most) {
    std::map<std::string, std::string, std::less<>> parts;
    while (!rule.empty()) {
        const auto part = rule.substr(0, rule.find(';'));
        parts[std::string(part.substr(0, part.find('=')))] = part.substr(part.find('=') + 1);
        rule.remove_prefix(std::min(rule.size(), part.size() + 1));
    }
    EXPECT_EQ(parts["FREQ"], "MONTHLY");
    const std::chrono::year_month_day start(first);
    auto of_month = numbers(parts["BYMONTHDAY"]);
    if (of_month.empty()) of_month = {int(unsigned(start.day()))};
    std::vector<Day> days;
    auto month = start.year() / start.month();
    for (int guard = 0; days.size() < most && guard < 1000; ++guard) {
        std::vector<Day> here;
        for (const int one : of_month)
            if (const auto date = month / one; date.ok()) here.emplace_back(date);
        if (parts.contains("BYSETPOS") && !here.empty()) here = {here.back()};
        for (const auto& one : here)
            if (one >= first && days.size() < most) days.push_back(one);
        month += std::chrono::months{numbers(parts["INTERVAL"]).at(0)};
    }
    return days;
}

} // namespace openmasa::documents::test
