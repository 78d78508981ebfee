#include "intelligence/boundary_store.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

constexpr Query<Boundary(AreaLevel)> list_near{"boundaries.near", R"sql(
    SELECT b.code, b.left_x, b.top_y, b.right_x, b.bottom_y, b.middle_x, b.middle_y, b.near FROM boundary b
    WHERE b.level = $1 AND b.set_number = (SELECT max(n.set_number) FROM boundary n WHERE n.code = b.code)
    ORDER BY b.code)sql"};
constexpr Query<Boundary(AreaLevel)> list_far{"boundaries.far", R"sql(
    SELECT b.code, b.left_x, b.top_y, b.right_x, b.bottom_y, b.middle_x, b.middle_y, b.far FROM boundary b
    WHERE b.level = $1 AND b.set_number = (SELECT max(n.set_number) FROM boundary n WHERE n.code = b.code)
    ORDER BY b.code)sql"};
constexpr Query<std::string(AreaLevel)> find_source{"boundaries.source", R"sql(
    SELECT source FROM boundary_set
    WHERE number = (SELECT max(set_number) FROM boundary WHERE level = $1))sql"};
constexpr Query<std::int64_t()> find_last{"boundaries.last_set",
                                          "SELECT coalesce(max(number), 0) FROM boundary_set"};
constexpr Query<None(std::int64_t, std::int64_t, std::string_view, LoadNumber)> insert_set{
    "boundaries.add_set",
    "INSERT INTO boundary_set (number, year, source, load_number) VALUES ($1, $2, $3, $4)"};
constexpr Query<None(std::string_view, std::int64_t, AreaLevel, int, int, int, int, int, int,
                     std::string_view, std::string_view)>
    insert_boundary{"boundaries.add", R"sql(
    INSERT INTO boundary (code, set_number, level, left_x, top_y, right_x, bottom_y, middle_x, middle_y, near, far)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql"};

/// Source: ONS, Open Geography portal, licences.
std::string source_words(int year) {
    return "Source: Office for National Statistics. Contains OS data © Crown copyright and database "
           "right" +
           (year == 0 ? std::string() : fmt::format(" {}", year));
}

} // namespace

std::vector<Boundary> boundaries_of(store::Db& db, AreaLevel level, Detail detail) {
    return db.all(detail == Detail::near ? list_near : list_far, level);
}

std::string boundary_source(store::Db& db, AreaLevel level) {
    return db.one(find_source, level).value_or("");
}

void add_boundaries(store::Db& db, int year, LoadNumber load,
                    const std::vector<NewBoundary>& boundaries) {
    const auto set = db.one(find_last).value_or(0) + 1;
    db.run(insert_set, set, year, source_words(year), load);
    for (const auto& one : boundaries)
        db.run(insert_boundary, one.code, set, one.level, one.box.left, one.box.top, one.box.right,
               one.box.bottom, one.middle.x, one.middle.y, one.near, one.far);
}

} // namespace openmasa::intelligence
