#pragma once
// What the use cases of recommendations share: the record as somebody may change it.
#include "plan/recommendation_store.hpp"

namespace openmasa::recommendations {

/// In the version that they read: refused as not found to whom may not, a conflict where somebody
/// was first. Not one that was withdrawn.
Result<Whole> find_for(store::Db& db, const Scope& scope, Permission permission,
                       const RecommendationId& id, std::int64_t version);
/// Stands with another from today on; refused with the field "to" where it cannot.
Result<Done> join_whole(store::Db& db, const Scope& scope, Whole& whole, const RecommendationId& to,
                        std::string_view why, int likeness);
/// The actions by which it is carried out: those chosen by somebody, and of those before what is
/// hidden from them, which was not theirs to leave out. Refused with the field "actions".
Result<std::string> linked_actions(store::Db& db, const Scope& scope, std::string_view before,
                                   const std::vector<plan::ActionId>& chosen);

} // namespace openmasa::recommendations
