#pragma once
// An area's figure beside those of England, its region and the others of its kind, each with its
// interval where counts are published.
#include "intelligence/area_store.hpp"
#include "intelligence/figure_store.hpp"
#include "intelligence/indicator.hpp"
#include "kernel/statistics/benchmark.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::intelligence {

/// One area in the comparison.
struct Compared {
    const Area* area = nullptr;
    std::string value;
    std::optional<double> number;
    std::optional<statistics::Estimate> interval;
    /// How it is seen beside the chosen area's interval; nothing for itself, and without intervals.
    std::optional<statistics::Comparison> beside;
};

struct Comparison {
    /// The chosen area, what it lies in, England: as far as they have a figure.
    std::vector<Compared> rows;
    /// The place among authorities, 1 the best end or the highest, and of how many.
    int rank = 0, authorities = 0;
};

/// `figures` are those of one period; the book outlives what is given.
Comparison compare_areas(const AreaBook& book, const Area& chosen, const Definition& definition,
                         const std::vector<AreaFigure>& figures);

/// The interval that is published, or what the counts give: Wilson for a percentage, Byar for a
/// rate. Nothing without either, and for other measures.
std::optional<statistics::Estimate> interval_of(const Definition& definition,
                                                const AreaFigure& figure);

} // namespace openmasa::intelligence
