#include "kernel/statistics/neighbours.hpp"
#include "kernel/statistics/ranking.hpp"
#include <algorithm>
#include <numeric>

namespace openmasa::statistics {

std::optional<NeighbourAverage> neighbour_average(std::span<const std::optional<double>> values) {
    std::vector<double> there;
    there.reserve(values.size());
    for (const auto& value : values)
        if (value) there.push_back(*value);
    if (there.empty()) return std::nullopt;
    std::ranges::sort(there);
    const double sum = std::accumulate(there.begin(), there.end(), 0.0);
    return NeighbourAverage{sum / double(there.size()), quantile(there, 0.5), there.size()};
}

} // namespace openmasa::statistics
