#pragma once
// A value beside a benchmark: it differs when the benchmark lies outside its interval.
//
// Source: Fingertips Public Health Technical Guide, comparison by "confidence intervals overlapping
// reference value".
#include "kernel/statistics/estimate.hpp"
#include "kernel/statistics/polarity.hpp"
#include <string_view>

namespace openmasa::statistics {

/// Without a judgement of high and low: lower, similar, higher. With one: worse, similar, better.
enum class Comparison { lower, similar, higher, worse, better };

/// The estimate seen from the benchmark, both in one unit. A benchmark that is just the limit is
/// inside.
Comparison compare(const Estimate& estimate, double benchmark, Polarity polarity);
std::string_view words(Comparison comparison);

} // namespace openmasa::statistics
