#include "core/notices/rules.hpp"
#include <algorithm>

namespace openmasa::notices {
namespace {

using std::chrono::minutes;

/// `first`, and twice as long each further time.
std::chrono::seconds doubled(std::chrono::seconds first, int times, std::chrono::seconds most) {
    return std::min(most, first * (1 << std::clamp(times - 1, 0, 12)));
}

/// The last seven in the morning that was not after `now`.
Moment last_daily(Moment now) {
    const auto today = london_moment(london_day(now), daily_time);
    return today <= now ? today : london_moment(london_day(now) - std::chrono::days{1}, daily_time);
}

} // namespace

HowOften reaching(Kind kind, HowOften how) {
    switch (weight_of(kind)) {
    case Weight::alone: return HowOften::at_once;
    case Weight::needed: return how == HowOften::never ? HowOften::once_a_day : how;
    case Weight::ordinary: return how;
    }
    return how;
}

bool is_time(HowOften how, Moment first, Moment now) {
    switch (how) {
    case HowOften::at_once: return first + gathering <= now;
    case HowOften::once_a_day: return first <= last_daily(now);
    case HowOften::never: return false;
    }
    return false;
}

minutes wait_after(int attempts) {
    return std::chrono::floor<minutes>(doubled(minutes{1}, attempts, std::chrono::hours{6}));
}

std::chrono::seconds wait_for_server(int failures) {
    return doubled(std::chrono::seconds{5}, failures, minutes{5});
}

bool is_given_up(int attempts, Moment made_at, Moment now) {
    return attempts >= most_attempts || made_at + oldest <= now;
}

} // namespace openmasa::notices
