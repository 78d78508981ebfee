#include "kernel/statistics/rounding.hpp"
#include <cmath>
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// The examples of dfeR's round_five_up().
TEST(Rounding, As_the_department_publishes) {
    EXPECT_EQ(round_half_up(285, -1), 290);
    EXPECT_EQ(round_half_up(283, -1), 280);
    EXPECT_EQ(round_half_up(2.85, 1), 2.9);
    EXPECT_EQ(round_half_up(2.87, 1), 2.9);
}

TEST(Rounding, A_half_goes_up_where_the_machine_would_not) {
    EXPECT_EQ(round_half_up(2.5, 0), 3);
    EXPECT_EQ(round_half_up(1.005, 2), 1.01); // 1.00499999999999989... in binary
    EXPECT_EQ(round_half_up(0.285, 2), 0.29);
    EXPECT_EQ(round_half_up(-2.5, 0), -3);
    EXPECT_EQ(round_half_up(0.1 + 0.2 - 0.25, 1), 0.1); // 0.05 but for the last digits
}

TEST(Rounding, What_is_less_than_a_half_stays_down) {
    EXPECT_EQ(round_half_up(2.4999999, 0), 2);
    EXPECT_EQ(round_half_up(0, 3), 0);
    EXPECT_EQ(round_half_up(7, 3), 7);
    EXPECT_FALSE(std::signbit(round_half_up(-0.2, 0))); // never "-0"
}

TEST(Rounding, A_ratio_is_rounded_once_from_whole_numbers) {
    EXPECT_EQ(rounded_ratio(69, 240, 100, 1), 28.8); // 28.75
    EXPECT_EQ(rounded_ratio(1, 8, 100, 1), 12.5);
    EXPECT_EQ(rounded_ratio(1, 3, 100, 1), 33.3);
    EXPECT_EQ(rounded_ratio(81770, 12183016, 10000, 0), 67);
    EXPECT_EQ(rounded_ratio(0, 5, 100, 1), 0);
    EXPECT_EQ(rounded_ratio(5, 5, 100, 1), 100);
}

TEST(Rounding, A_ratio_of_enormous_numbers_is_still_one) {
    EXPECT_EQ(rounded_ratio(4'000'000'000'000'000'000, 8'000'000'000'000'000'000, 100, 1), 50);
}

} // namespace
} // namespace openmasa::statistics
