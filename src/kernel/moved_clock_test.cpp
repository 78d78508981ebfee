#include "kernel/moved_clock.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TEST(MovedClock, Shows_that_day_in_London_at_every_hour_from_every_season) {
    for (const auto from : {day(2026, 11, 22), day(2026, 6, 21), day(2026, 3, 29)})
        for (const auto to : {day(2031, 5, 5), day(2026, 1, 1), day(2026, 10, 25), from})
            for (int hour = 0; hour < 24; ++hour) {
                const Moment now = Moment{from} + hours{hour} + minutes{4};
                EXPECT_EQ(london_day(now + time_to(to, now)), to)
                    << iso(to) << " from " << iso(from) << " at " << hour;
            }
}

} // namespace
} // namespace openmasa
