#pragma once
// A scale for values: where it begins, where its lines are.
#include <span>
#include <vector>

namespace openmasa::intelligence {

/// A step of 1, 2 or 5 and noughts that parts the span into at most `parts`; both above nought.
double step_for(double span, double parts = 4);

/// From a whole step at or below the least value to one at or above the largest; from nought when
/// that is near.
struct Scale {
    double from = 0, to = 1, step = 1;
    /// Where a value stands, in per cent of the way.
    double across(double value) const { return (value - from) / (to - from) * 100; }
    std::vector<double> lines() const;
};
/// Of at least one value.
Scale scale_over(std::span<const double> values);

} // namespace openmasa::intelligence
