#include "kernel/statistics/proportion.hpp"
#include <cmath>
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

// Statistics in Medicine 1998; 17: 857-872, table I, method 3.
TEST(Wilson, As_published_to_four_places) {
    struct Published {
        double count, base, lower, upper;
    };
    for (const auto& one : {Published{81, 263, 0.2553, 0.3662}, Published{15, 148, 0.0624, 0.1605},
                            Published{0, 20, 0, 0.1611}, Published{1, 29, 0.0061, 0.1718}}) {
        const auto estimate = wilson(one.count, one.base);
        ASSERT_TRUE(estimate);
        EXPECT_NEAR(estimate->lower, one.lower, 0.00005) << one.count;
        EXPECT_NEAR(estimate->upper, one.upper, 0.00005) << one.count;
    }
}

TEST(Wilson, None_and_all_end_exactly_at_the_ends) {
    EXPECT_EQ(wilson(0, 7, 100)->lower, 0);
    EXPECT_EQ(wilson(7, 7, 100)->upper, 100);
    EXPECT_EQ(wilson(7, 7, 100)->value, 100);
}

TEST(Wilson, What_is_counted_and_what_is_not_mirror_each_other) {
    for (double count = 0; count <= 40; ++count) {
        const auto with = wilson(count, 40), without = wilson(40 - count, 40);
        EXPECT_NEAR(with->lower, 1 - without->upper, 1e-14);
        EXPECT_NEAR(with->upper, 1 - without->lower, 1e-14);
    }
}

TEST(Wilson, Per_hundred_is_a_hundred_times_as_much_and_more_confidence_is_wider) {
    const auto share = wilson(81, 263), percent = wilson(81, 263, 100);
    EXPECT_DOUBLE_EQ(share->upper * 100, percent->upper);
    EXPECT_LT(wilson(81, 263, 1, 0.998)->lower, share->lower);
}

TEST(Wilson, What_is_no_proportion_has_none) {
    EXPECT_FALSE(wilson(1, 0));
    EXPECT_FALSE(wilson(8, 7)); // 140% is refused, not drawn
    EXPECT_FALSE(wilson(-1, 7));
    EXPECT_FALSE(wilson(std::nan(""), 7));
}

} // namespace
} // namespace openmasa::statistics
