#include "kernel/statistics/proportion.hpp"
#include "kernel/statistics/distributions.hpp"
#include <cmath>

namespace openmasa::statistics {

std::optional<Estimate> wilson(double count, double base, double per, double confidence) {
    if (!(base > 0) || !(count >= 0) || !(count <= base) || !std::isfinite(base))
        return std::nullopt;
    const double z = two_sided_quantile(confidence);
    const double squared = z * z, twice = 2 * (base + squared);
    const double middle = 2 * count + squared;
    const double reach = z * std::sqrt(squared + 4 * count * (1 - count / base));
    // At the ends the interval closes exactly, whatever the rounding.
    const double lower = count == 0 ? 0 : (middle - reach) / twice;
    const double upper = count == base ? 1 : (middle + reach) / twice;
    return Estimate{count / base * per, lower * per, upper * per};
}

} // namespace openmasa::statistics
