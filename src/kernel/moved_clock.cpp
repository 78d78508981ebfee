#include "kernel/moved_clock.hpp"

namespace openmasa {

std::chrono::days days_to(Day day, Moment now) {
    const auto away = day - std::chrono::floor<std::chrono::days>(now);
    return away - (london_day(now + away) - day);
}

} // namespace openmasa
