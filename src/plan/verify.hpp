#pragma once
// What `openmasa verify` asks of the plan register.
#include "core/audit/audit.hpp"

namespace openmasa::plan {

/// Holds every plan, section, objective and action against its newest version in the history, and
/// every progress and piece of evidence against the audit entry that was written with it.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::plan
