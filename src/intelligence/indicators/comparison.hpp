#pragma once
// An area's figure beside those of England, its region and its statistical neighbours, each with
// its interval where one is published or counts are; and its place among all of its kind. Nothing
// but values in and out.
#include "intelligence/area_store.hpp"
#include "intelligence/figure_store.hpp"
#include "intelligence/indicator.hpp"
#include "intelligence/neighbour_store.hpp"
#include "kernel/statistics/benchmark.hpp"
#include "kernel/statistics/neighbours.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::intelligence {

/// How another area stands to the chosen one.
enum class Beside : unsigned char { lower, similar, higher };

/// One area in the comparison.
struct Compared {
    const Area* area = nullptr;
    /// As it was published; empty where there is no figure of it.
    std::string value{};
    std::optional<double> number{};
    std::optional<statistics::Estimate> interval{};
    /// What its counts are rounded to; nought: they are not, or nobody says.
    std::int64_t rounded_to = 0;
    /// Nothing for the chosen one, and where neither has an interval.
    std::optional<Beside> beside{};
};

/// A place among others: 1 is the better end, or the highest where neither is better.
struct Standing {
    int place = 0, of = 0;
    /// 1 for the lowest quarter to 4, and 'A' for the best to 'D' where high and low are judged.
    int quarter = 0;
    std::optional<char> band{};
};

struct Comparison {
    /// The chosen area, England, what the area lies in: as far as they have a figure. Empty when
    /// the chosen area has none.
    std::vector<Compared> rows{};
    /// The closest first; those without a figure too.
    std::vector<Compared> neighbours{};
    /// Among those of its level that have a figure, and among its neighbours with itself.
    std::optional<Standing> among_all{}, among_neighbours{};
    std::optional<statistics::NeighbourAverage> average{};
};

/// `figures` are those of one period; `set` may be null. The book outlives what is given.
Comparison compare_areas(const AreaBook& book, const Area& chosen, const Definition& definition,
                         const std::vector<AreaFigure>& figures, const NeighbourSet* set);

/// The interval that is published, or what the counts give: Wilson for a percentage, Byar for a
/// rate. Nothing without either, and for other measures.
std::optional<statistics::Estimate> interval_of(const Definition& definition,
                                                const AreaFigure& figure);

/// How `other` stands to `own`. Against a benchmark (England, a region) its value is held against
/// own's interval; against an equal both intervals are, and they differ when they do not overlap,
/// which is the stricter test. Nothing where the interval is missing that would say it.
/// Source: Fingertips Public Health Technical Guide, comparisons by confidence intervals.
enum class As : unsigned char { benchmark, equal };
std::optional<Beside> stands_to(const Compared& own, const Compared& other, As as);

} // namespace openmasa::intelligence
