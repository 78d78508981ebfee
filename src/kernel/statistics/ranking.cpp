#include "kernel/statistics/ranking.hpp"
#include <algorithm>
#include <cmath>

namespace openmasa::statistics {

double quantile(std::span<const double> sorted, double share) {
    const double place = double(sorted.size() - 1) * share, below = std::floor(place);
    const auto at = std::size_t(below);
    if (at + 1 >= sorted.size()) return sorted.back();
    return sorted[at] + (place - below) * (sorted[at + 1] - sorted[at]);
}

std::optional<Quartiles> quartiles(std::span<const double> values) {
    if (values.empty()) return std::nullopt;
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return Quartiles{quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)};
}

int quarter_of(double value, const Quartiles& quartiles, Polarity polarity) {
    if (polarity == Polarity::high_is_good)
        return value >= quartiles.third    ? 4
               : value >= quartiles.median ? 3
               : value >= quartiles.first  ? 2
                                           : 1;
    if (value <= quartiles.first) return 1;
    if (value <= quartiles.median) return 2;
    return value <= quartiles.third ? 3 : 4;
}

std::optional<char> band_of(int quarter, Polarity polarity) {
    if (polarity == Polarity::no_judgement) return std::nullopt;
    const int from_best = polarity == Polarity::high_is_good ? 4 - quarter : quarter - 1;
    return "ABCD"[from_best];
}

std::vector<int> ranks(std::span<const double> values, Polarity polarity) {
    const bool lowest_first = polarity == Polarity::low_is_good;
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    std::vector<int> places;
    places.reserve(values.size());
    for (const double value : values) {
        const auto better = lowest_first ? std::ranges::lower_bound(sorted, value) - sorted.begin()
                                         : sorted.end() - std::ranges::upper_bound(sorted, value);
        places.push_back(int(better) + 1);
    }
    return places;
}

} // namespace openmasa::statistics
