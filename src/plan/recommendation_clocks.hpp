#pragma once
// The clocks of recommendations (core/clocks) that more than one feature stops: agencies' answers,
// impact to be shown.
#include "plan/recommendation_moves.hpp"
#include "store/db.hpp"

namespace openmasa::recommendations {

/// Stops that one where it runs; `why` is what was done. Inside atomically().
void stop_clock(store::Db& db, const Scope& scope, const RecommendationId& id, Clock which,
                std::string_view why);

} // namespace openmasa::recommendations
