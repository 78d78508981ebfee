#pragma once
// What the history keeps of an account: whose it is, its roles and for which owners, and its end.
#include "core/audit/audit.hpp"
#include <functional>

namespace openmasa::accounts {

/// A new version of the account as it stands now, with its audit entry. Inside atomically(), after
/// the change.
void record_change(store::Db& db, const Scope& scope, std::string_view verb, const AccountId& id);

/// The roles that a version of an account says were held on a day, under the words of that time.
struct HeldThen {
    struct One {
        std::string role, owner;
        /// Where it was held on one record: its kind and id.
        std::string record_kind, record_id;
        Day from{};
        std::optional<Day> to{};
        bool on_one_record() const { return !record_id.empty(); }
    };
    /// As the version has them.
    std::vector<One> each{};
    /// Each once, sorted; without those on single records.
    std::vector<std::string> roles{}, owners{};
};
HeldThen held_on(const history::Content& content, Day day);

/// Every account as it stood on the day that is looked back at (core/history), by person and then
/// in the order in which they were made.
using TakeAccountThen =
    std::function<void(PersonId person, AccountId account, history::Content content)>;
void each_account_then(store::Db& db, const TakeAccountThen& take);

/// An account that was open on the day that is looked back at, with what its holder held then.
struct AccountThen {
    PersonId person;
    std::string known_as;
    HeldThen held;
};
/// By name.
std::vector<AccountThen> open_accounts_then(store::Db& db, Day day);

/// Whoever renames an owner calls this: the history of each account that holds a role within it
/// then says the new name. Inside atomically().
void note_new_name(store::Db& db, const Scope& scope, const OwnerId& owner);

/// Holds every account and its roles against the newest version in the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::accounts
