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

/// How often a link may be asked for, for one address, in that time; and how long it then works.
inline constexpr int most_link_requests = 3;
inline constexpr auto forgotten_link_lifetime = std::chrono::hours{1};

/// How long a one-time link may be used.
inline constexpr auto invitation_lifetime = std::chrono::hours{24 * 7};

/// A session ends this long after its person last did anything, and in any case after a working
/// day. Source: OWASP Session Management Cheat Sheet, idle and absolute timeouts.
inline constexpr auto idle_limit = std::chrono::hours{1};
inline constexpr auto session_lifetime = std::chrono::hours{12};
/// How exactly it is known when somebody last did anything: not every page writes.
inline constexpr auto use_is_noted_every = std::chrono::minutes{5};
/// How long somebody who gave their password (and code) need not give it again.
inline constexpr auto proof_lifetime = std::chrono::minutes{5};
/// How long a form is kept that came after its session had ended.
inline constexpr auto kept_form_lifetime = std::chrono::hours{24};
/// How long a sign-in waits for its code.
inline constexpr auto half_sign_in_lifetime = std::chrono::minutes{10};

/// How long a session or a one-time link is kept after its end, to say where somebody was signed
/// in.
inline constexpr auto sessions_are_kept = std::chrono::hours{24 * 90};
/// Longer than any session, so that a form's token can never be used again.
inline constexpr auto spent_forms_are_kept = std::chrono::hours{48};

/// What is wrong with a new password; empty when it will do. Length over composition.
/// Source: NIST SP 800-63B 5.1.1.2; National Cyber Security Centre, password policy.
std::vector<Problem> password_problems(std::string_view password, std::string_view again,
                                       std::string_view email);

/// Whether it looks like an e-mail address; only a mail shows whether it is one.
bool is_email(std::string_view text);
/// What is wrong with a new account.
std::vector<Problem> account_problems(std::string_view known_as, std::string_view email);

/// Where to go after signing in: a path of our own, or Home.
std::string safe_destination(std::string_view asked);

} // namespace openmasa::accounts
