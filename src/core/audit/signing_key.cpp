#include "core/audit/signing_key.hpp"
#include "kernel/text.hpp"
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <sodium.h>
#include <stdexcept>
#include <unistd.h>

namespace openmasa::audit {
namespace {

constexpr std::string_view first_line = "OpenMASA audit signing key, secret\n";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex(std::string_view bytes) {
    std::string digits(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), bytes_of(bytes), bytes.size());
    digits.pop_back();
    return digits;
}

/// Exactly so many bytes, or nothing.
std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes) {
    std::string read(bytes, '\0');
    std::size_t count = 0;
    const char* end = nullptr;
    const bool good = sodium_hex2bin(reinterpret_cast<unsigned char*>(read.data()), bytes,
                                     digits.data(), digits.size(), nullptr, &count, &end) == 0;
    if (!good || count != bytes || end != digits.data() + digits.size()) return std::nullopt;
    return read;
}

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
    throw std::runtime_error(fmt::format("the audit's signing key {} {}", path, why));
}

std::optional<std::string> read_seed(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto seed = text.starts_with(first_line)
                    ? from_hex(trimmed(std::string_view(text).substr(first_line.size())),
                               crypto_sign_ed25519_SEEDBYTES)
                    : std::nullopt;
    if (!seed) refuse(path, "holds no key");
    return seed;
}

/// Whoever is first makes it; a second process that starts at the same moment reads that one.
bool write_seed(const std::string& path, const std::string& seed) {
    if (const auto folder = std::filesystem::path(path).parent_path(); !folder.empty())
        std::filesystem::create_directories(folder);
    const auto part = fmt::format("{}.{}", path, ::getpid());
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file < 0) refuse(path, "cannot be written");
    const auto text = fmt::format("{}{}\n", first_line, hex(seed));
    const bool written =
        ::write(file, text.data(), text.size()) == ssize_t(text.size()) && ::fsync(file) == 0;
    ::close(file);
    const bool mine = written && ::link(part.c_str(), path.c_str()) == 0;
    ::unlink(part.c_str());
    if (!mine && !std::filesystem::exists(path)) refuse(path, "cannot be written");
    return mine;
}

} // namespace

SigningKey::SigningKey(const std::string& seed) {
    std::array<unsigned char, crypto_sign_ed25519_PUBLICKEYBYTES> open;
    std::array<unsigned char, crypto_sign_ed25519_SECRETKEYBYTES> secret;
    crypto_sign_ed25519_seed_keypair(open.data(), secret.data(), bytes_of(seed));
    public_key_ = hex({reinterpret_cast<const char*>(open.data()), open.size()});
    secret_.assign(reinterpret_cast<const char*>(secret.data()), secret.size());
}

SigningKey SigningKey::at(const std::string& path, Randomness& randomness) {
    if (const auto seed = read_seed(path)) return SigningKey(*seed);
    std::string seed(crypto_sign_ed25519_SEEDBYTES, '\0');
    randomness.fill(reinterpret_cast<unsigned char*>(seed.data()), seed.size());
    const bool mine = write_seed(path, seed);
    SigningKey key(mine ? seed : *read_seed(path));
    key.is_new_ = mine;
    return key;
}

std::string SigningKey::sign(std::string_view text) const {
    std::string signature(crypto_sign_ed25519_BYTES, '\0');
    crypto_sign_ed25519_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                                 bytes_of(text), text.size(), bytes_of(secret_));
    return hex(signature);
}

std::optional<std::string> public_key_at(const std::string& path) {
    const auto seed = read_seed(path);
    if (!seed) return std::nullopt;
    return SigningKey(*seed).public_key();
}

std::string signing_key_path(const std::string& database_address) {
    constexpr std::string_view file_scheme = "sqlite:";
    const char* data = std::getenv("OPENMASA_DATA");
    std::filesystem::path folder = data ? data : "data";
    if (database_address.starts_with(file_scheme))
        folder = std::filesystem::path(database_address.substr(file_scheme.size())).parent_path();
    return folder / "audit.key";
}

bool is_signed(std::string_view text, const std::string& public_key, const std::string& signature) {
    const auto key = from_hex(public_key, crypto_sign_ed25519_PUBLICKEYBYTES);
    const auto made = from_hex(signature, crypto_sign_ed25519_BYTES);
    return key && made &&
           crypto_sign_ed25519_verify_detached(bytes_of(*made), bytes_of(text), text.size(),
                                               bytes_of(*key)) == 0;
}

} // namespace openmasa::audit
