#pragma once
// Six digits that change every thirty seconds (TOTP). Source: RFC 6238, RFC 4226; the address that
// an authenticator app reads: Google's "Key URI Format".
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::accounts {

/// 160 random bits as 32 characters A-Z2-7. Source: RFC 4226, section 4, R6.
std::string new_totp_key(Randomness& randomness);
/// The half minute that the code belongs to: this one, the one before or the one after (clocks
/// drift). Nothing when the code is none of these three.
std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code, Moment now);
/// The code of one moment.
std::string code_at(std::string_view key, Moment moment);
/// "otpauth://totp/..." for the QR code.
std::string totp_address(std::string_view partnership, std::string_view email,
                         std::string_view key);
/// The key in groups of four, to type.
std::string in_groups(std::string_view key);

} // namespace openmasa::accounts
