#include "core/accounts/tries.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {

TryLimit limit_of_account(std::string_view email) {
    return {sha256(fmt::format("account {}", lower(email))), most_failures_of_account};
}

TryLimit limit_of_address(const Scope& scope) {
    return {sha256(fmt::format("address {}", scope.from)), most_failures_from_address};
}

TryLimit limit_of_link_requests(std::string_view email) {
    return {sha256(fmt::format("link {}", lower(email))), most_link_requests};
}

TryLimit limit_of_code(const AccountId& account) {
    return {sha256(fmt::format("code {}", account.view())), most_failures_of_account};
}

Result<Done> begin_try(store::Db& db, const Scope& scope, const std::vector<TryLimit>& limits,
                       std::string_view field) {
    return db.atomically([&]() -> Result<Done> {
        const auto since = scope.now - rate_window;
        for (const auto& limit : limits)
            if (failures_since(db, limit.subject, since) >= limit.most)
                return invalid(std::string(field),
                               "There were too many tries. Wait 15 minutes, then try once more.");
        forget_failures(db, scope.now - 2 * rate_window);
        for (const auto& limit : limits) add_failure(db, limit.subject, scope.now);
        return Done{};
    });
}

Result<Done> forgive_try(store::Db& db, const Scope& scope, const std::vector<TryLimit>& limits) {
    return db.atomically([&]() -> Result<Done> {
        for (const auto& limit : limits) forget_failure(db, limit.subject, scope.now);
        return Done{};
    });
}

} // namespace openmasa::accounts
