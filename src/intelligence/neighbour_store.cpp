#include "intelligence/neighbour_store.hpp"
#include <algorithm>

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

struct SetRow {
    NeighbourModel model;
    Neighbour neighbour;
};
constexpr Query<SetRow(AreaNumber)> list_of_area{"neighbours.of_area", R"sql(
    SELECT m.number, m.name, m.from_day, n.neighbour_number, n.closeness
    FROM neighbour n JOIN neighbour_model m ON m.number = n.model_number
    WHERE n.area_number = $1 ORDER BY m.from_day DESC, m.number DESC, n.place)sql"};
constexpr Query<NeighbourModel(std::string_view)> find_model{
    "neighbours.model", "SELECT number, name, from_day FROM neighbour_model WHERE name = $1"};
constexpr Query<NeighbourModelSize()> list_models{"neighbours.models", R"sql(
    SELECT m.number, m.name, m.from_day, (SELECT count(DISTINCT n.area_number) FROM neighbour n
                                          WHERE n.model_number = m.number)
    FROM neighbour_model m ORDER BY m.from_day DESC, m.number DESC)sql"};
constexpr Query<NeighbourRow(NeighbourModelNumber)> list_of_model{"neighbours.of_model", R"sql(
    SELECT area_number, neighbour_number, closeness FROM neighbour WHERE model_number = $1
    ORDER BY area_number, place)sql"};
constexpr Query<std::int64_t()> find_last{"neighbours.last_model",
                                          "SELECT coalesce(max(number), 0) FROM neighbour_model"};
constexpr Query<None(NeighbourModelNumber, std::string_view, Day, LoadNumber)> insert_model{
    "neighbours.add_model",
    "INSERT INTO neighbour_model (number, name, from_day, load_number) VALUES ($1, $2, $3, $4)"};
constexpr Query<None(NeighbourModelNumber, AreaNumber)> delete_set{
    "neighbours.clear", "DELETE FROM neighbour WHERE model_number = $1 AND area_number = $2"};
constexpr Query<None(NeighbourModelNumber, AreaNumber, std::int64_t, AreaNumber, std::string_view)>
    insert_neighbour{"neighbours.add", R"sql(
    INSERT INTO neighbour (model_number, area_number, place, neighbour_number, closeness)
    VALUES ($1, $2, $3, $4, $5))sql"};

} // namespace

std::vector<NeighbourSet> neighbours_of(store::Db& db, AreaNumber area) {
    std::vector<NeighbourSet> sets;
    db.each(
        list_of_area,
        [&](SetRow&& row) {
            if (sets.empty() || sets.back().model.number != row.model.number)
                sets.push_back({.model = std::move(row.model), .neighbours = {}});
            sets.back().neighbours.push_back(std::move(row.neighbour));
        },
        area);
    return sets;
}

const NeighbourSet* in_force(std::span<const NeighbourSet> sets, Day day) {
    for (const auto& set : sets)
        if (set.model.from <= day) return &set;
    return nullptr;
}

std::optional<NeighbourModel> find_neighbour_model(store::Db& db, std::string_view name) {
    return db.one(find_model, name);
}

std::vector<NeighbourModelSize> neighbour_models(store::Db& db) {
    return db.all(list_models);
}

std::vector<NeighbourRow> neighbours_in(store::Db& db, NeighbourModelNumber model) {
    return db.all(list_of_model, model);
}

NeighbourModelNumber next_neighbour_model(store::Db& db) {
    return db.one(find_last).value_or(0) + 1;
}

void add_neighbour_model(store::Db& db, const NeighbourModel& model, LoadNumber load) {
    db.run(insert_model, model.number, model.name, model.from, load);
}

void put_neighbours(store::Db& db, NeighbourModelNumber model, AreaNumber area,
                    std::span<const Neighbour> neighbours) {
    db.run(delete_set, model, area);
    std::int64_t place = 0;
    for (const auto& one : neighbours)
        db.run(insert_neighbour, model, area, ++place, one.area, one.closeness);
}

} // namespace openmasa::intelligence
