#pragma once
// When a mail goes out, when it is tried again, when it is given up. Values in and out.
#include "core/notices/mail.hpp"
#include "kernel/day.hpp"

namespace openmasa::notices {

/// Two minutes are waited for more, so that one piece of work gives one mail.
inline constexpr auto gathering = std::chrono::minutes{2};
/// Once a day is at seven in the morning, London time.
inline constexpr auto daily_time = std::chrono::hours{7};
/// A mail that is being sent belongs to one sender for so long.
inline constexpr auto lease = std::chrono::minutes{5};
inline constexpr int most_attempts = 12;
/// Nobody needs older news, and links in mails have run out by then.
inline constexpr auto oldest = std::chrono::hours{24 * 7};

/// How a kind reaches somebody who chose `how`: what is needed comes once a day at least.
HowOften reaching(Kind kind, HowOften how);
/// Whether what waits since `first` goes out now.
bool is_time(HowOften how, Moment first, Moment now);
/// How long to wait after the n-th failed attempt: 1, 2, 4 ... minutes, at most six hours.
std::chrono::minutes wait_after(int attempts);
/// How long to leave a server alone that could not be reached n times: 5, 10, 20 ... seconds, at
/// most five minutes.
std::chrono::seconds wait_for_server(int failures);
bool is_given_up(int attempts, Moment made_at, Moment now);

} // namespace openmasa::notices
