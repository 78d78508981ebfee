#pragma once
// A forgotten password: a one-time link by mail. The answer is the same whether the address is
// known or not.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string_view>

namespace openmasa::accounts {

/// Queues the mail when an open account has that address; older links of it stop working. Refused
/// only when it was asked too often, for a known address and an unknown one alike.
Result<Done> ask_for_link(store::Db& db, const Scope& scope, std::string_view email);

} // namespace openmasa::accounts
