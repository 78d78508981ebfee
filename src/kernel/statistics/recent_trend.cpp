#include "kernel/statistics/recent_trend.hpp"
#include <array>
#include <cmath>

namespace openmasa::statistics {
namespace {

constexpr std::size_t none_left_out = trend_periods;

struct Weighted {
    double period, value, weight;
};
using Periods = std::array<Weighted, trend_periods>;

struct Line {
    double slope, chi_squared;
};

/// Values are taken from the first one on, so that a flat line is exactly flat.
Line fit(const Periods& periods, std::size_t left_out) {
    const double first = periods[left_out == 0 ? 1 : 0].value;
    double weights = 0, times = 0, values = 0;
    for (std::size_t at = 0; at < periods.size(); ++at) {
        if (at == left_out) continue;
        weights += periods[at].weight;
        times += periods[at].weight * periods[at].period;
        values += periods[at].weight * (periods[at].value - first);
    }
    double spread = 0, together = 0;
    for (std::size_t at = 0; at < periods.size(); ++at) {
        if (at == left_out) continue;
        const double from_middle = periods[at].period - times / weights;
        spread += periods[at].weight * from_middle * from_middle;
        together +=
            periods[at].weight * from_middle * (periods[at].value - first - values / weights);
    }
    const double slope = together / spread;
    return {slope, slope * slope * spread};
}

bool keeps_its_sign(const Periods& periods, double slope) {
    for (std::size_t at = 0; at < periods.size(); ++at)
        if (!(fit(periods, at).slope * slope > 0)) return false;
    return true;
}

} // namespace

RecentTrend recent_trend(std::span<const Estimate> periods) {
    if (periods.size() < trend_periods) return {};
    Periods recent{};
    for (std::size_t at = 0; at < trend_periods; ++at) {
        const auto& [value, lower, upper] = periods[periods.size() - trend_periods + at];
        const double error = (upper - lower) / (2 * 1.96);
        if (!(error > 0) || !std::isfinite(value)) return {};
        recent[at] = {double(at + 1), value, 1 / (error * error)};
    }
    const auto [slope, chi_squared] = fit(recent, none_left_out);
    const bool significant = chi_squared > trend_threshold && keeps_its_sign(recent, slope);
    const auto direction = slope > 0 ? Trend::increasing : Trend::decreasing;
    return {significant ? direction : Trend::no_significant_change, slope, chi_squared};
}

std::string_view words(Trend trend, Polarity polarity) {
    const bool judged = polarity != Polarity::no_judgement;
    const bool high_is_good = polarity == Polarity::high_is_good;
    switch (trend) {
    case Trend::cannot_be_calculated: return "cannot be calculated";
    case Trend::no_significant_change: return "no significant change";
    case Trend::increasing:
        if (!judged) return "increasing";
        return high_is_good ? "increasing and getting better" : "increasing and getting worse";
    case Trend::decreasing:
        if (!judged) return "decreasing";
        return high_is_good ? "decreasing and getting worse" : "decreasing and getting better";
    }
    return "";
}

} // namespace openmasa::statistics
