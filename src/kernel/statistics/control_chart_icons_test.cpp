#include "kernel/statistics/control_chart_icons.hpp"
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

TEST(Icons, Variation_says_which_way_the_latest_point_lies_and_whether_that_is_good) {
    EXPECT_EQ(variation_of({Rule::run_above, Signal::improvement}), Variation::improvement_high);
    EXPECT_EQ(variation_of({Rule::trend_down, Signal::improvement}), Variation::improvement_low);
    EXPECT_EQ(variation_of({Rule::above_limit, Signal::concern}), Variation::concern_high);
    EXPECT_EQ(variation_of({Rule::two_in_three_below, Signal::concern}), Variation::concern_low);
    EXPECT_EQ(variation_of({Rule::run_below, Signal::neutral_low}), Variation::neither_low);
    EXPECT_EQ(variation_of({}), Variation::common_cause);
}

// Making Data Count: high is good, limits 80 to 90.
TEST(Icons, Assurance_says_whether_the_limits_will_meet_the_target) {
    const Phase phase{.mean = 85, .limits = Limits{80, 82, 88, 90}};
    const auto high = Polarity::high_is_good, low = Polarity::low_is_good;
    EXPECT_EQ(assurance_of(phase, 95, high), Assurance::consistently_fails);
    EXPECT_EQ(assurance_of(phase, 75, high), Assurance::consistently_passes);
    EXPECT_EQ(assurance_of(phase, 86, high), Assurance::hit_and_miss);
    EXPECT_EQ(assurance_of(phase, 90, high), Assurance::hit_and_miss);
    EXPECT_EQ(assurance_of(phase, 95, low), Assurance::consistently_passes);
    EXPECT_EQ(assurance_of(phase, 75, low), Assurance::consistently_fails);
}

TEST(Icons, Without_limits_or_a_judgement_there_is_no_assurance) {
    EXPECT_EQ(assurance_of({}, 95, Polarity::high_is_good), Assurance::not_known);
    const Phase phase{.limits = Limits{80, 82, 88, 90}};
    EXPECT_EQ(assurance_of(phase, 95, Polarity::no_judgement), Assurance::not_known);
}

} // namespace
} // namespace openmasa::statistics
