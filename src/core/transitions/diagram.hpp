#pragma once
// The picture of a table of transitions, as SVG from the server, and the same as a table. A state
// is a box at the left, one below the other; a move is a line at the right with a dot at every
// state from which it can be made and, from a ring, an arrow into the state that it leads to.
// Nothing crosses a box, and the same table always gives the same picture.
#include "core/access/role.hpp"
#include "core/terms/words.hpp"
#include "web/html.hpp"
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::transitions {

struct DrawnState {
    std::string words;
    /// Where a record starts, and where it may stay for good.
    bool is_start = false, is_end = false;
};
/// One row of the table. States are numbers in `Diagram::states`.
struct DrawnMove {
    std::string words;
    std::size_t from = 0, to = 0;
    /// For the table: who may, what must be complete, what is said, clocks, who is told.
    std::string who{}, complete{}, said{}, clocks{}, told{};
};
struct Diagram {
    std::string title;
    /// Where a record is now, when it is a record's page.
    std::optional<std::size_t> now{};
    std::vector<DrawnState> states;
    std::vector<DrawnMove> moves;
};

/// "Business unit; group chair, for what is theirs": who holds that permission, as people say it.
std::string who_may(Permission permission, const terms::Words& words);

/// Moves of one name into one state share a line, in the order of the moves.
struct Lane {
    std::string words;
    std::vector<std::size_t> from;
    std::size_t to = 0;
    bool operator==(const Lane&) const = default;
};
std::vector<Lane> lanes_of(const Diagram& diagram);

Html drawn(const Diagram& diagram);
/// A row for each move, with all that is said of it.
Html as_table(const Diagram& diagram);

} // namespace openmasa::transitions
