#pragma once
// Outlines of areas in a GeoJSON file held against those that are stored.
#include "intelligence/area_store.hpp"
#include "intelligence/boundary_store.hpp"
#include "intelligence/loads/reading.hpp"

namespace openmasa::intelligence {

/// What saving adds; outlines that are here already are none.
struct BoundaryPlan {
    std::vector<NewBoundary> writings{};
    std::int64_t same = 0;
    bool empty() const { return writings.empty(); }
};
BoundaryPlan plan_boundaries(store::Db& db, const Reading& reading);
/// What a person should know of the file: of which year they are, which areas are not known here.
std::vector<std::string> remarks_on(const AreaBook& book, const Reading& reading);

} // namespace openmasa::intelligence
