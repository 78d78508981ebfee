#include "kernel/statistics/standardised_rate.hpp"
#include "kernel/statistics/rate.hpp"
#include <cmath>

namespace openmasa::statistics {

std::optional<Estimate> standardised_rate(std::span<const Stratum> strata, double per,
                                          double confidence) {
    double events = 0, weights = 0, rate = 0, variance = 0;
    for (const auto& [count, base, weight] : strata) {
        if (!(base > 0) || !(count >= 0) || !(weight >= 0)) return std::nullopt;
        events += count;
        weights += weight;
        rate += weight * count / base;
        variance += weight * weight * count / (base * base);
    }
    if (events < enough_events || !(weights > 0)) return std::nullopt;
    rate /= weights;
    variance /= weights * weights;
    const auto limits = byar_limits(events, confidence);
    const double scale = std::sqrt(variance / events);
    return Estimate{rate * per, (rate + scale * (limits.lower - events)) * per,
                    (rate + scale * (limits.upper - events)) * per};
}

} // namespace openmasa::statistics
