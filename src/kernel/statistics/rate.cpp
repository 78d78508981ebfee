#include "kernel/statistics/rate.hpp"
#include "kernel/statistics/distributions.hpp"
#include <cmath>

namespace openmasa::statistics {
namespace {

double cubed(double x) {
    return x * x * x;
}

Interval exact_limits(double count, double confidence) {
    const double tail = (1 - confidence) / 2;
    return {.lower = count == 0 ? 0 : chi_squared_quantile(tail, 2 * count) / 2,
            .upper = chi_squared_quantile(1 - tail, 2 * count + 2) / 2};
}

} // namespace

Interval byar_limits(double count, double confidence) {
    const double z = two_sided_quantile(confidence), next = count + 1;
    return {.lower = count * cubed(1 - 1 / (9 * count) - z / (3 * std::sqrt(count))),
            .upper = next * cubed(1 - 1 / (9 * next) + z / (3 * std::sqrt(next)))};
}

Interval event_limits(double count, double confidence) {
    return count < enough_events ? exact_limits(count, confidence) : byar_limits(count, confidence);
}

std::optional<Estimate> byar(double count, double base, double per, double confidence) {
    if (!(base > 0) || !(count >= 0) || !std::isfinite(base) || !std::isfinite(count))
        return std::nullopt;
    const auto limits = event_limits(count, confidence);
    return Estimate{count / base * per, limits.lower / base * per, limits.upper / base * per};
}

} // namespace openmasa::statistics
