#pragma once
// What a move sets going besides its record: clocks, and who is told.
#include "plan/recommendation_moves.hpp"
#include "store/db.hpp"

namespace openmasa::recommendations {

/// Inside atomically(), after the move was saved. A clock starts under the rule of that name
/// (core/clocks, "recommendation-response", "recommendation-impact"); that of the answers only
/// while somebody has not answered. People are told who may read it, each once.
void follow_up(store::Db& db, const Scope& scope, const Row& row, const Recommendation& now);

} // namespace openmasa::recommendations
