#pragma once
// How often somebody may try. A try counts as a failure until it has turned out right, so that many
// at once are not all let through before the first of them has failed.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>
#include <vector>

namespace openmasa::accounts {

/// At most `most` failures of `subject` within rate_window (rules.hpp).
struct TryLimit {
    /// A digest: the table names nobody.
    std::string subject;
    int most;
};
TryLimit limit_of_account(std::string_view email);
TryLimit limit_of_address(const Scope& scope);
TryLimit limit_of_link_requests(std::string_view email);
TryLimit limit_of_code(const AccountId& account);

/// Each in a transaction of its own. Refuses when any limit is reached; the words belong to
/// `field`.
Result<Done> begin_try(store::Db& db, const Scope& scope, const std::vector<TryLimit>& limits,
                       std::string_view field);
/// It was right: the try that began at scope.now is not a failure.
Result<Done> forgive_try(store::Db& db, const Scope& scope, const std::vector<TryLimit>& limits);

} // namespace openmasa::accounts
