#pragma once
// Everybody whom the partnership knows, with an account or without: what they are called, their
// office, the agency they belong to and how to reach them.
#include "core/access/scope.hpp"
#include "core/audit/audit.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::accounts {

struct PersonDetails {
    PersonId id;
    std::string name;
    /// "Designated nurse"; may be empty, as may all that follows.
    std::string position;
    std::optional<OwnerId> agency;
    std::string agency_name;
    std::string email, telephone;
    /// The last day with the partnership.
    std::optional<Day> left_on;
    /// 0 until something beside the name is known.
    std::int64_t version = 0;
    /// The newest account, and how it stands: "none", "invited", "open", "ended".
    std::optional<AccountId> account;
    std::string signs_in_as, account_state;
};

/// Nobody for a reader who may not give accounts.
std::optional<PersonDetails> find_details(store::Db& db, const Scope& scope, const PersonId& id);

/// One's own, whatever else one may do; nobody on the command line.
std::optional<PersonDetails> find_own_details(store::Db& db, const Scope& scope);
/// Keeps the number of whoever asks and nothing else of theirs, over the version that was read.
/// Inside atomically(), with the audit entry.
Result<Done> save_own_telephone(store::Db& db, const Scope& scope, std::string telephone,
                                std::int64_t version);

/// What is wrong with somebody's details; fields are the columns of the register of people.
std::vector<Problem> details_problems(const PersonDetails& person);

/// Somebody without an account. Inside atomically(), with the audit entry.
void add_details(store::Db& db, const Scope& scope, const PersonDetails& person);
/// Over the version that was read. Inside atomically(), with the audit entry; a new name of
/// somebody with an account is in the account's history, too.
Result<Done> save_details(store::Db& db, const Scope& scope, const PersonDetails& person);

/// Whoever renames the person of an account calls this: their details then say the new name.
void note_new_name(store::Db& db, const Scope& scope, const AccountId& account);

/// Holds everybody's details against the newest version in the history.
void verify_details(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::accounts
