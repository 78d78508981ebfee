#include "kernel/statistics/control_chart_rules.hpp"
#include <algorithm>

namespace openmasa::statistics {
namespace {

int sign(double difference) {
    return (difference > 0) - (difference < 0);
}

struct Points {
    std::span<const double> values;
    const Phase& phase;

    int side(std::size_t at) const { return sign(values[at] - phase.mean); }
    bool is_outside(std::size_t at) const {
        const auto& limits = phase.limits;
        return limits && (values[at] > limits->upper || values[at] < limits->lower);
    }
    /// Beyond a near limit and within the limit.
    bool is_near(std::size_t at) const {
        const auto& limits = phase.limits;
        return limits && !is_outside(at) &&
               (values[at] > limits->near_upper || values[at] < limits->near_lower);
    }
};

void set(std::span<Verdict> verdicts, Rule rule) {
    for (auto& verdict : verdicts) verdict.rule = rule;
}

void mark_runs(const Points& points, std::size_t least, std::span<Verdict> verdicts) {
    for (std::size_t begin = 0, end = 0; begin < verdicts.size(); begin = end) {
        const int side = points.side(begin);
        while (end < verdicts.size() && points.side(end) == side) ++end;
        if (side != 0 && end - begin >= least)
            set(verdicts.subspan(begin, end - begin), side > 0 ? Rule::run_above : Rule::run_below);
    }
}

void mark_two_in_three(const Points& points, std::span<Verdict> verdicts) {
    for (std::size_t at = 0; at + 3 <= verdicts.size(); ++at) {
        const int side = points.side(at);
        if (side == 0 || points.side(at + 1) != side || points.side(at + 2) != side) continue;
        const bool near[] = {points.is_near(at), points.is_near(at + 1), points.is_near(at + 2)};
        if (std::ranges::count(near, true) < 2) continue;
        for (std::size_t step = 0; step < 3; ++step)
            if (near[step])
                verdicts[at + step].rule =
                    side > 0 ? Rule::two_in_three_above : Rule::two_in_three_below;
    }
}

/// A stretch that rises, or falls, from one point to the next ends where the following begins: that
/// point is of both, and the later stretch has it.
void mark_trends(std::span<const double> values, std::size_t least, std::span<Verdict> verdicts) {
    for (std::size_t first = 0, last = 0; first + 1 < values.size(); first = last) {
        const int way = sign(values[first + 1] - values[first]);
        last = first + 1;
        while (last + 1 < values.size() && sign(values[last + 1] - values[last]) == way) ++last;
        if (way != 0 && last - first + 1 >= least)
            set(verdicts.subspan(first, last - first + 1),
                way > 0 ? Rule::trend_up : Rule::trend_down);
    }
}

void mark_outside(const Points& points, std::span<Verdict> verdicts) {
    for (std::size_t at = 0; at < verdicts.size(); ++at)
        if (points.is_outside(at))
            verdicts[at].rule = points.side(at) > 0 ? Rule::above_limit : Rule::below_limit;
}

} // namespace

void apply_rules(std::span<const double> values, const Phase& phase, Profile profile,
                 std::span<Verdict> verdicts) {
    const Points points{values, phase};
    const auto least = static_cast<std::size_t>(profile);
    set(verdicts, Rule::common_cause);
    // From the weakest to the strongest, so that the strongest stands.
    mark_runs(points, least, verdicts);
    mark_two_in_three(points, verdicts);
    mark_trends(values, least, verdicts);
    mark_outside(points, verdicts);
}

int direction(Rule rule) {
    switch (rule) {
    case Rule::above_limit:
    case Rule::trend_up:
    case Rule::two_in_three_above:
    case Rule::run_above: return 1;
    case Rule::below_limit:
    case Rule::trend_down:
    case Rule::two_in_three_below:
    case Rule::run_below: return -1;
    case Rule::common_cause: break;
    }
    return 0;
}

Signal signal_of(Rule rule, Polarity polarity) {
    const int way = direction(rule);
    if (way == 0) return Signal::common_cause;
    if (polarity == Polarity::no_judgement)
        return way > 0 ? Signal::neutral_high : Signal::neutral_low;
    return (way > 0) == (polarity == Polarity::high_is_good) ? Signal::improvement
                                                             : Signal::concern;
}

std::string_view words(Rule rule, Profile profile) {
    const bool six = profile == Profile::six_points;
    switch (rule) {
    case Rule::common_cause: return "Common Cause";
    case Rule::above_limit: return "Above UCL";
    case Rule::below_limit: return "Below LCL";
    case Rule::trend_up: return six ? "6 Point Trend (Increasing)" : "7 Point Trend (Increasing)";
    case Rule::trend_down: return six ? "6 Point Trend (Decreasing)" : "7 Point Trend (Decreasing)";
    case Rule::two_in_three_above: return "2 in 3 Above CL";
    case Rule::two_in_three_below: return "2 in 3 Below CL";
    case Rule::run_above: return six ? "6 Points Above CL" : "7 Points Above CL";
    case Rule::run_below: return six ? "6 Points Below CL" : "7 Points Below CL";
    }
    return "";
}

std::string_view words(Signal signal) {
    switch (signal) {
    case Signal::common_cause: return "common_cause";
    case Signal::improvement: return "special_cause_improvement";
    case Signal::concern: return "special_cause_concern";
    case Signal::neutral_low: return "special_cause_neutral_low";
    case Signal::neutral_high: return "special_cause_neutral_high";
    }
    return "";
}

} // namespace openmasa::statistics
