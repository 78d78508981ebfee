#pragma once
// Where one value stands among others: quartiles, quarter and rank.
//
//   the p-quantile of n sorted values lies at h = (n - 1) p, between its neighbours in proportion
//
// Source: American Statistician 1996; 50: 361-365, type 7: what spreadsheets call QUARTILE.INC and
// R takes by default. A quarter goes up to and including its quartile, counted from the better end:
// what lies on a quartile is in the better quarter, so that who is first is in band A. Ties share
// the smaller rank, as DfE's Local Authority Interactive Tool has it.
#include "kernel/statistics/polarity.hpp"
#include <optional>
#include <span>
#include <vector>

namespace openmasa::statistics {

/// Of values sorted upwards, at least one; `share` lies between 0 and 1.
double quantile(std::span<const double> sorted, double share);

struct Quartiles {
    double first, median, third;
};

/// Nothing of no values.
std::optional<Quartiles> quartiles(std::span<const double> values);

/// 1 for the lowest quarter, to 4 for the highest; on a quartile the better of the two, the lower
/// where high and low are not judged.
int quarter_of(double value, const Quartiles& quartiles, Polarity polarity);

/// 'A' for the best quarter to 'D'; nothing where high and low are not judged.
std::optional<char> band_of(int quarter, Polarity polarity);

/// The place of each value: 1 is the best, or the highest where high and low are not judged.
std::vector<int> ranks(std::span<const double> values, Polarity polarity);

} // namespace openmasa::statistics
