#pragma once
// What a move sets going besides its record: clocks, and who is told.
#include "plan/recommendation_moves.hpp"
#include "store/db.hpp"

namespace openmasa::recommendations {

/// Inside atomically(), after the move was saved. A clock starts under the rule of that name
/// (core/clocks, "recommendation-response", "recommendation-impact"); that of the answers only
/// while somebody was not asked for theirs by a day. People are told who may read it, each once.
void follow_up(store::Db& db, const Scope& scope, const Row& row, const Recommendation& now);

/// It stands with another from now on, and is followed there. Inside atomically().
void stop_all_clocks(store::Db& db, const Scope& scope, const RecommendationId& id);
/// It stands by itself again: the clocks that its moves left running, from the days on which they
/// started.
void start_clocks_again(store::Db& db, const Scope& scope, const Whole& whole);

} // namespace openmasa::recommendations
