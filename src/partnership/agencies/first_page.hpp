#pragma once
#include "core/routing/facts.hpp"
#include "store/db.hpp"

namespace openmasa::agencies {

/// Agencies that have ended and still hold offices or seats, for those who must know.
std::vector<FirstPageFact> tell_of_ended(store::Db& db, const Scope& scope);

} // namespace openmasa::agencies
