#pragma once
// The offices that guidance asks for and that nobody holds, for whoever must know.
#include "core/routing/facts.hpp"
#include "partnership/office.hpp"
#include "store/db.hpp"

namespace openmasa::offices {

/// Those of them that nobody holds on that day, not even acting. Pure.
std::vector<const partnership::Office*> empty_offices(const std::vector<partnership::Office>& all,
                                                      Day today);
/// For the first page of the business unit, the lead and delegated partners and the scrutineers.
std::vector<FirstPageFact> tell_empty_offices(store::Db& db, const Scope& scope);

/// For the page of an agency: each of its offices that is there today, and who holds it.
std::vector<OwnerFact> offices_of(store::Db& db, const Scope& scope, const OwnerId& agency);

} // namespace openmasa::offices
