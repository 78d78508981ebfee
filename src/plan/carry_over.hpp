#pragma once
// A database from before versions had raw values and twins is brought up to date by a new version
// of every record, as it stands, in the program's own name: the versions before it stay what they
// were, with their commitments, and lists look back as far as the new one.
#include "core/access/scope.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// Gives each record of the plan register that has no twin its first one; how many there were.
/// After the migrations, before anybody is served; it only reads when there is nothing to do, so
/// that a start that was killed between the two is made good by the next. Run `openmasa verify`
/// with the older program first: what was changed behind it is taken here as it is.
int carry_over(store::Db& db, const Scope& scope);

} // namespace openmasa::plan
