#pragma once
// People, their accounts, one-time links, sessions and failed sign-ins in the database.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::accounts {

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
void add_account(store::Db& db, const Account& account, Moment now);
void set_password(store::Db& db, const AccountId& account, std::string_view hash);
/// Also ends the account's sessions.
void end_account(store::Db& db, const AccountId& account, Moment now);
void rename_person(store::Db& db, const PersonId& person, std::string_view known_as);
/// Opens an ended account again, under that name and without a password.
void reopen_account(store::Db& db, const Account& account, std::string_view known_as);

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

} // namespace openmasa::accounts
