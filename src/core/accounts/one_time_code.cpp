#include "core/accounts/one_time_code.hpp"
#include "web/http/percent.hpp"
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <liboath/oath.h>
#include <stdexcept>

namespace openmasa::accounts {
namespace {

constexpr unsigned step_seconds = 30;
constexpr unsigned digits = 6;
constexpr std::size_t drift = 1;

std::string decoded(std::string_view key) {
    char* bytes = nullptr;
    std::size_t count = 0;
    if (oath_base32_decode(key.data(), key.size(), &bytes, &count) != OATH_OK)
        throw std::runtime_error("a kept key for codes is damaged");
    std::string read(bytes, count);
    std::free(bytes);
    return read;
}

std::time_t seconds(Moment moment) {
    return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

bool is_six_digits(std::string_view code) {
    return code.size() == digits && code.find_first_not_of("0123456789") == code.npos;
}

} // namespace

std::string new_totp_key(Randomness& randomness) {
    std::array<unsigned char, 20> bytes;
    randomness.fill(bytes.data(), bytes.size());
    char* text = nullptr;
    std::size_t count = 0;
    if (oath_base32_encode(reinterpret_cast<const char*>(bytes.data()), bytes.size(), &text,
                           &count) != OATH_OK)
        throw std::runtime_error("not enough memory for a key");
    std::string key(text, count);
    std::free(text);
    return key;
}

std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code, Moment now) {
    if (!is_six_digits(code)) return std::nullopt;
    const auto secret = decoded(key);
    const std::string typed(code);
    std::uint64_t step = 0;
    const int found = oath_totp_validate3(secret.data(), secret.size(), seconds(now), step_seconds,
                                          0, drift, nullptr, &step, typed.c_str());
    if (found < 0) return std::nullopt;
    return static_cast<std::int64_t>(step);
}

std::string code_at(std::string_view key, Moment moment) {
    const auto secret = decoded(key);
    std::array<char, digits + 1> code{};
    if (oath_totp_generate(secret.data(), secret.size(), seconds(moment), step_seconds, 0, digits,
                           code.data()) != OATH_OK)
        throw std::runtime_error("a code could not be made");
    return code.data();
}

std::string totp_address(std::string_view partnership, std::string_view email,
                         std::string_view key) {
    const auto issuer = http::percent_encoded(partnership);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", issuer,
                       http::percent_encoded(email), key, issuer);
}

std::string in_groups(std::string_view key) {
    std::string text;
    for (std::size_t at = 0; at < key.size(); at += 4) {
        if (at) text += ' ';
        text += key.substr(at, 4);
    }
    return text;
}

} // namespace openmasa::accounts
