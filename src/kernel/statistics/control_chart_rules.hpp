#pragma once
// The rules of a control chart over one phase, and which way each of them points. Their source and
// their order stand in control_chart.hpp.
#include "kernel/statistics/control_chart.hpp"

namespace openmasa::statistics {

/// Sets the rule of every point; `verdicts` is as long as `values`.
void apply_rules(std::span<const double> values, const Phase& phase, Profile profile,
                 std::span<Verdict> verdicts);

/// 1 when the rule says that the point is high, or rising; -1 for low or falling; 0 for neither.
int direction(Rule rule);

Signal signal_of(Rule rule, Polarity polarity);

} // namespace openmasa::statistics
