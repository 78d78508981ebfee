#pragma once
// Statistical neighbours: ten authorities that an authority is most like, by a model that has a
// name and a day from which it counts. Models stand beside each other; the newest that counts is in
// force.
//
// Source: DfE, Children's services statistical neighbour benchmarking tool, models of 2021 and
// 2025.
#include "intelligence/area.hpp"
#include "intelligence/load.hpp"
#include "store/db.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

using NeighbourModelNumber = std::int64_t;

struct NeighbourModel {
    NeighbourModelNumber number = 0;
    /// "2025 model".
    std::string name;
    Day from{};
};

/// One of the ten, in the order of a set.
struct Neighbour {
    AreaNumber area = 0;
    /// As it was published: "Very close", "Somewhat close".
    std::string closeness;
    bool operator==(const Neighbour&) const = default;
};
inline constexpr int neighbours_of_each = 10;

/// An area's ten by one model, the closest first.
struct NeighbourSet {
    NeighbourModel model;
    std::vector<Neighbour> neighbours;
};

/// By every model that has the area, the newest model first.
std::vector<NeighbourSet> neighbours_of(store::Db& db, AreaNumber area);
/// Of those, the first one that counts on that day; nothing when none does.
const NeighbourSet* in_force(std::span<const NeighbourSet> sets, Day day);

std::optional<NeighbourModel> find_neighbour_model(store::Db& db, std::string_view name);
/// How many areas have a set in each model, the newest model first.
struct NeighbourModelSize {
    NeighbourModel model;
    std::int64_t areas = 0;
};
std::vector<NeighbourModelSize> neighbour_models(store::Db& db);

/// All sets of a model, by area and place.
struct NeighbourRow {
    AreaNumber area = 0;
    Neighbour neighbour;
};
std::vector<NeighbourRow> neighbours_in(store::Db& db, NeighbourModelNumber model);

// Inside atomically().
NeighbourModelNumber next_neighbour_model(store::Db& db);
void add_neighbour_model(store::Db& db, const NeighbourModel& model, LoadNumber load);
/// In the place of the set that is there.
void put_neighbours(store::Db& db, NeighbourModelNumber model, AreaNumber area,
                    std::span<const Neighbour> neighbours);

} // namespace openmasa::intelligence
