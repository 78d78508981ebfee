#pragma once
// Outlines of areas made small enough for a page: projected to whole units of 100 metres,
// simplified, and written as a path. Nothing but values in and out.
//
// Projection: transverse Mercator on a sphere, central meridian 2 degrees west, as the National
// Grid has it: equal angles, lengths true within 0.3% all over England.
//   B = cos(lat) sin(lon - lon0)   x = R artanh(B)   y = R atan2(tan(lat), cos(lon - lon0))
// Source: Map projections: a working manual, US Geological Survey Professional Paper 1395, 1987,
// equations 8-1 to 8-3.
// Simplification: a point goes when it lies nearer to the line that is left than the tolerance.
// Source: Cartographica 1973; 10: 112-122. It is done border by border: what two areas share is
// simplified once, so that neither gap nor overlap opens between them.
#include "core/exchange/geojson.hpp"
#include <compare>
#include <span>
#include <string>
#include <vector>

namespace openmasa::intelligence {

/// In units of 100 metres; y grows to the south, as on a page.
struct GridPoint {
    int x = 0, y = 0;
    auto operator<=>(const GridPoint&) const = default;
};
GridPoint project(geojson::Degrees at);

/// Without its first point again at the end; at least three of them.
using GridRing = std::vector<GridPoint>;
using Outline = std::vector<GridRing>;

/// Projected; points that fall together are one, rings of fewer than three points none.
Outline projected(std::span<const geojson::Ring> rings);

/// All outlines that lie side by side, in their order. No point moves; those that are left out lie
/// within `tolerance` units of the ring that stays. Rings that shrink to nothing go, but for the
/// largest of an area.
std::vector<Outline> simplified(std::span<const Outline> outlines, double tolerance);

struct GridBox {
    int left = 0, top = 0, right = 0, bottom = 0;
};
GridBox box_of(const Outline& outline);
/// The centroid of its largest ring: where its name goes.
GridPoint middle_of(const Outline& outline);
/// "M12 34l5-6 7 8z...": one subpath a ring, for fill-rule evenodd.
std::string path_of(const Outline& outline);

} // namespace openmasa::intelligence
