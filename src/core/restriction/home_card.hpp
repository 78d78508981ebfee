#pragma once
// What Home says about restricted records: what waits for a review, and the ways to them.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include "web/html.hpp"

namespace openmasa::restriction {

/// Runs no statement for somebody who reads nothing that is restricted.
Html home_card(store::Db& db, const Scope& scope);
/// Quiet links, for those who may.
Html way_to_break_glass(const Scope& scope);

} // namespace openmasa::restriction
