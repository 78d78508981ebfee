#pragma once
// What groups know for the pages of others: the seats and chairs of an agency or an office, and
// what those must know who answer for the arrangements or are to sign.
#include "core/routing/facts.hpp"
#include "store/db.hpp"

namespace openmasa::groups {

/// "7 seats in 5 groups, 1 vacant", "Chairs Audit Group", what is to be signed. Two statements, one
/// more while terms of reference wait.
std::vector<OwnerFact> facts_of(store::Db& db, const Scope& scope, const OwnerId& owner);

/// To whoever holds an office or fills a seat whose turn it is: terms of reference wait for their
/// signature. A statutory or standing group, or the partnership's own, without a chair or with a
/// vacant seat of a statutory partner: of the business unit, the lead and delegated partners and
/// the scrutineers.
std::vector<FirstPageFact> tell_of_groups(store::Db& db, const Scope& scope);

} // namespace openmasa::groups
