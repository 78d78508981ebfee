#include "kernel/statistics/neighbours.hpp"
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// Worked by hand: 10 values, their sum 400.
TEST(Neighbours, The_plain_mean_and_median_of_ten) {
    const std::optional<double> ten[] = {31, 35, 38, 38, 39, 41, 42, 43, 45, 48};
    const auto average = neighbour_average(ten);
    ASSERT_TRUE(average);
    EXPECT_EQ(average->mean, 40);
    EXPECT_EQ(average->median, 40);
    EXPECT_EQ(average->with_value, 10u);
}

TEST(Neighbours, One_without_a_value_is_left_out_and_never_nought) {
    const std::optional<double> three[] = {10, std::nullopt, 20, 60};
    const auto average = neighbour_average(three);
    ASSERT_TRUE(average);
    EXPECT_EQ(average->mean, 30);
    EXPECT_EQ(average->median, 20);
    EXPECT_EQ(average->with_value, 3u);
}

TEST(Neighbours, Of_none_there_is_no_average) {
    const std::optional<double> nothing[] = {std::nullopt, std::nullopt};
    EXPECT_FALSE(neighbour_average(nothing));
    EXPECT_FALSE(neighbour_average({}));
}

} // namespace
} // namespace openmasa::statistics
