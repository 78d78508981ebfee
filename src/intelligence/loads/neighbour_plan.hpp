#pragma once
// Sets of statistical neighbours in a file held against those that are stored.
#include "intelligence/loads/area_plan.hpp"
#include "intelligence/loads/reading.hpp"
#include "intelligence/neighbour_store.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// An area's set that saving writes.
struct PlannedNeighbours {
    int line = 0;
    AreaNumber area = 0;
    std::vector<Neighbour> neighbours;
    /// "Norfolk", and the ten that were there; empty for a new set.
    std::string name, was;
    std::string now;
};

struct NeighbourPlan {
    /// Its number is given by saving when it is new.
    NeighbourModel model{};
    bool is_new = false;
    std::vector<PlannedNeighbours> writings{};
    std::int64_t same = 0;

    bool empty() const { return writings.empty(); }
};

/// The model that a file is of: by the year in its name ("…_April_2021", "sn_model_2025_wide"),
/// with the month where it says one; else the year in which files of that shape were first
/// published.
NeighbourModel model_of(Format format, std::string_view file_name);

/// A model of the same name with other sets is a revision of them. Sets whose area or neighbours
/// are not known are refused. `places` are those of the reading's areas in `planned`.
NeighbourPlan plan_neighbours(store::Db& db, const Reading& reading, std::string_view file_name,
                              const std::vector<std::optional<std::size_t>>& places,
                              const std::vector<PlannedArea>& planned,
                              std::vector<RefusedRow>& refused);

/// Inside atomically(), when the areas are there.
void save_neighbours(store::Db& db, const NeighbourPlan& plan, LoadNumber load);

} // namespace openmasa::intelligence
