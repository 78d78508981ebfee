#pragma once
// Use case of whoever answers for an agency, with an account or by a link.
#include "kernel/result.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/responses/rules.hpp"

namespace openmasa::responses {

/// What was asked of that owner, where this person may answer for it; not of a recommendation that
/// was withdrawn.
std::optional<Response> find_to_answer(store::Db& db, const Scope& scope,
                                       const RecommendationId& id, const OwnerId& owner);

/// Keeps the answer, or the answer that takes its place, true from its day; tells whoever asked. An
/// address that was kept for reminders is forgotten. Refused as not found to whom may not; a
/// conflict where somebody was first. Inside atomically().
Result<Done> answer(store::Db& db, const Scope& scope, const GiveAnswer& command);

} // namespace openmasa::responses
