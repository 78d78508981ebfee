#include "kernel/statistics/rate.hpp"
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// The exact limits of a Poisson count: Biometrika 1936; 28: 437-442, and every table
// since (Pearson and Hartley, table 40).
TEST(Byar, Below_ten_events_the_limits_are_exact) {
    struct Published {
        double count, lower, upper;
    };
    for (const auto& one : {Published{0, 0, 3.689}, Published{1, 0.0253, 5.572},
                            Published{5, 1.623, 11.668}, Published{9, 4.115, 17.085}}) {
        const auto limits = event_limits(one.count);
        EXPECT_NEAR(limits.lower, one.lower, 0.0006) << one.count;
        EXPECT_NEAR(limits.upper, one.upper, 0.0006) << one.count;
    }
    EXPECT_EQ(event_limits(0).lower, 0);
}

// The same tables beside Byar's approximation.
TEST(Byar, From_ten_events_on_the_approximation_is_close_to_the_exact_limits) {
    const auto ten = event_limits(10), sixty_five = event_limits(65);
    EXPECT_NEAR(ten.lower, 4.795, 0.01);
    EXPECT_NEAR(ten.upper, 18.390, 0.01);
    EXPECT_NEAR(sixty_five.lower, 50.17, 0.01);
    EXPECT_NEAR(sixty_five.upper, 82.85, 0.01);
    EXPECT_DOUBLE_EQ(sixty_five.lower, byar_limits(65).lower);
}

// Fingertips indicator 90284, Norfolk 2010/11: 1454 admissions of 134,382, 108.1990147 per 10,000
// (102.7083324 to 113.9069775).
TEST(Byar, As_Fingertips_published_it) {
    const auto rate = byar(1454, 134382, 10000);
    ASSERT_TRUE(rate);
    EXPECT_NEAR(rate->value, 108.1990147, 1e-7);
    EXPECT_NEAR(rate->lower, 102.7083324, 1e-5);
    EXPECT_NEAR(rate->upper, 113.9069775, 1e-5);
}

TEST(Byar, What_is_no_rate_has_none) {
    EXPECT_FALSE(byar(3, 0));
    EXPECT_FALSE(byar(-3, 10));
    EXPECT_TRUE(byar(30, 10)); // events may outnumber the people they happen to
}

} // namespace
} // namespace openmasa::statistics
