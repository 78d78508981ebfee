#pragma once
// What `openmasa verify` asks of the plan register.
#include "core/audit/audit.hpp"

namespace openmasa::plan {

/// Holds every plan, section, objective and action (with its steps, notes and place) against its
/// newest version in the history, and every progress and piece of evidence, word for word, against
/// the version that brought it.
void verify(store::Db& db, audit::Verdict& verdict);
/// The last part of it.
void verify_brought(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::plan
