#pragma once
// The distribution functions that intervals are made of, by Boost.Math, which is slow to compile.

namespace openmasa::statistics {

/// The value that a standard normal variable stays below with this probability, which lies between
/// 0 and 1 (both excluded): 0.975 gives 1.959963984540054.
double normal_quantile(double probability);

/// The same for chi-squared; `degrees` of freedom are above 0 and need not be whole.
double chi_squared_quantile(double probability, double degrees);

/// The normal quantile of a two-sided interval: 0.95 gives 1.959963984540054.
double two_sided_quantile(double confidence);

} // namespace openmasa::statistics
