#include "kernel/moved_clock.hpp"

namespace openmasa {

std::chrono::hours time_to(Day day, Moment now) {
    const std::chrono::hours away = day - std::chrono::floor<std::chrono::days>(now);
    return london_day(now + away) == day ? away : away - std::chrono::hours{1};
}

} // namespace openmasa
