#include "core/accounts/store.hpp"
#include "core/accounts/rules.hpp"
#include "kernel/text.hpp"

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr Query<Account(std::string_view)> find_by_email{"accounts.find_by_email", R"sql(
    SELECT a.id, a.person_id, p.known_as, a.email, coalesce(a.password_hash, ''), a.ended_at IS NOT NULL
    FROM account a JOIN person p ON p.id = a.person_id WHERE a.email = $1)sql"};
constexpr Query<Account(AccountId)> find_by_id{"accounts.find_by_id", R"sql(
    SELECT a.id, a.person_id, p.known_as, a.email, coalesce(a.password_hash, ''), a.ended_at IS NOT NULL
    FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = $1)sql"};
constexpr Query<Account()> list_all{"accounts.list_accounts", R"sql(
    SELECT a.id, a.person_id, p.known_as, a.email, coalesce(a.password_hash, ''), a.ended_at IS NOT NULL
    FROM account a JOIN person p ON p.id = a.person_id ORDER BY a.created_at, a.id)sql"};
constexpr Query<None(PersonId, std::string_view, Moment)> insert_person{
    "accounts.add_person", "INSERT INTO person (id, known_as, created_at) VALUES ($1, $2, $3)"};
constexpr Query<None(AccountId, PersonId, std::string_view, Moment)> insert_account{
    "accounts.add_account",
    "INSERT INTO account (id, person_id, email, created_at) VALUES ($1, $2, $3, $4)"};
constexpr Query<None(AccountId, std::string_view)> update_password{
    "accounts.set_password", "UPDATE account SET password_hash = $2 WHERE id = $1"};
constexpr Query<None(AccountId, Moment)> update_ended{
    "accounts.end_account", "UPDATE account SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL"};
constexpr Query<None(AccountId)> update_reopened{
    "accounts.reopen_account",
    "UPDATE account SET ended_at = NULL, password_hash = NULL WHERE id = $1"};
constexpr Query<None(PersonId, std::string_view)> update_known_as{
    "accounts.rename", "UPDATE person SET known_as = $2 WHERE id = $1"};

constexpr Query<None(std::string_view, AccountId, Moment, Moment)> insert_invitation{
    "accounts.add_invitation",
    "INSERT INTO invitation (secret_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)"};
constexpr Query<std::string(std::string_view, Moment)> find_open_invitation{
    "accounts.find_invitation", R"sql(
    SELECT i.account_id FROM invitation i JOIN account a ON a.id = i.account_id
    WHERE i.secret_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2 AND a.ended_at IS NULL)sql"};
constexpr Query<None(AccountId, Moment)> update_invitations_used{
    "accounts.use_invitations",
    "UPDATE invitation SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL"};

constexpr Query<SessionHolder(std::string_view, Moment, Moment)> find_open_session{
    "accounts.find_session", R"sql(
    SELECT s.id, s.account_id, a.person_id, p.known_as, s.proved_at,
           coalesce(s.last_used_at, s.started_at), s.expires_at, t.confirmed_at IS NOT NULL,
           s.second_step_outside = 1
    FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
    LEFT JOIN account_totp t ON t.account_id = a.id
    WHERE s.secret_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
    AND coalesce(s.last_used_at, s.started_at) > $3 AND a.ended_at IS NULL)sql"};
constexpr Query<std::string(std::string_view)> find_account_of_session{
    "accounts.account_of_session", R"sql(
    SELECT s.account_id FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.secret_hash = $1 AND a.ended_at IS NULL)sql"};
constexpr Query<None(SessionId, Moment)> update_session_used{
    "accounts.mark_used", "UPDATE session SET last_used_at = $2 WHERE id = $1"};
constexpr Query<None(SessionId, Moment)> update_session_proved{
    "accounts.mark_proved", "UPDATE session SET proved_at = $2, last_used_at = $2 WHERE id = $1"};
constexpr Query<None(SessionId, std::string_view, AccountId, std::string_view, Moment, Moment)>
    insert_session{"accounts.add_session", R"sql(
    INSERT INTO session (id, secret_hash, account_id, from_address, started_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6))sql"};
constexpr Query<std::string(std::string_view, Moment)> update_session_ended{
    "accounts.end_session",
    "UPDATE session SET ended_at = $2 WHERE secret_hash = $1 AND ended_at IS NULL RETURNING id"};
constexpr Query<SessionRow(AccountId, Moment, Moment)> list_sessions_of{"accounts.sessions_of",
                                                                        R"sql(
    SELECT id, from_address, started_at, coalesce(last_used_at, started_at) FROM session
    WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2
    AND coalesce(last_used_at, started_at) > $3
    ORDER BY coalesce(last_used_at, started_at) DESC, id)sql"};
constexpr Query<None(AccountId, SessionId, Moment)> update_one_session_ended{
    "accounts.end_session_of", R"sql(
    UPDATE session SET ended_at = $3 WHERE account_id = $1 AND id = $2 AND ended_at IS NULL)sql"};
constexpr Query<None(AccountId, SessionId, Moment)> update_other_sessions_ended{
    "accounts.end_other_sessions_of", R"sql(
    UPDATE session SET ended_at = $3 WHERE account_id = $1 AND id <> $2 AND ended_at IS NULL)sql"};
constexpr Query<None(AccountId, Moment)> update_sessions_ended{
    "accounts.end_sessions_of",
    "UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL"};

constexpr Query<int(std::string_view, Moment)> count_failures{
    "accounts.failures_since",
    "SELECT count(*) FROM failed_sign_in WHERE subject = $1 AND at > $2"};
constexpr Query<None(std::string_view, Moment)> insert_failure{
    "accounts.add_failure", "INSERT INTO failed_sign_in (subject, at) VALUES ($1, $2)"};
constexpr Query<None(Moment)> delete_failures{"accounts.forget_failures",
                                              "DELETE FROM failed_sign_in WHERE at < $1"};
constexpr Query<None(std::string_view, Moment)> delete_failure{
    "accounts.forget_failure", "DELETE FROM failed_sign_in WHERE subject = $1 AND at = $2"};

} // namespace

std::optional<Account> find_account(store::Db& db, std::string_view email) {
    return db.one(find_by_email, lower(email));
}
std::optional<Account> find_account(store::Db& db, const AccountId& id) {
    return db.one(find_by_id, id);
}
std::vector<Account> list_accounts(store::Db& db) {
    return db.all(list_all);
}

void add_person(store::Db& db, const PersonId& id, std::string_view known_as, Moment now) {
    db.run(insert_person, id, known_as, now);
}

void add_account(store::Db& db, const Account& account, Moment now) {
    add_person(db, account.person, account.known_as, now);
    db.run(insert_account, account.id, account.person, lower(account.email), now);
}

void set_password(store::Db& db, const AccountId& account, std::string_view hash) {
    db.run(update_password, account, hash);
}

void end_account(store::Db& db, const AccountId& account, Moment now) {
    db.run(update_ended, account, now);
    db.run(update_sessions_ended, account, now);
}

void rename_person(store::Db& db, const PersonId& person, std::string_view known_as) {
    db.run(update_known_as, person, known_as);
}

void reopen_account(store::Db& db, const Account& account, std::string_view known_as) {
    db.run(update_reopened, account.id);
    db.run(update_known_as, account.person, known_as);
}

void add_invitation(store::Db& db, std::string_view secret_hash, const AccountId& account,
                    Moment now, Moment expires) {
    db.run(insert_invitation, secret_hash, account, now, expires);
}

std::optional<AccountId> find_invitation(store::Db& db, std::string_view secret_hash, Moment now) {
    const auto found = db.one(find_open_invitation, secret_hash, now);
    return found ? AccountId::parse(*found) : std::nullopt;
}

void use_invitations(store::Db& db, const AccountId& account, Moment now) {
    db.run(update_invitations_used, account, now);
}

std::optional<SessionHolder> find_session(store::Db& db, std::string_view secret_hash, Moment now) {
    return db.one(find_open_session, secret_hash, now, now - idle_limit);
}

void add_session(store::Db& db, const NewSession& s) {
    db.run(insert_session, s.id, s.secret_hash, s.account, s.from, s.started_at, s.expires_at);
}

std::optional<AccountId> account_of_session(store::Db& db, std::string_view secret_hash) {
    const auto found = db.one(find_account_of_session, secret_hash);
    return found ? AccountId::parse(*found) : std::nullopt;
}

void mark_used(store::Db& db, const SessionId& session, Moment now) {
    db.run(update_session_used, session, now);
}

void mark_proved(store::Db& db, const SessionId& session, Moment now) {
    db.run(update_session_proved, session, now);
}

std::optional<SessionId> end_session(store::Db& db, std::string_view secret_hash, Moment now) {
    const auto id = db.one(update_session_ended, secret_hash, now);
    return id ? SessionId::parse(*id) : std::nullopt;
}

std::vector<SessionRow> sessions_of(store::Db& db, const AccountId& account, Moment now) {
    return db.all(list_sessions_of, account, now, now - idle_limit);
}

bool end_session_of(store::Db& db, const AccountId& account, const SessionId& session, Moment now) {
    return db.run(update_one_session_ended, account, session, now) == 1;
}

void end_other_sessions_of(store::Db& db, const AccountId& account, const SessionId& but,
                           Moment now) {
    db.run(update_other_sessions_ended, account, but, now);
}

void end_sessions_of(store::Db& db, const AccountId& account, Moment now) {
    db.run(update_sessions_ended, account, now);
}

int failures_since(store::Db& db, std::string_view subject, Moment since) {
    return db.one(count_failures, subject, since).value_or(0);
}
void add_failure(store::Db& db, std::string_view subject, Moment now) {
    db.run(insert_failure, subject, now);
}
void forget_failures(store::Db& db, Moment before) {
    db.run(delete_failures, before);
}
void forget_failure(store::Db& db, std::string_view subject, Moment at) {
    db.run(delete_failure, subject, at);
}

} // namespace openmasa::accounts
