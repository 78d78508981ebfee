#pragma once
// Use cases: add an agency, change one. One transaction each, run inside submit().
#include "partnership/agencies/store.hpp"

namespace openmasa::agencies {

/// A new one, as a form or a row of a file says it. An owner that a plan named becomes it.
Result<Agency> add(store::Db& db, const Scope& scope, Agency agency);
/// Over `agency.version`; a conflict when another one is there now.
Result<Agency> change(store::Db& db, const Scope& scope, Agency agency);

/// Everything that is wrong, by itself and beside the others. `id` is none for a new one.
std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Agency& agency,
                                   const std::optional<OwnerId>& id);

} // namespace openmasa::agencies
