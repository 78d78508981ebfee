#pragma once
// Outlines of areas from a GeoJSON file, in degrees.
//
// Source: RFC 7946; its forerunner of 2008 for the member "crs", which publishers still write.
#include "kernel/result.hpp"
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace openmasa::geojson {

struct Degrees {
    double longitude = 0, latitude = 0;
};
/// Closed: its first point comes again as its last. A hole is a ring like any other.
using Ring = std::vector<Degrees>;

struct Feature {
    /// Those that are texts, as they stand: "LAD24CD" and "E07000143".
    std::vector<std::pair<std::string, std::string>> properties;
    /// Of all its polygons.
    std::vector<Ring> rings;
};

/// So many points at most are read.
inline constexpr std::size_t most_points = 2'000'000;

/// The features that are polygons or several of them; others are left out. Refuses, under the field
/// "file": what is no GeoJSON, has no polygon, is in other coordinates than degrees (EPSG:4326),
/// has latitude before longitude, a ring that is open or too short, or too many points.
Result<std::vector<Feature>> read_geojson(std::string_view bytes);

} // namespace openmasa::geojson
