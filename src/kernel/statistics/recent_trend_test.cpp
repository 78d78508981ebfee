#include "kernel/statistics/recent_trend.hpp"
#include <gtest/gtest.h>
#include <vector>

namespace openmasa::statistics {
namespace {

// Fingertips indicator 90284, Norfolk, persons, 2019/20 to 2023/24.
const std::vector<Estimate> norfolk = {{94.68757, 89.74481, 99.97935},
                                       {89.65951, 84.83648, 94.83415},
                                       {79.09127, 74.56554, 83.96942},
                                       {71.62405, 67.26373, 76.19283},
                                       {61.52292, 57.35322, 65.61634}};

std::vector<Estimate> flat_with(double last) {
    return {{5, 4, 6}, {5, 4, 6}, {5, 4, 6}, {5, 4, 6}, {last, last - 1, last + 1}};
}

// The download says "Increasing and getting worse" beside these falling figures: the trap of this
// file. The rates fall, and fewer injuries are better.
TEST(RecentTrend, What_falls_is_said_to_fall_whatever_the_label_says) {
    const auto trend = recent_trend(norfolk);
    EXPECT_EQ(trend.trend, Trend::decreasing);
    EXPECT_EQ(words(trend.trend, Polarity::low_is_good), "decreasing and getting better");
    EXPECT_LT(trend.slope, -8);
    EXPECT_GT(trend.chi_squared, trend_threshold);
}

TEST(RecentTrend, By_hand_with_equal_weights) {
    // Standard errors of 1: slope (-2*10 - 11 + 13 + 2*14) / 10 = 1, chi-squared 1 * 10.
    const double half = 1.96;
    std::vector<Estimate> periods;
    for (const double value : {10, 11, 12, 13, 14})
        periods.push_back({value, value - half, value + half});
    const auto trend = recent_trend(periods);
    EXPECT_NEAR(trend.slope, 1, 1e-12);
    EXPECT_NEAR(trend.chi_squared, 10, 1e-11);
    EXPECT_EQ(trend.trend, Trend::increasing);
}

TEST(RecentTrend, Only_the_last_five_count) {
    auto periods = norfolk;
    periods.insert(periods.begin(), {900, 899, 901});
    EXPECT_EQ(recent_trend(periods).chi_squared, recent_trend(norfolk).chi_squared);
}

TEST(RecentTrend, One_period_alone_makes_no_trend) {
    const auto trend = recent_trend(flat_with(50));
    EXPECT_GT(trend.chi_squared, trend_threshold);
    EXPECT_EQ(trend.trend, Trend::no_significant_change); // without the last it is flat
}

TEST(RecentTrend, Flat_is_no_change) {
    EXPECT_EQ(recent_trend(flat_with(5)).trend, Trend::no_significant_change);
    EXPECT_EQ(recent_trend(flat_with(5)).slope, 0);
}

TEST(RecentTrend, Four_periods_or_an_interval_without_width_are_not_enough) {
    EXPECT_EQ(recent_trend(std::span(norfolk).first(4)).trend, Trend::cannot_be_calculated);
    auto certain = norfolk;
    certain[2].lower = certain[2].upper;
    EXPECT_EQ(recent_trend(certain).trend, Trend::cannot_be_calculated);
}

TEST(RecentTrend, Read_backwards_or_upside_down_it_turns_round) {
    const std::vector<Estimate> backwards(norfolk.rbegin(), norfolk.rend());
    EXPECT_EQ(recent_trend(backwards).trend, Trend::increasing);
    EXPECT_NEAR(recent_trend(backwards).chi_squared, recent_trend(norfolk).chi_squared, 1e-9);
    auto shifted = norfolk;
    for (auto& [value, lower, upper] : shifted) value += 1000, lower += 1000, upper += 1000;
    EXPECT_NEAR(recent_trend(shifted).chi_squared, recent_trend(norfolk).chi_squared, 1e-7);
}

} // namespace
} // namespace openmasa::statistics
