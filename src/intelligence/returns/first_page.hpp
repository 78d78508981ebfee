#pragma once
// What of the returns stands on somebody's first page.
#include "core/routing/facts.hpp"
#include "store/db.hpp"

namespace openmasa::intelligence {

/// To whoever keeps the figures, how many are late and whose; to whoever enters them for an agency,
/// how many of theirs are late or due soon. Worked out once for all until something changes.
std::vector<FirstPageFact> tell_of_returns(store::Db& db, const Scope& scope);

} // namespace openmasa::intelligence
