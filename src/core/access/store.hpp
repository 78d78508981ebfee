#pragma once
// People, accounts, roles, one-time links and sessions in the database.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::access {

struct Account {
    AccountId id;
    PersonId person;
    std::string known_as;
    std::string email;
    /// Empty until the person has chosen a password.
    std::string password_hash;
    bool ended = false;
};

struct NewSession {
    SessionId id;
    std::string secret_hash;
    AccountId account;
    std::string from;
    Moment started_at, expires_at;
};

struct SessionHolder {
    AccountId account;
    PersonId person;
    std::string known_as;
};

/// E-mails are compared in small letters.
std::optional<Account> find_account(store::Db& db, std::string_view email);
std::optional<Account> find_account(store::Db& db, const AccountId& id);
std::vector<Account> list_accounts(store::Db& db);
std::vector<Holding> holdings_of(store::Db& db, const PersonId& person, Day today);

void add_account(store::Db& db, const Account& account, Moment now);
void set_password(store::Db& db, const AccountId& account, std::string_view hash);
/// Also ends the account's sessions.
void end_account(store::Db& db, const AccountId& account, Moment now);
struct NewHolding {
    std::string id;
    PersonId person;
    Role role;
    std::optional<OwnerId> owner;
    Day from;
};
void add_holding(store::Db& db, const NewHolding& holding);

/// The last day of all that a person holds; what began later than that never was.
void end_holdings(store::Db& db, const PersonId& person, Day last);
/// Opens an ended account again, under that name and without a password.
void reopen_account(store::Db& db, const Account& account, std::string_view known_as);

struct Owner {
    OwnerId id;
    std::string name;
};
std::optional<Owner> find_owner(store::Db& db, std::string_view name);
std::vector<Owner> list_owners(store::Db& db);
/// The owner of that name; made when there is none yet. Inside atomically().
OwnerId owner_named(store::Db& db, const Scope& scope, const std::string& name);
/// Names of the owners that a person acts for, joined for a line of text; empty when for none.
std::string owners_of(store::Db& db, const PersonId& person);

void add_invitation(store::Db& db, std::string_view secret_hash, const AccountId& account,
                    Moment now, Moment expires);
/// Whose link it is, while it can still be used.
std::optional<AccountId> find_invitation(store::Db& db, std::string_view secret_hash, Moment now);
/// Every link of the account that could still be used.
void use_invitations(store::Db& db, const AccountId& account, Moment now);

std::optional<SessionHolder> find_session(store::Db& db, std::string_view secret_hash, Moment now);
void add_session(store::Db& db, const NewSession& session);
std::optional<SessionId> end_session(store::Db& db, std::string_view secret_hash, Moment now);
void end_sessions_of(store::Db& db, const AccountId& account, Moment now);

/// Failed sign-ins of a subject since a moment.
int failures_since(store::Db& db, std::string_view subject, Moment since);
void add_failure(store::Db& db, std::string_view subject, Moment now);
void forget_failures(store::Db& db, Moment before);
/// The one that was added at that moment: the password was right after all.
void forget_failure(store::Db& db, std::string_view subject, Moment at);

} // namespace openmasa::access
