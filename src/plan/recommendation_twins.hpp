#pragma once
// The twins of the recommendations' tables (core/history/twin.hpp): their columns, written once. A
// new column of one of these tables is added here and to the twin, in the same migration.
#include "core/history/twin.hpp"
#include "plan/recommendation.hpp"
#include "store/query.hpp"

namespace openmasa::recommendations::twins {

using Recommendations =
    history::Twin<"recommendation", "id",
                  "id, reference, title, state, since, home, priority_id, home_words, kind, tags, "
                  "owner_id, lead_id, due_words, due, expected, actions, joined_to_id, joined_on, "
                  "joined_why, joined_likeness, superseded_by_id, withdrawn_at, withdrawn_why, "
                  "version, updated_at">;
using Sources = history::Twin<"recommendation_source", "recommendation_id",
                              "id, recommendation_id, kind, document, dated, paragraph, words, "
                              "proposed_lead">;
using Evidence = history::Twin<"recommendation_evidence", "recommendation_id",
                               "id, recommendation_id, shows, kind, words, link, on_day">;
using Moves = history::Twin<"recommendation_move", "recommendation_id",
                            "id, recommendation_id, number, move, from_state, to_state, on_day, "
                            "decided_by, words">;

using Copy = store::Query<store::None(RecommendationId, std::int64_t, Day, Moment)>;
inline constexpr Copy copy_recommendation{"recommendations.copy", Recommendations::copy};
inline constexpr Copy copy_sources{"recommendations.copy_sources", Sources::copy};
inline constexpr Copy copy_evidence{"recommendations.copy_evidence", Evidence::copy};
inline constexpr Copy copy_moves{"recommendations.copy_moves", Moves::copy};

} // namespace openmasa::recommendations::twins
