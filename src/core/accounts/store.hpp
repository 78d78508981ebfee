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

struct SessionRow {
    SessionId id;
    std::string from;
    Moment started_at{}, last_used_at{};
};

struct SessionHolder {
    SessionId id;
    AccountId account;
    PersonId person;
    std::string known_as;
    /// When they last gave their password (and code) in this session.
    std::optional<Moment> proved_at;
    Moment last_used_at{}, expires_at{};
    bool has_two_step = false;
    /// The organisation that signed them in asked for a second step.
    bool second_step_outside = false;
};

/// E-mails are compared in small letters.
std::optional<Account> find_account(store::Db& db, std::string_view email);
std::optional<Account> find_account(store::Db& db, const AccountId& id);
std::vector<Account> list_accounts(store::Db& db);
/// Somebody without an account.
void add_person(store::Db& db, const PersonId& id, std::string_view known_as, Moment now);
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

/// The open session of that secret: not ended, not past its time, not idle for too long
/// (rules.hpp).
std::optional<SessionHolder> find_session(store::Db& db, std::string_view secret_hash, Moment now);
void add_session(store::Db& db, const NewSession& session);
/// Whose session it is or was, while the account is open.
std::optional<AccountId> account_of_session(store::Db& db, std::string_view secret_hash);
void mark_used(store::Db& db, const SessionId& session, Moment now);
void mark_proved(store::Db& db, const SessionId& session, Moment now);
std::optional<SessionId> end_session(store::Db& db, std::string_view secret_hash, Moment now);
/// The account's open sessions, the one used last first.
std::vector<SessionRow> sessions_of(store::Db& db, const AccountId& account, Moment now);
/// False when the account has no such open session.
bool end_session_of(store::Db& db, const AccountId& account, const SessionId& session, Moment now);
void end_other_sessions_of(store::Db& db, const AccountId& account, const SessionId& but,
                           Moment now);
void end_sessions_of(store::Db& db, const AccountId& account, Moment now);

/// Failed sign-ins of a subject since a moment.
int failures_since(store::Db& db, std::string_view subject, Moment since);
void add_failure(store::Db& db, std::string_view subject, Moment now);
void forget_failures(store::Db& db, Moment before);
/// The one that was added at that moment: the password was right after all.
void forget_failure(store::Db& db, std::string_view subject, Moment at);

} // namespace openmasa::accounts
