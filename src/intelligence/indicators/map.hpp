#pragma once
// Which areas a map of an indicator shows, and the quarter that each lies in. Nothing but values in
// and out.
#include "intelligence/area_store.hpp"
#include "intelligence/boundary_store.hpp"
#include "intelligence/figure_store.hpp"
#include "kernel/statistics/ranking.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::intelligence {

struct MapArea {
    const Area* area = nullptr;
    /// As it was published; empty where there is no figure of it.
    std::string value{};
    std::optional<double> number{};
    /// 1 for the lowest quarter of all of its level that have a figure, to 4; 0 without a figure.
    int quarter = 0;
    Boundary boundary{};
};

struct AreaMap {
    /// What the areas lie in, and what they are.
    const Area* place = nullptr;
    AreaLevel level = AreaLevel::upper_tier;
    Detail detail = Detail::near;
    std::vector<MapArea> areas{};
    std::optional<statistics::Quartiles> quartiles{};

    std::size_t with_figure() const;
};
/// Fewer areas with a figure and an outline are no map.
inline constexpr std::size_t fewest_on_a_map = 3;

enum class MapWants : unsigned char { nearest, all_of_england };

/// Districts of the chosen authority where enough have a figure; else the authorities of its
/// region, or of England where that is asked for. Nothing where too few have a figure.
std::optional<AreaMap> plan_map(const AreaBook& book, const Area& chosen,
                                const std::vector<AreaFigure>& figures, MapWants wants);
/// With the outlines of its areas; those without one go. Nothing when too few are left.
std::optional<AreaMap> with_outlines(AreaMap map, const AreaBook& book,
                                     std::vector<Boundary> boundaries);

} // namespace openmasa::intelligence
