#pragma once
// What `openmasa verify` asks of destruction.
#include "core/audit/audit.hpp"

namespace openmasa::retention {

/// Every version whose words are gone must have gone under a certificate that two people signed and
/// the audit log knows; adds one sentence a certificate to what the verdict says.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::retention
