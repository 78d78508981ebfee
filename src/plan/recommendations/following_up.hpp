#pragma once
// What a move sets going besides its record: clocks, and who is told.
#include "plan/recommendation_moves.hpp"
#include "store/db.hpp"

namespace openmasa::recommendations {

/// Inside atomically(), after the move was saved. A clock starts where the partnership has a rule
/// of that name (core/clocks, "recommendation-response", "recommendation-impact"); without one
/// there is none to start. People are told who may read it, each once.
void follow_up(store::Db& db, const Scope& scope, const Row& row, const Recommendation& now);

} // namespace openmasa::recommendations
