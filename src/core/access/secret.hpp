#pragma once
// Secrets and digests (libsodium). Secrets are kept only as their digest.
#include "kernel/id.hpp"
#include <memory>
#include <string>
#include <string_view>

namespace openmasa {

/// The system's generator.
Randomness& system_randomness();

/// 32 random bytes as 43 URL-safe characters: session cookies, one-time links, salts.
std::string new_secret(Randomness& randomness);
/// SHA-256 as 64 small hexadecimal digits.
std::string sha256(std::string_view text);
/// The same, of what comes piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::string_view piece);
    /// Of all pieces. Once.
    std::string digest();

private:
    struct State;
    std::unique_ptr<State> state_;
};
/// HMAC-SHA-256 as 64 small hexadecimal digits.
std::string hmac(std::string_view key, std::string_view text);
/// Takes the same time wherever they differ.
bool same_secret(std::string_view a, std::string_view b);

/// How hard a password is to guess from its hash: argon2id, `passes` over `bytes` of memory.
/// Source: OWASP Password Storage Cheat Sheet asks for at least 19 MiB and 2 passes.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t bytes = 64u << 20;
};
std::string password_hash(std::string_view password, PasswordCost cost = {});
/// Also takes its time when `hash` is empty (an unknown account), so that nobody learns which
/// exist.
bool password_matches(std::string_view password, const std::string& hash, PasswordCost cost = {});

} // namespace openmasa
