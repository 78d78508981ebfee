#pragma once
// Mails that go out at once, whatever somebody chose: what happened to the security of their
// account. Inside atomically().
#include "core/access/scope.hpp"
#include "store/db.hpp"

namespace openmasa::accounts {

/// Their password, second step or codes were changed.
void tell_of_security_change(store::Db& db, const Scope& scope, const AccountId& account);

/// Somebody signs in from an address that no session of this account has come from as long as
/// sessions are kept (rules.hpp). The first of all tells nobody. Before the session is added.
void tell_of_new_place(store::Db& db, const Scope& scope, const AccountId& account);

} // namespace openmasa::accounts
