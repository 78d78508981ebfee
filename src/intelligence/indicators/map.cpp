#include "intelligence/indicators/map.hpp"
#include <algorithm>
#include <map>

namespace openmasa::intelligence {
namespace {

bool lies_in(const AreaBook& book, const Area& area, const Area& place) {
    const auto* within = &area;
    while (within && within != &place)
        within = within->within ? book.find(*within->within) : nullptr;
    return within == &place;
}

/// The region, or the half of London within its region: what lies in England itself.
const Area* region_of(const AreaBook& book, const Area& area) {
    const auto* region = &area;
    const Area* found = nullptr;
    while (region) {
        if (region->level == AreaLevel::region) found = region;
        region = region->within ? book.find(*region->within) : nullptr;
    }
    return found;
}

const Area* england(const AreaBook& book) {
    const auto found = std::ranges::find(book.all(), AreaLevel::england, &Area::level);
    return found == book.all().end() ? nullptr : &*found;
}

std::optional<AreaMap> map_of(const AreaBook& book, const Area* place, AreaLevel level,
                              const std::vector<AreaFigure>& figures) {
    if (!place) return std::nullopt;
    AreaMap map{.place = place, .level = level};
    map.detail = place->level == AreaLevel::england ? Detail::far : Detail::near;
    std::map<AreaNumber, const AreaFigure*> by_area;
    std::vector<double> values;
    for (const auto& figure : figures) by_area[figure.area] = &figure;
    for (const auto& area : book.all()) {
        if (area.level != level) continue;
        const auto figure = by_area.find(area.number);
        MapArea one{.area = &area};
        if (figure != by_area.end()) {
            one.value = figure->second->value;
            if (const auto read = read_figure(one.value)) one.number = read->number;
        }
        if (one.number) values.push_back(*one.number);
        const bool is_gone = area.to && !one.number;
        if (!is_gone && lies_in(book, area, *place)) map.areas.push_back(std::move(one));
    }
    if (map.with_figure() < fewest_on_a_map) return std::nullopt;
    map.quartiles = statistics::quartiles(values);
    for (auto& one : map.areas)
        if (one.number)
            one.quarter = statistics::quarter_of(*one.number, *map.quartiles,
                                                 statistics::Polarity::no_judgement);
    return map;
}

} // namespace

std::size_t AreaMap::with_figure() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(areas, [](const MapArea& one) { return one.number.has_value(); }));
}

std::optional<AreaMap> plan_map(const AreaBook& book, const Area& chosen,
                                const std::vector<AreaFigure>& figures, MapWants wants) {
    const auto authorities = [&](const Area* place) {
        return map_of(book, place, AreaLevel::upper_tier, figures);
    };
    if (wants == MapWants::all_of_england || chosen.level == AreaLevel::england)
        return authorities(england(book));
    if (chosen.level == AreaLevel::upper_tier)
        if (auto map = map_of(book, &chosen, AreaLevel::district, figures)) return map;
    if (chosen.level == AreaLevel::district) {
        const auto* county = chosen.within ? book.find(*chosen.within) : nullptr;
        return map_of(book, county, AreaLevel::district, figures);
    }
    return authorities(region_of(book, chosen));
}

std::optional<AreaMap> with_outlines(AreaMap map, const AreaBook& book,
                                     std::vector<Boundary> boundaries) {
    std::map<const Area*, Boundary*> by_area;
    for (auto& boundary : boundaries)
        if (const auto* area = book.with_ons(boundary.code)) {
            auto& its = by_area[area];
            // Of an area's two codes the newer one, which it has today.
            if (!its || boundary.code == area->ons) its = &boundary;
        }
    for (auto& one : map.areas)
        if (const auto found = by_area.find(one.area); found != by_area.end())
            one.boundary = std::move(*found->second);
    std::erase_if(map.areas, [](const MapArea& one) { return one.boundary.path.empty(); });
    if (map.with_figure() < fewest_on_a_map) return std::nullopt;
    return map;
}

} // namespace openmasa::intelligence
