#include "kernel/statistics/distributions.hpp"
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// Tables of the normal and the chi-squared distribution, as any textbook has them.
TEST(Distributions, Give_what_the_tables_give) {
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_quantile(0.5), 0, 1e-15);
    EXPECT_NEAR(chi_squared_quantile(0.95, 1), 3.841458820694124, 1e-12);
    EXPECT_NEAR(chi_squared_quantile(0.998, 1), 9.54953570608324, 1e-10);
    EXPECT_NEAR(chi_squared_quantile(0.05, 10), 3.940299136118, 1e-10);
}

TEST(Distributions, The_usual_confidence_is_the_same_by_both_ways) {
    EXPECT_DOUBLE_EQ(two_sided_quantile(0.95), normal_quantile(0.975));
    EXPECT_NEAR(two_sided_quantile(0.998), 3.090232306167813, 1e-13);
}

} // namespace
} // namespace openmasa::statistics
