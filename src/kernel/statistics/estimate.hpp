#pragma once
// A value with its confidence interval, all three in the same unit. The default everywhere is a
// confidence of 0.95; Fingertips also gives 0.998.

namespace openmasa::statistics {

struct Estimate {
    double value, lower, upper;
};

struct Interval {
    double lower, upper;
};

inline constexpr double usual_confidence = 0.95;

} // namespace openmasa::statistics
