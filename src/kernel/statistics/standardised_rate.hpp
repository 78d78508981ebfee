#pragma once
// A directly standardised rate with Dobson's interval.
//
//   rate  = sum(w O / n) / sum(w)
//   var   = sum(w^2 O / n^2) / sum(w)^2
//   limit = rate + sqrt(var / O) (limit of O - O),   O: all events together, its limits by Byar
//
// Source: Statistics in Medicine 1991; 10: 457-462; none below 10 events, as the Fingertips Public
// Health Technical Guide has it.
#include "kernel/statistics/estimate.hpp"
#include <optional>
#include <span>

namespace openmasa::statistics {

/// One age group, or another part: its events, its people, and its people in the standard.
struct Stratum {
    double count, base, weight;
};

/// Per `per` of the standard population. Nothing with fewer than 10 events together, or with a part
/// whose base is not above nought or whose count or weight is below it, or without any weight.
std::optional<Estimate> standardised_rate(std::span<const Stratum> strata, double per = 1,
                                          double confidence = usual_confidence);

} // namespace openmasa::statistics
