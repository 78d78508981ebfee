#pragma once
// A rate of events in a population, with Byar's interval; below 10 events the exact one.
//
//   Byar    lower = O (1 - 1 / (9 O) - z / (3 sqrt O))^3
//           upper = (O + 1) (1 - 1 / (9 (O + 1)) + z / (3 sqrt(O + 1)))^3
//   exact   lower = chi2(alpha / 2, 2 O) / 2,   upper = chi2(1 - alpha / 2, 2 O + 2) / 2
//
// Source: Statistical methods in cancer research II, IARC 1987; Statistical methods in medical
// research, 4th edition 2002 (the exact limits of a Poisson count); both and the bound of 10 as the
// Fingertips Public Health Technical Guide has them.
#include "kernel/statistics/estimate.hpp"
#include <optional>

namespace openmasa::statistics {

/// Events from which on Byar's approximation is close enough.
inline constexpr double enough_events = 10;

/// The limits of a count of events by Byar's approximation; the count is above nought.
Interval byar_limits(double count, double confidence = usual_confidence);
/// The limits of a count of events, exact below 10, else Byar's; the count is not below nought.
Interval event_limits(double count, double confidence = usual_confidence);

/// `count` events in `base` as a number per `per`. Nothing when the base is not above nought or
/// the count below it.
std::optional<Estimate> byar(double count, double base, double per = 1,
                             double confidence = usual_confidence);

} // namespace openmasa::statistics
