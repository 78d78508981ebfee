#pragma once
// Saves a draft as a plan, or as a new edition of one: all of it or nothing, inside atomically().
#include "core/access/scope.hpp"
#include "plan/imports/matching.hpp"
#include "store/db.hpp"

namespace openmasa::imports {

/// The plan as an import compares with it; empty when no plan is given.
Existing read_existing(store::Db& db, const Scope& scope, const std::optional<plan::PlanId>& id);

/// What the edition is called where something is withdrawn because of it: the document's own words
/// ("Last review: Dec 2025"), else the file's name.
std::string edition_of(const Draft& draft, std::string_view file_name);

/// Adds what is new, changes what changed, withdraws what is gone (with the edition as its reason),
/// leaves what is the same. Gives the plan.
plan::PlanId save(store::Db& db, const Scope& scope, const Draft& draft, const Existing& existing,
                  const Comparison& comparison, std::string_view file_name);

} // namespace openmasa::imports
