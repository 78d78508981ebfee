#pragma once
// The key that signs checkpoints (Ed25519, libsodium). It is kept beside the database, not in it:
// who can change the records need not be able to sign for them. docs/decisions/0012.
#include "kernel/id.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::audit {

class SigningKey {
public:
    /// The key in that file; a new one, written with mode 600, where there is none. Throws
    /// std::runtime_error for a file that cannot be written, or that holds no key.
    static SigningKey at(const std::string& path, Randomness& randomness);

    /// 64 hexadecimal digits.
    const std::string& public_key() const { return public_key_; }
    /// 128 hexadecimal digits.
    std::string sign(std::string_view text) const;
    /// Whether at() has just made it.
    bool is_new() const { return is_new_; }

    /// From its 32 secret bytes.
    explicit SigningKey(const std::string& seed);

private:
    std::string secret_, public_key_;
    bool is_new_ = false;
};

/// The public half of the key in that file, if there is one.
std::optional<std::string> public_key_at(const std::string& path);

/// Where the key of a database stands: "audit.key" in the database's own folder; for one that is no
/// file, in $OPENMASA_DATA, else in "data".
std::string signing_key_path(const std::string& database_address);

/// Whether `signature` over `text` was made with the secret half of `public_key`.
bool is_signed(std::string_view text, const std::string& public_key, const std::string& signature);

} // namespace openmasa::audit
