#include "core/accounts/two_step_store.hpp"

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr Query<TwoStep(AccountId)> find_key{"accounts.find_two_step", R"sql(
    SELECT key, confirmed_at IS NOT NULL, last_step FROM account_totp WHERE account_id = $1)sql"};
constexpr Query<None(AccountId, std::string_view, Moment)> upsert_key{"accounts.keep_key", R"sql(
    INSERT INTO account_totp (account_id, key, made_at) VALUES ($1, $2, $3)
    ON CONFLICT (account_id) DO UPDATE SET key = excluded.key, made_at = excluded.made_at, last_step = 0
    WHERE account_totp.confirmed_at IS NULL)sql"};
constexpr Query<None(AccountId, Moment)> update_confirmed{
    "accounts.confirm_key", "UPDATE account_totp SET confirmed_at = $2 WHERE account_id = $1"};
constexpr Query<None(AccountId, std::int64_t)> update_step{
    "accounts.take_step",
    "UPDATE account_totp SET last_step = $2 WHERE account_id = $1 AND last_step < $2"};
constexpr Query<None(AccountId)> delete_key{"accounts.forget_key",
                                            "DELETE FROM account_totp WHERE account_id = $1"};

constexpr Query<None(AccountId, std::string_view, Moment)> insert_code{
    "accounts.add_recovery_code",
    "INSERT INTO recovery_code (account_id, code_hash, made_at) VALUES ($1, $2, $3)"};
constexpr Query<None(AccountId)> delete_codes{"accounts.forget_recovery_codes",
                                              "DELETE FROM recovery_code WHERE account_id = $1"};
constexpr Query<None(AccountId, std::string_view, Moment)> update_code_used{
    "accounts.use_recovery_code", R"sql(
    UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL)sql"};
constexpr Query<int(AccountId)> count_codes{
    "accounts.recovery_codes_left",
    "SELECT count(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL"};

constexpr Query<None(std::string_view, AccountId, std::string_view, std::string_view, Moment)>
    upsert_half{"accounts.keep_half", R"sql(
    INSERT INTO half_sign_in (visit_hash, account_id, password_digest, destination, expires_at)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (visit_hash) DO UPDATE SET account_id = excluded.account_id,
    password_digest = excluded.password_digest, destination = excluded.destination,
    expires_at = excluded.expires_at)sql"};
constexpr Query<HalfSignIn(std::string_view, Moment)> find_half_by_visit{"accounts.find_half",
                                                                         R"sql(
    SELECT account_id, password_digest, destination FROM half_sign_in
    WHERE visit_hash = $1 AND expires_at > $2)sql"};
constexpr Query<None(std::string_view)> delete_half{
    "accounts.forget_half", "DELETE FROM half_sign_in WHERE visit_hash = $1"};

} // namespace

std::optional<TwoStep> find_two_step(store::Db& db, const AccountId& account) {
    return db.one(find_key, account);
}

bool has_two_step(store::Db& db, const AccountId& account) {
    const auto found = find_two_step(db, account);
    return found && found->confirmed;
}

void keep_key(store::Db& db, const AccountId& account, std::string_view key, Moment now) {
    db.run(upsert_key, account, key, now);
}

void confirm_key(store::Db& db, const AccountId& account, Moment now) {
    db.run(update_confirmed, account, now);
}

bool take_step(store::Db& db, const AccountId& account, std::int64_t step) {
    return db.run(update_step, account, step) == 1;
}

void forget_two_step(store::Db& db, const AccountId& account) {
    db.run(delete_key, account);
    forget_recovery_codes(db, account);
}

void add_recovery_code(store::Db& db, const AccountId& account, std::string_view hash, Moment now) {
    db.run(insert_code, account, hash, now);
}

void forget_recovery_codes(store::Db& db, const AccountId& account) {
    db.run(delete_codes, account);
}

bool use_recovery_code(store::Db& db, const AccountId& account, std::string_view hash, Moment now) {
    return db.run(update_code_used, account, hash, now) == 1;
}

int recovery_codes_left(store::Db& db, const AccountId& account) {
    return db.one(count_codes, account).value_or(0);
}

void keep_half(store::Db& db, std::string_view visit_hash, const HalfSignIn& half, Moment expires) {
    db.run(upsert_half, visit_hash, half.account, half.password_digest, half.destination, expires);
}

std::optional<HalfSignIn> find_half(store::Db& db, std::string_view visit_hash, Moment now) {
    return db.one(find_half_by_visit, visit_hash, now);
}

void forget_half(store::Db& db, std::string_view visit_hash) {
    db.run(delete_half, visit_hash);
}

} // namespace openmasa::accounts
