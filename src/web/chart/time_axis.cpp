#include "web/chart/time_axis.hpp"
#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace openmasa::chart {
namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

year_month month_of(Day day) {
    const year_month_day date(day);
    return date.year() / date.month();
}
Day first_of(year_month month) {
    return Day(month / 1);
}

int months_in(Every every) {
    switch (every) {
    case Every::month: return 1;
    case Every::quarter: return 3;
    case Every::year: return 12;
    }
    return 1;
}

/// The month that begins the part which holds `day`.
year_month part_of(Day day, Every every) {
    const auto month = month_of(day);
    const auto within = (unsigned(month.month()) - 1) % unsigned(months_in(every));
    return month - std::chrono::months{int(within)};
}

/// A month, and the first one of three.
std::string words_of(year_month month, Every every) {
    if (every == Every::year) return std::to_string(int(month.year()));
    return std::string(month_short(unsigned(month.month())));
}

std::string short_words_of(year_month month, Every every) {
    const auto words = words_of(month, every);
    return every == Every::year ? words.substr(2) : words.substr(0, 1);
}

bool touch(const Label& one, const Label& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width;
}

} // namespace

TimeAxis::TimeAxis(Day first, Day last) : first_(first), last_(last) {
    assert(first <= last);
}

double TimeAxis::place_of(double days) const {
    const double all = double((last_ - first_).count()) + 1;
    return std::clamp(100 * days / all, 0.0, 100.0);
}
double TimeAxis::start_of(Day day) const {
    return place_of(double((day - first_).count()));
}
double TimeAxis::end_of(Day day) const {
    return place_of(double((day - first_).count()) + 1);
}
double TimeAxis::middle_of(Day day) const {
    return place_of(double((day - first_).count()) + .5);
}

Every fitting_ticks(const TimeAxis& axis) {
    const auto days = (axis.last() - axis.first()).count();
    if (days < 19 * 30) return Every::month;
    return days < 4 * 365 ? Every::quarter : Every::year;
}

std::vector<Tick> ticks(const TimeAxis& axis, Every every) {
    const std::chrono::months step{months_in(every)};
    std::vector<Tick> made;
    for (auto month = part_of(axis.first(), every); first_of(month) <= axis.last(); month += step) {
        const auto begins = std::max(first_of(month), axis.first());
        const auto next = first_of(month + step);
        made.push_back({.day = begins,
                        .x = axis.start_of(begins),
                        .middle = (axis.start_of(begins) + axis.start_of(next)) / 2,
                        .words = words_of(month, every),
                        .short_words = short_words_of(month, every),
                        .begins_year = month.month() == std::chrono::January});
    }
    return made;
}

std::vector<Label> kept_apart(std::vector<Label> labels) {
    std::ranges::stable_sort(labels, [](const Label& one, const Label& other) {
        return one.matters != other.matters ? one.matters > other.matters : one.x < other.x;
    });
    std::vector<Label> kept;
    for (auto& label : labels)
        if (std::ranges::none_of(kept, [&](const Label& other) { return touch(label, other); }))
            kept.push_back(std::move(label));
    std::ranges::sort(kept, {}, &Label::x);
    return kept;
}

double beside(double x, double width, const std::vector<Label>& others) {
    const auto within = [&](double start) { return std::clamp(start, 0.0, 100 - width); };
    for (const double start : {x - width / 2, x - width, x}) {
        const Label label{.x = within(start), .width = width};
        if (std::ranges::none_of(others, [&](const Label& one) { return touch(label, one); }))
            return label.x;
    }
    return within(x - width / 2);
}

std::string per_cent(double value) {
    auto text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

} // namespace openmasa::chart
