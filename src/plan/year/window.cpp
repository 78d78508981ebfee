#include "plan/year/window.hpp"
#include "kernel/target_date.hpp"
#include "kernel/working_days.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace openmasa::year {
namespace {

using std::chrono::year_month_day;

constexpr int before_today = 5; // of the twelve months around it

int months_between(Day first, Day last) {
    const year_month_day from(first), to(last);
    return (int(to.year()) - int(from.year())) * 12 + int(unsigned(to.month())) -
           int(unsigned(from.month()));
}

std::optional<Day> asked_month(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (const auto exact = day_from_iso(std::string(text) + "-01")) return exact;
    const auto understood = understand_date(text);
    if (!understood.earliest) return std::nullopt;
    return month_of(*understood.earliest);
}

std::optional<int> asked_length(std::string_view text) {
    int months = 0;
    std::from_chars(text.data(), text.data() + text.size(), months);
    if (std::ranges::count(lengths, months) == 0) return std::nullopt;
    return months;
}

Window usual_window(std::string_view period, Day today) {
    const auto understood = understand_date(period);
    if (!understood.earliest || !understood.latest)
        return {month_of(months_after(month_of(today), -before_today)), 12};
    const auto first = month_of(*understood.earliest);
    return {first, std::clamp(months_between(first, *understood.latest) + 1, 1, lengths.back())};
}

} // namespace

Day Window::last() const {
    return months_after(first, months) - std::chrono::days{1};
}

Window Window::moved(int by_months) const {
    return {months_after(first, by_months), months};
}

Window asked_window(const http::Form& query, std::string_view period, Day today) {
    auto window = usual_window(period, today);
    if (const auto month = asked_month(query.text("from"))) window.first = *month;
    if (const auto months = asked_length(query.text("months"))) window.months = *months;
    return window;
}

std::string to_query(const Window& window) {
    return fmt::format("from={}&months={}", iso(window.first).substr(0, 7), window.months);
}

std::string spoken(const Window& window) {
    if (window.months == 1) return spoken_month(window.first);
    return fmt::format("{} to {}", spoken_month(window.first), spoken_month(window.last()));
}

Day month_of(Day day) {
    const year_month_day date(day);
    return Day(date.year() / date.month() / 1);
}

std::string spoken_month(Day day) {
    const year_month_day date(day);
    return fmt::format("{} {}", month_name(unsigned(date.month())), int(date.year()));
}

} // namespace openmasa::year
