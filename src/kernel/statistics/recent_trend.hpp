#pragma once
// Whether the five most recent periods show a trend: a straight line, each period weighted by how
// sure its value is.
//
//   w = 1 / s^2,  s = (upper - lower) / (2 * 1.96)
//   slope       = sum(w (t - t') (y - y')) / sum(w (t - t')^2),   t' and y' the weighted means
//   chi-squared = slope^2 sum(w (t - t')^2)
//
// A trend is significant when chi-squared is above 9.54953570608324 (its 99.8th percentile with one
// degree of freedom) and the slope has the same sign with any one of the periods left out.
//
// Source: Fingertips, "recent trends" (Public Health Technical Guide), whose published labels for
// indicator 90284 are what the test holds it against.
#include "kernel/statistics/estimate.hpp"
#include "kernel/statistics/polarity.hpp"
#include <cstddef>
#include <span>
#include <string_view>

namespace openmasa::statistics {

inline constexpr std::size_t trend_periods = 5;
inline constexpr double trend_threshold = 9.54953570608324;

enum class Trend { cannot_be_calculated, no_significant_change, increasing, decreasing };

/// `slope` is per period, in the unit of the values; both numbers are nought when the trend cannot
/// be calculated.
struct RecentTrend {
    Trend trend = Trend::cannot_be_calculated;
    double slope = 0, chi_squared = 0;
};

/// Of the last five of `periods`, the oldest first, each with its 95% interval. It cannot be
/// calculated from fewer, nor when an interval has no width.
RecentTrend recent_trend(std::span<const Estimate> periods);

/// "increasing and getting worse", "decreasing", "no significant change" ...
std::string_view words(Trend trend, Polarity polarity);

} // namespace openmasa::statistics
