#pragma once
// The states and moves of recommendations, ready to be drawn and told
// (core/transitions/diagram.hpp).
#include "core/transitions/diagram.hpp"
#include "plan/recommendation_moves.hpp"

namespace openmasa::recommendations {

/// From the table alone: what it does not say is not drawn. `now` is where one of them stands.
transitions::Diagram diagram(const terms::Words& words, std::optional<State> now = {});

} // namespace openmasa::recommendations
