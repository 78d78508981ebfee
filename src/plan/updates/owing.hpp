#pragma once
// Who still owes answers, and telling them. Inside atomically().
#include "kernel/result.hpp"
#include "plan/updates/updates.hpp"
#include "store/db.hpp"
#include <string>
#include <string_view>

namespace openmasa::updates {

inline constexpr std::string_view link_purpose = "update.answer";

/// A link to the office's address; of the same holder when it had one before.
Result<Done> send_link(store::Db& db, const Scope& scope, const Request& request,
                       const Office& office);

/// Each once: people by a notice, offices by a link to their address, where theirs was not taken
/// back. Of a restricted action only who may read it owes an answer. Gives how many were told.
int tell_those_who_owe(store::Db& db, const Scope& scope, const Request& request);

/// The two reminders of each open request, written each morning; in words for the log of the work,
/// "" when there was nothing. By the program itself.
std::string remind(store::Db& db, const Scope& scope);

} // namespace openmasa::updates
