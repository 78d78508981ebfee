#pragma once
// Use cases: hold, lift; propose, decline, confirm. One transaction each, run inside submit().
#include "kernel/result.hpp"
#include "plan/retention/retention.hpp"
#include "store/db.hpp"

namespace openmasa::retention {

struct SetHold {
    std::string kind, record, why;
};
Result<Done> set_hold(store::Db& db, const Scope& scope, const SetHold& command);
Result<Done> lift(store::Db& db, const Scope& scope, const HoldId& id, const std::string& why);

struct Propose {
    std::string kind, record, why;
};
/// Only what is due and not proposed already.
Result<DestructionId> propose(store::Db& db, const Scope& scope, const Propose& command);
Result<Done> decline_destruction(store::Db& db, const Scope& scope, const DestructionId& id,
                                 const std::string& why);
/// By another person than proposed it, while it is still due: gives the certificate's number.
Result<std::string> confirm_destruction(store::Db& db, const Scope& scope, const DestructionId& id);

} // namespace openmasa::retention
