#pragma once
// What the history keeps of an account: whose it is, its roles and for which owners, and its end.
#include "core/audit/audit.hpp"

namespace openmasa::accounts {

/// A new version of the account as it stands now, with its audit entry. Inside atomically(), after
/// the change.
void record_change(store::Db& db, const Scope& scope, std::string_view verb, const AccountId& id);

/// The roles that a version of an account says were held on a day, under the words of that time.
struct HeldThen {
    struct One {
        std::string role, owner;
        bool on_one_record = false;
    };
    /// As the version has them.
    std::vector<One> each{};
    /// Each once, sorted; without those on single records.
    std::vector<std::string> roles{}, owners{};
};
HeldThen held_on(const history::Content& content, Day day);

/// Holds every account and its roles against the newest version in the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::accounts
