#pragma once
// Somebody whose every role is held on single records reads those, what hangs on them, and what
// they stand in is called; every table is without the rest, so that no list, count, search,
// download or page can show it.
#include "core/restriction/kinds.hpp"

namespace openmasa::restriction {

/// Asks which records each role on a single record reaches. Runs no statement for others.
void reach_single_records(store::Db& db, Scope& scope, const AllKinds& all);

/// The tables with nothing but what the roles of `scope` reach; asked after the above.
store::Lens lens_of_single_records(store::Db& db, const Scope& scope, const AllKinds& all);

} // namespace openmasa::restriction
