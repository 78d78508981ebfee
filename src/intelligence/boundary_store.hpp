#pragma once
// Outlines of areas as the database has them, ready to be drawn.
#include "intelligence/area.hpp"
#include "intelligence/load.hpp"
#include "intelligence/outline.hpp"
#include "store/db.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// How much of an outline is drawn: for a county or a region, or for the whole country.
enum class Detail : unsigned char { near, far };
/// So far may a point lie from the line that is drawn, in units of 100 metres.
inline constexpr double near_tolerance = 2, far_tolerance = 10;

struct Boundary {
    /// ONS's, as the file had it.
    std::string code;
    GridBox box{};
    GridPoint middle{};
    std::string path;
};
/// The newest one of each area of that level, by code.
std::vector<Boundary> boundaries_of(store::Db& db, AreaLevel level, Detail detail);

/// As a file brought them.
struct NewBoundary {
    std::string code;
    AreaLevel level = AreaLevel::upper_tier;
    GridBox box{};
    GridPoint middle{};
    std::string near, far;
};
/// What is said below a map: "Source: Office for National Statistics. Contains OS data © Crown
/// copyright and database right 2024". The newest set that has areas of that level; empty for none.
std::string boundary_source(store::Db& db, AreaLevel level);

// Inside atomically().
/// As a set of their own, of that year (nought: nobody says).
void add_boundaries(store::Db& db, int year, LoadNumber load,
                    const std::vector<NewBoundary>& boundaries);

} // namespace openmasa::intelligence
