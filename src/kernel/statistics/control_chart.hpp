#pragma once
// XmR control charts: which points of a series are more than its ordinary variation.
//
//   mean    of the points, or of the first so many (a fixed baseline)
//   range   the mean of the moving ranges |y[i] - y[i-1]| of the same points; screened, it is the
//           mean of those below 3.267 times the mean of all
//   limits  mean -+ 2.66 range; near limits at two thirds of the way
//
// A point is special, by the first of these that holds:
//   1 outside a limit
//   2 part of a trend: 7 points that all rise, or all fall (6 like differences)
//   3 beyond a near limit, one of at least 2 such among 3 points on one side of the mean
//   4 part of a run: 7 points on one side of the mean
// With the profile of 6 points, a trend and a run have 6. A point of two trends belongs to the
// later. Where a chart is rebased, each phase is a chart of its own.
//
// Source: NHS England, Making Data Count, and its R package NHSRplotthedots, whose words for rules
// and signals these are.
#include "kernel/statistics/polarity.hpp"
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace openmasa::statistics {

/// How many points make a trend and a run.
enum class Profile { six_points = 6, seven_points = 7 };

enum class Rule : unsigned char {
    common_cause,
    above_limit,
    below_limit,
    trend_up,
    trend_down,
    two_in_three_above,
    two_in_three_below,
    run_above,
    run_below,
};

/// What a rule means for this indicator; `neutral` where high and low are not judged.
enum class Signal : unsigned char {
    common_cause,
    improvement,
    concern,
    neutral_low,
    neutral_high,
};

struct ChartOptions {
    Polarity polarity = Polarity::no_judgement;
    Profile profile = Profile::seven_points;
    /// Leave moving ranges above 3.267 times their mean out of it.
    bool screen = false;
    /// Only the first so many points of a phase make its mean and limits; nought: all of them.
    std::size_t baseline = 0;
};

struct Limits {
    double lower, near_lower, near_upper, upper;
};

/// With fewer points than this the limits are trial limits; the verdicts are the same.
inline constexpr std::size_t enough_points = 12;

/// The points from `begin` to before `end`, with what they are judged by. There are no limits
/// without a moving range: a single point, or nothing left by the screening.
struct Phase {
    std::size_t begin = 0, end = 0;
    double mean = 0;
    std::optional<Limits> limits;
    bool trial_limits = false;
};

struct Verdict {
    Rule rule = Rule::common_cause;
    Signal signal = Signal::common_cause;
    bool operator==(const Verdict&) const = default;
};

/// Judges one phase of at least one point, the oldest first; `verdicts` is as long as `values`.
/// Allocates nothing.
Phase judge(std::span<const double> values, const ChartOptions& options,
            std::span<Verdict> verdicts);

struct ControlChart {
    std::vector<Phase> phases;
    std::vector<Verdict> verdicts;
};

/// The chart of a series, the oldest point first. A phase begins at each place in `rebased_at`,
/// which rise and lie within the series.
ControlChart control_chart(std::span<const double> values, std::span<const std::size_t> rebased_at,
                           const ChartOptions& options);

/// "7 Points Above CL", "Common Cause" ...
std::string_view words(Rule rule, Profile profile);
/// "special_cause_improvement", "common_cause" ...
std::string_view words(Signal signal);

} // namespace openmasa::statistics
