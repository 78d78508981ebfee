#pragma once
// SAID_THINGS in the database. What a person may not see is not found.
#include "AREA/THINGS/THING.hpp"
#include "store/db.hpp"
#include <vector>

namespace openmasa::THINGS {

/// Newest first, at most `most`.
std::vector<PascalThing> list_THINGS(store::Db& db, const Scope& scope, int most);
/// Inside atomically(); leaves an audit entry.
void save_new(store::Db& db, const Scope& scope, const PascalThing& THING);

} // namespace openmasa::THINGS
