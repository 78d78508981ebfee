#pragma once
// Decisions about signing in; nothing but values in and out.
#include "kernel/result.hpp"
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::accounts {

/// At most this many failed sign-ins for one account, and from one address, in this time.
inline constexpr auto rate_window = std::chrono::minutes{15};
inline constexpr int most_failures_of_account = 8;
inline constexpr int most_failures_from_address = 40;

/// How long a one-time link may be used.
inline constexpr auto invitation_lifetime = std::chrono::hours{24 * 7};

/// What is wrong with a new password; empty when it will do. Length over composition.
/// Source: NIST SP 800-63B 5.1.1.2; National Cyber Security Centre, password policy.
std::vector<Problem> password_problems(std::string_view password, std::string_view again,
                                       std::string_view email);

/// What is wrong with a new account.
std::vector<Problem> account_problems(std::string_view known_as, std::string_view email);

/// Where to go after signing in: a path of our own, or Home.
std::string safe_destination(std::string_view asked);

} // namespace openmasa::accounts
