#pragma once
// Use cases of the second step: turn it on with an authenticator app, check a code, turn it off.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::accounts {

/// Whoever may administer signs in with a second step, or may do nothing else until they have one.
bool needs_two_step(std::span<const Holding> holdings);

/// A new key to scan, not yet asked for; refused when the second step is on already.
Result<Done> begin_two_step(store::Db& db, const Scope& scope, const AccountId& account);
/// Turns it on when `code` shows that the app knows the key; gives ten codes to recover with, which
/// are never to be seen again.
Result<std::vector<std::string>> confirm_two_step(store::Db& db, const Scope& scope,
                                                  const AccountId& account, std::string_view code);
/// Ten new codes in place of all older ones.
Result<std::vector<std::string>> renew_recovery_codes(store::Db& db, const Scope& scope,
                                                      const AccountId& account);
/// Turns it off: the person's own wish, or somebody who may helps after a lost telephone.
Result<Done> end_two_step(store::Db& db, const Scope& scope, const AccountId& account);

/// Whether `typed` is a code of the app, or one to recover with; each works once. Counts failures.
/// In transactions of its own. Problems belong to the field "code".
Result<Done> check_code(store::Db& db, const Scope& scope, const AccountId& account,
                        std::string_view typed);

} // namespace openmasa::accounts
