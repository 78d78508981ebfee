#include "kernel/statistics/rounding.hpp"
#include <cmath>
#include <cstdlib>
#include <limits>

namespace openmasa::statistics {
namespace {

/// Of what is not below nought.
double half_up(double scaled) {
    const double raised = scaled + 0.5, whole = std::floor(raised);
    const double lost = 4 * std::numeric_limits<double>::epsilon() * raised;
    return whole + 1 - raised <= lost ? whole + 1 : whole;
}

} // namespace

double round_half_up(double value, int places) {
    const double scale = std::pow(10, std::abs(places)), size = std::abs(value);
    const double rounded =
        places < 0 ? half_up(size / scale) * scale : half_up(size * scale) / scale;
    return rounded == 0 ? 0 : std::copysign(rounded, value);
}

double rounded_ratio(long long count, long long base, long long per, int places) {
    long long scale = 2, numerator = 0;
    for (int place = 0; place < places; ++place) scale *= 10;
    const bool too_large = __builtin_mul_overflow(count, per, &numerator) ||
                           __builtin_mul_overflow(numerator, scale, &numerator) ||
                           __builtin_add_overflow(numerator, base, &numerator);
    if (too_large || base > std::numeric_limits<long long>::max() / 2)
        return round_half_up(double(count) / double(base) * double(per), places);
    return double(numerator / (2 * base)) / double(scale / 2);
}

} // namespace openmasa::statistics
