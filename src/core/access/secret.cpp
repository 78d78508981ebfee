#include "core/access/secret.hpp"
#include <array>
#include <mutex>
#include <semaphore>
#include <sodium.h>
#include <stdexcept>

namespace openmasa {
namespace {

void start_sodium() {
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error("libsodium does not start");
}

struct SystemRandomness : Randomness {
    void fill(unsigned char* bytes, std::size_t count) override { randombytes_buf(bytes, count); }
};

template<std::size_t Size> std::string hex(const std::array<unsigned char, Size>& bytes) {
    std::array<char, Size * 2 + 1> digits;
    sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
    return std::string(digits.data(), Size * 2);
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// At most this many password hashes at once, so that sign-ins cannot take all memory.
std::counting_semaphore<2> hashing{2};

struct Hashing {
    Hashing() { hashing.acquire(); }
    ~Hashing() { hashing.release(); }
};

} // namespace

Randomness& system_randomness() {
    start_sodium();
    static SystemRandomness randomness;
    return randomness;
}

std::string new_secret(Randomness& randomness) {
    start_sodium();
    std::array<unsigned char, 32> bytes;
    randomness.fill(bytes.data(), bytes.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(32, variant)> text;
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    return text.data();
}

std::string sha256(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(digest.data(), bytes_of(text), text.size());
    return hex(digest);
}

struct Sha256::State : crypto_hash_sha256_state {};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(state_.get());
}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view piece) {
    crypto_hash_sha256_update(state_.get(), bytes_of(piece), piece.size());
}

std::string Sha256::digest() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256_final(state_.get(), digest.data());
    return hex(digest);
}

std::string hmac(std::string_view key, std::string_view text) {
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
    crypto_auth_hmacsha256_final(&state, digest.data());
    return hex(digest);
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string password_hash(std::string_view password, PasswordCost cost) {
    start_sodium();
    const Hashing one_of_few;
    std::array<char, crypto_pwhash_argon2id_STRBYTES> hash;
    if (crypto_pwhash_argon2id_str(hash.data(), password.data(), password.size(), cost.passes,
                                   cost.bytes) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return hash.data();
}

bool password_matches(std::string_view password, const std::string& hash, PasswordCost cost) {
    if (hash.empty()) {
        (void)password_hash(password, cost);
        return false;
    }
    start_sodium();
    const Hashing one_of_few;
    return crypto_pwhash_argon2id_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace openmasa
