#include "intelligence/indicators/scale.hpp"
#include <algorithm>
#include <cmath>

namespace openmasa::intelligence {

double step_for(double span, double parts) {
    const double rough = span / parts;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0})
        if (rough <= times * power * 1.0000001) return times * power;
    return 10 * power;
}

std::vector<double> Scale::lines() const {
    std::vector<double> all;
    for (int line = 0; from + line * step <= to + step * 1e-6; ++line)
        all.push_back(from + line * step);
    return all;
}

Scale scale_over(std::span<const double> values) {
    const auto [least, most] = std::ranges::minmax(values);
    const bool from_nought = least >= 0 && least < 0.5 * most;
    const double low = from_nought ? 0 : least;
    const double span = most - low < 1e-9 ? std::max(1.0, std::abs(most)) : most - low;
    Scale scale{.step = step_for(span)};
    scale.from = from_nought ? 0 : std::floor(low / scale.step) * scale.step;
    scale.to = std::ceil((low + span) / scale.step - 1e-9) * scale.step;
    return scale;
}

} // namespace openmasa::intelligence
