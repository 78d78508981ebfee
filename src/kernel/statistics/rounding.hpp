#pragma once
// Rounding as the Department for Education publishes: a half goes up, away from nought, where
// machines round it to the even neighbour or lose it in binary fractions.
//
// Source: DfE's R package dfeR, round_five_up(): 285 to the nearest ten is 290, 2.85 is 2.9; the
// published percentages of child protection plans and rates of looked-after children agree.

namespace openmasa::statistics {

/// To so many decimal places; negative places round to tens, hundreds ... What is a half but for
/// the machine's last digits is one.
double round_half_up(double value, int places);

/// `count` of `base` per `per`, worked out in whole numbers and only then rounded, so that a half
/// is exactly a half. The base is above nought, the count not below it, places 0 to 6.
double rounded_ratio(long long count, long long base, long long per, int places);

} // namespace openmasa::statistics
