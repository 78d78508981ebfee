#pragma once
// The average of an authority's statistical neighbours: the plain mean and median of their values,
// each neighbour counting once whatever its size. A neighbour without a value is left out, and the
// number of those that had one is said.
//
// Source: DfE, Children's services statistical neighbour benchmarking tool, and the Local Authority
// Interactive Tool, which average their ten neighbours so.
#include <cstddef>
#include <optional>
#include <span>

namespace openmasa::statistics {

struct NeighbourAverage {
    double mean, median;
    std::size_t with_value;
};

/// In the unit of the values; nothing when no neighbour has one.
std::optional<NeighbourAverage> neighbour_average(std::span<const std::optional<double>> values);

} // namespace openmasa::statistics
