#include "kernel/statistics/rate.hpp"
#include "kernel/statistics/standardised_rate.hpp"
#include <array>
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// Down's syndrome among first births by the mother's age: Statistical methods for rates and
// proportions, 2nd edition 1981, p. 249; taken up in Statistics in Medicine 1997; 16: 791-801,
// whose table 1 gives the rate as 92.3 per 100,000. The limits were worked by hand from the
// formula.
const Stratum first_births[] = {{107, 230061, 319933}, {141, 329449, 931318}, {60, 114920, 786511},
                                {40, 39487, 488235},   {39, 14208, 237863},   {25, 3052, 61313}};

TEST(StandardisedRate, As_published) {
    const auto rate = standardised_rate(first_births, 100000);
    ASSERT_TRUE(rate);
    EXPECT_NEAR(rate->value, 92.3, 0.05);
    EXPECT_NEAR(rate->lower, 80.32922142, 1e-7);
    EXPECT_NEAR(rate->upper, 105.18720921, 1e-7);
}

TEST(StandardisedRate, With_the_standard_as_its_own_population_it_is_the_crude_rate) {
    const Stratum parts[] = {{10, 1000, 1000}, {20, 4000, 4000}, {35, 5000, 5000}};
    const auto standardised = standardised_rate(parts, 1000), crude = byar(65, 10000, 1000);
    EXPECT_NEAR(standardised->value, crude->value, 1e-12);
    EXPECT_NEAR(standardised->lower, crude->lower, 1e-12);
    EXPECT_NEAR(standardised->upper, crude->upper, 1e-12);
}

TEST(StandardisedRate, The_size_of_the_standard_does_not_matter) {
    auto doubled = std::to_array(first_births);
    for (auto& one : doubled) one.weight *= 2;
    EXPECT_NEAR(standardised_rate(doubled)->upper, standardised_rate(first_births)->upper, 1e-15);
}

TEST(StandardisedRate, None_below_ten_events) {
    const Stratum nine[] = {{4, 100, 1}, {5, 100, 1}}, ten[] = {{5, 100, 1}, {5, 100, 1}};
    EXPECT_FALSE(standardised_rate(nine));
    EXPECT_TRUE(standardised_rate(ten));
}

TEST(StandardisedRate, None_without_people_or_weights) {
    const Stratum nobody[] = {{20, 0, 1}}, weightless[] = {{20, 100, 0}};
    EXPECT_FALSE(standardised_rate(nobody));
    EXPECT_FALSE(standardised_rate(weightless));
    EXPECT_FALSE(standardised_rate({}));
}

} // namespace
} // namespace openmasa::statistics
