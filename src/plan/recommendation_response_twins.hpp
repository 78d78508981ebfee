#pragma once
// The twin of the table of responses (core/history/twin.hpp): its columns, written once. A new
// column is added here and to the twin, in the same migration.
#include "core/history/twin.hpp"
#include "plan/recommendation_responses.hpp"
#include "store/query.hpp"

namespace openmasa::responses::twins {

using Responses = history::Twin<"recommendation_response", "id",
                                "id, recommendation_id, owner_id, asked_on, asked_by, due, words, "
                                "reminded, reminded_on, answer, done, evidence, link, answered_on, "
                                "answered_by, version, updated_at">;

inline constexpr store::Query<store::None(ResponseId, std::int64_t, Day, Moment)> copy_response{
    "responses.copy", Responses::copy};

} // namespace openmasa::responses::twins
