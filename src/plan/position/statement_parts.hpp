#pragma once
// The parts of the position statement, in their order.
#include "plan/position/statement.hpp"

namespace openmasa::position {

/// Home by kind, with sums that add up.
Part homes_part(const StatementFacts& facts);
/// From the earlier day to the later one, line by line: the figures add up.
Part flow_part(const StatementFacts& facts);
Part ages_part(const StatementFacts& facts);
Part late_part(const StatementFacts& facts);
Part moved_part(const StatementFacts& facts);

/// "In progress", "With W-2026-003", "Withdrawn"; "New" for nothing.
std::string spoken_stand(const std::optional<Stand>& stand, const Names& names);
std::string_view spoken(Came came);
using openmasa::spoken; // days
std::string_view spoken(Went went);
/// "; 2 joined to another one": what came and went though no decision opened or closed it.
std::string said_otherwise(const Flow& flow);

} // namespace openmasa::position
