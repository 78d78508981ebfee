#pragma once
// When work is tried again and when it is given up. Values in and out.
#include "kernel/day.hpp"

namespace openmasa::jobs {

/// A worker that says nothing for so long is taken for gone; while it works it says so every few
/// seconds, however long a step takes.
inline constexpr auto lease = std::chrono::seconds{15};
inline constexpr auto heartbeat = std::chrono::seconds{4};
/// Tried so often, after a fault or when it was cut off; then it is given up.
inline constexpr int most_attempts = 5;

/// After the n-th attempt: 10 seconds, then 1, 5 and 25 minutes.
constexpr std::chrono::seconds wait_after(int attempts) {
    constexpr std::chrono::seconds waits[] = {std::chrono::seconds{10}, std::chrono::minutes{1},
                                              std::chrono::minutes{5}, std::chrono::minutes{25}};
    return waits[attempts < 1 ? 0 : attempts > 4 ? 3 : attempts - 1];
}

} // namespace openmasa::jobs
