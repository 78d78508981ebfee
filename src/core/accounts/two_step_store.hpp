#pragma once
// Keys of the second step, codes to recover with, and sign-ins that wait for their code.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>

namespace openmasa::accounts {

struct TwoStep {
    std::string key;
    /// Nobody has shown yet that their app knows the key.
    bool confirmed = false;
    /// The half minute of the last code that was taken; no code works twice.
    std::int64_t last_step = 0;
};
std::optional<TwoStep> find_two_step(store::Db& db, const AccountId& account);
/// Whether signing in asks this account for a code.
bool has_two_step(store::Db& db, const AccountId& account);

// Inside atomically().
/// A new key, not yet confirmed, in place of one that was never confirmed.
void keep_key(store::Db& db, const AccountId& account, std::string_view key, Moment now);
void confirm_key(store::Db& db, const AccountId& account, Moment now);
/// False when a code of that half minute or a later one was taken already.
bool take_step(store::Db& db, const AccountId& account, std::int64_t step);
/// The key and every code to recover with are gone.
void forget_two_step(store::Db& db, const AccountId& account);

void add_recovery_code(store::Db& db, const AccountId& account, std::string_view hash, Moment now);
void forget_recovery_codes(store::Db& db, const AccountId& account);
/// False when there is no such code, or it was used.
bool use_recovery_code(store::Db& db, const AccountId& account, std::string_view hash, Moment now);
int recovery_codes_left(store::Db& db, const AccountId& account);

struct HalfSignIn {
    AccountId account;
    std::string password_digest, destination;
};
void keep_half(store::Db& db, std::string_view visit_hash, const HalfSignIn& half, Moment expires);
std::optional<HalfSignIn> find_half(store::Db& db, std::string_view visit_hash, Moment now);
void forget_half(store::Db& db, std::string_view visit_hash);

} // namespace openmasa::accounts
