#include "kernel/statistics/control_chart.hpp"
#include "kernel/statistics/control_chart_rules.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace openmasa::statistics {
namespace {

/// As exact as a mean can be: the second pass takes up what rounding lost in the first.
double mean_of(std::span<const double> values) {
    const auto count = static_cast<long double>(values.size());
    long double sum = 0, lost = 0;
    for (const double value : values) sum += value;
    const long double mean = sum / count;
    for (const double value : values) lost += value - mean;
    return static_cast<double>(mean + lost / count);
}

/// The mean of the moving ranges below `bound`; nothing when there are none.
std::optional<double> mean_range(std::span<const double> values, double bound) {
    long double sum = 0;
    std::size_t count = 0;
    for (std::size_t at = 1; at < values.size(); ++at) {
        const double range = std::abs(values[at] - values[at - 1]);
        if (!(range < bound)) continue;
        sum += range;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return static_cast<double>(sum / static_cast<long double>(count));
}

std::optional<Limits> limits_around(double mean, std::optional<double> range) {
    constexpr double to_limit = 2.66, to_near_limit = 2 * (to_limit / 3);
    if (!range) return std::nullopt;
    return Limits{mean - to_limit * *range, mean - to_near_limit * *range,
                  mean + to_near_limit * *range, mean + to_limit * *range};
}

std::optional<double> range_to_judge_by(std::span<const double> values, bool screen) {
    constexpr double most = 3.267;
    const auto of_all = mean_range(values, std::numeric_limits<double>::infinity());
    return of_all && screen ? mean_range(values, most * *of_all) : of_all;
}

} // namespace

Phase judge(std::span<const double> values, const ChartOptions& options,
            std::span<Verdict> verdicts) {
    const bool fixed = options.baseline > 0 && options.baseline < values.size();
    const auto baseline = fixed ? values.first(options.baseline) : values;
    Phase phase{.end = values.size(),
                .mean = mean_of(baseline),
                .trial_limits = baseline.size() < enough_points};
    phase.limits = limits_around(phase.mean, range_to_judge_by(baseline, options.screen));
    apply_rules(values, phase, options.profile, verdicts);
    for (auto& verdict : verdicts) verdict.signal = signal_of(verdict.rule, options.polarity);
    return phase;
}

ControlChart control_chart(std::span<const double> values, std::span<const std::size_t> rebased_at,
                           const ChartOptions& options) {
    ControlChart chart;
    chart.verdicts.resize(values.size());
    chart.phases.reserve(rebased_at.size() + 1);
    std::size_t begin = 0;
    const auto add_until = [&](std::size_t end) {
        if (begin == end) return;
        auto phase = judge(values.subspan(begin, end - begin), options,
                           std::span(chart.verdicts).subspan(begin, end - begin));
        phase.begin = begin;
        phase.end = end;
        chart.phases.push_back(phase);
        begin = end;
    };
    for (const auto place : rebased_at) add_until(place);
    add_until(values.size());
    return chart;
}

} // namespace openmasa::statistics
