#pragma once
// The two signs beside a control chart: what its latest point says (variation), and whether its
// limits will meet a target (assurance).
//
// Source: NHS England, Making Data Count, the icons of a summary table.
#include "kernel/statistics/control_chart.hpp"

namespace openmasa::statistics {

enum class Variation {
    common_cause,
    improvement_high,
    improvement_low,
    concern_high,
    concern_low,
    neither_high,
    neither_low,
};

enum class Assurance {
    /// No limits yet, or high and low are not judged.
    not_known,
    /// The target lies beyond the worse limit: it will be met, unless something changes.
    consistently_passes,
    /// The target lies beyond the better limit.
    consistently_fails,
    /// The target lies within the limits: it is met or not by chance.
    hit_and_miss,
};

/// By the verdict of the latest point.
Variation variation_of(const Verdict& latest);
/// By the limits of the latest phase; the target is in the unit of the values.
Assurance assurance_of(const Phase& latest, double target, Polarity polarity);

std::string_view words(Variation variation);
std::string_view words(Assurance assurance);

} // namespace openmasa::statistics
