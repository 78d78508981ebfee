// What a step means, once its dates are complete.
#include "kernel/target_date_steps.hpp"
#include <fmt/format.h>

namespace openmasa::dates {
namespace {

using Shape = Step::Shape;
using Kind = TargetDate::Kind;

/// What is known of the two ends; a doubt of either is kept.
struct Ends {
    std::optional<Day> first, last;
    std::string doubt;
    bool readable = true;
};

void add_end(Ends& ends, const TargetDate& end) {
    ends.readable = ends.readable && end.kind != Kind::unknown;
    if (ends.doubt.empty()) ends.doubt = end.doubt;
}

Ends ends_of(const Step& step) {
    Ends ends;
    if (step.start) {
        const auto start = reading(*step.start);
        add_end(ends, start);
        ends.first = start.earliest;
    }
    if (step.end) {
        const auto end = reading(*step.end);
        add_end(ends, end);
        ends.last = end.latest;
    }
    if (ends.first && ends.last && *ends.last < *ends.first) {
        ends.readable = false;
        ends.doubt = fmt::format(R"("{}" ends before it starts.)", step.text);
    }
    return ends;
}

Kind kind_of(Shape shape) {
    switch (shape) {
    case Shape::range:
    case Shape::until: return Kind::range;
    case Shape::from:
    case Shape::after: return Kind::from;
    case Shape::ongoing: return Kind::ongoing;
    case Shape::recurring: return Kind::recurring;
    case Shape::single:
    case Shape::undecided:
    case Shape::done:
    case Shape::done_with_date: break;
    }
    return Kind::unknown;
}

/// "After 1 Apr 2026" begins on the next day.
std::optional<Day> day_after(const Point& point) {
    const auto latest = reading(point).latest;
    if (!latest) return std::nullopt;
    return *latest + std::chrono::days{1};
}

} // namespace

TargetDate reading(const Step& step) {
    TargetDate target;
    if (step.shape == Shape::single) target = reading(*step.start);
    target.words = step.text;
    if (step.shape == Shape::done_with_date) target.doubt = "It says done, not when it is due.";
    if (kind_of(step.shape) == Kind::unknown) return target;
    auto ends = ends_of(step);
    target.doubt = std::move(ends.doubt);
    if (!ends.readable) return target;
    target.kind = kind_of(step.shape);
    target.earliest = step.shape == Shape::after ? day_after(*step.start) : ends.first;
    target.latest = ends.last;
    if (target.kind == Kind::recurring) target.period = step.period;
    return target;
}

} // namespace openmasa::dates
