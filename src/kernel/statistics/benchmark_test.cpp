#include "kernel/statistics/benchmark.hpp"
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// Fingertips indicator 90284, 2023/24, all children under 15: England 72.71, Norfolk 61.52 (57.35
// to 65.62), where low is good: "Better".
constexpr Estimate norfolk{61.52292, 57.35322, 65.61634};

TEST(Benchmark, As_Fingertips_published_it) {
    EXPECT_EQ(words(compare(norfolk, 72.71223, Polarity::low_is_good)), "better");
}

TEST(Benchmark, It_differs_when_it_lies_outside_the_interval) {
    EXPECT_EQ(compare(norfolk, 70, Polarity::no_judgement), Comparison::lower);
    EXPECT_EQ(compare(norfolk, 50, Polarity::no_judgement), Comparison::higher);
    EXPECT_EQ(compare(norfolk, 60, Polarity::no_judgement), Comparison::similar);
}

TEST(Benchmark, Which_way_is_better_is_the_definitions_word) {
    EXPECT_EQ(compare(norfolk, 70, Polarity::high_is_good), Comparison::worse);
    EXPECT_EQ(compare(norfolk, 50, Polarity::high_is_good), Comparison::better);
    EXPECT_EQ(compare(norfolk, 50, Polarity::low_is_good), Comparison::worse);
    EXPECT_EQ(compare(norfolk, 60, Polarity::low_is_good), Comparison::similar);
}

TEST(Benchmark, Just_at_the_limit_it_is_similar) {
    EXPECT_EQ(compare(norfolk, 57.35322, Polarity::no_judgement), Comparison::similar);
    EXPECT_EQ(compare(norfolk, 65.61634, Polarity::no_judgement), Comparison::similar);
}

} // namespace
} // namespace openmasa::statistics
