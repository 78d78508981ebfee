#pragma once
// Days laid out across a drawing. Places are per cent of its width, so that a chart is as wide as
// its page, on a screen and on paper, and its words keep their size.
//     const chart::TimeAxis axis(day(2026, 4, 1), day(2027, 3, 31));
//     append(svg, R"(<line x1="{}%" .../>)", chart::per_cent(axis.start_of(today)));
#include "kernel/day.hpp"
#include <string>
#include <vector>

namespace openmasa::chart {

class TimeAxis {
public:
    /// Both days are drawn; the last one is not before the first (assertion).
    TimeAxis(Day first, Day last);
    Day first() const { return first_; }
    Day last() const { return last_; }
    bool holds(Day day) const { return first_ <= day && day <= last_; }
    /// Where a day begins, ends, and its middle: 0 to 100, and at the nearer edge when it is
    /// outside.
    double start_of(Day day) const;
    double end_of(Day day) const;
    double middle_of(Day day) const;

private:
    double place_of(double days) const;

    Day first_, last_;
};

enum class Every { month, quarter, year };

/// A part of the axis that has a name: a month, three months, a year.
struct Tick {
    Day day{};
    /// Where it begins, and its middle, as far as it is drawn.
    double x = 0, middle = 0;
    /// "Apr" and "A", also where three months begin; "2026" and "26".
    std::string words, short_words;
    bool begins_year = false;
};

/// Months up to a year and a half, then quarters, and years from four on.
Every fitting_ticks(const TimeAxis& axis);
/// Months, quarters or years of the calendar; the first begins where the axis does.
std::vector<Tick> ticks(const TimeAxis& axis, Every every);

/// Words that stand at a place, and how wide they are, both in per cent.
struct Label {
    double x = 0, width = 0;
    std::string words;
    /// Of two that would touch, the one that matters less is left out; of equals the later one.
    int matters = 0;
};
/// Those that there is room for, from left to right.
std::vector<Label> kept_apart(std::vector<Label> labels);

/// Where a label of that width begins which names the place `x`: around it, else to its left or
/// right where it touches none of the others; always within the drawing.
double beside(double x, double width, const std::vector<Label>& others);

/// At most two decimals, as short as it can be: "9.2", "10".
std::string per_cent(double value);

} // namespace openmasa::chart
