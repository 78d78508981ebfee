#pragma once
// A proportion with Wilson's score interval, without continuity correction.
//
//   lower, upper = (2 O + z^2 -+ z sqrt(z^2 + 4 O q)) / (2 (n + z^2)),   q = 1 - O / n
//
// Source: Journal of the American Statistical Association 1927; 22: 209-212; the choice for
// proportions in the Fingertips Public Health Technical Guide (confidence intervals).
#include "kernel/statistics/estimate.hpp"
#include <optional>

namespace openmasa::statistics {

/// `count` of `base`, both plain numbers, as a number per `per` (100: a percentage). Nothing when
/// the base is not above nought or the count not between nought and the base.
std::optional<Estimate> wilson(double count, double base, double per = 1,
                               double confidence = usual_confidence);

} // namespace openmasa::statistics
