#include "kernel/statistics/control_chart.hpp"
#include <gtest/gtest.h>
#include <random>

namespace openmasa::statistics {
namespace {

using Values = std::vector<double>;

ControlChart chart_of(const Values& values, const ChartOptions& options = {},
                      const std::vector<std::size_t>& rebased_at = {}) {
    return control_chart(values, rebased_at, options);
}

std::vector<Rule> rules_of(const ControlChart& chart) {
    std::vector<Rule> rules;
    for (const auto& verdict : chart.verdicts) rules.push_back(verdict.rule);
    return rules;
}

// NHSRplotthedots, article "Deviations from Excel defaults": one point far away among ones and
// twos; mean 1.944, limits by the screened ranges -0.716 and 4.604.
const Values far_point = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

TEST(ControlChart, With_screened_ranges_as_published) {
    const auto phase = chart_of(far_point, {.screen = true}).phases.at(0);
    EXPECT_NEAR(phase.mean, 1.94444444444444, 1e-13);
    ASSERT_TRUE(phase.limits);
    EXPECT_NEAR(phase.limits->lower, -0.715555555555556, 1e-13);
    EXPECT_NEAR(phase.limits->upper, 4.60444444444444, 1e-13);
    EXPECT_FALSE(phase.trial_limits);
}

TEST(ControlChart, Unscreened_the_two_large_ranges_count) {
    // 15 ranges of 1, one of 8, one of 9: 32 / 17.
    const auto phase = chart_of(far_point).phases.at(0);
    EXPECT_NEAR(phase.limits->upper, 35.0 / 18 + 2.66 * 32 / 17, 1e-12);
}

TEST(ControlChart, Near_limits_lie_two_thirds_of_the_way) {
    const auto phase = chart_of({1, 2, 1, 2}).phases.at(0);
    EXPECT_NEAR(phase.limits->near_upper, 1.5 + 2.66 * 2 / 3, 1e-12);
    EXPECT_NEAR(phase.limits->near_lower, 1.5 - 2.66 * 2 / 3, 1e-12);
}

TEST(ControlChart, A_point_outside_its_limits) {
    const auto chart = chart_of(far_point, {.polarity = Polarity::high_is_good});
    EXPECT_EQ(chart.verdicts[4], (Verdict{Rule::above_limit, Signal::improvement}));
}

TEST(ControlChart, Seven_points_on_one_side_and_not_six) {
    const auto seven = rules_of(chart_of({0, 4, 0, 4, 0, 4, 0, 4, 0, 5, 6, 5, 6, 5, 6, 5}));
    EXPECT_EQ(seven[8], Rule::common_cause);
    for (std::size_t at = 9; at < 16; ++at) EXPECT_EQ(seven[at], Rule::run_above) << at;
    const Values six = {0, 4, 0, 4, 0, 4, 0, 4, 0, 5, 6, 5, 6, 5, 6, 0};
    EXPECT_EQ(rules_of(chart_of(six))[12], Rule::common_cause);
    const ChartOptions of_six{.profile = Profile::six_points};
    EXPECT_EQ(rules_of(chart_of(six, of_six))[12], Rule::run_above);
    EXPECT_EQ(words(Rule::run_above, Profile::six_points), "6 Points Above CL");
}

TEST(ControlChart, A_trend_needs_six_like_differences) {
    const Values rising = {5, 9, 5, 3, 4, 5, 6, 7, 8, 9, 5, 9, 5, 9};
    const auto rules = rules_of(chart_of(rising));
    EXPECT_EQ(rules[2], Rule::common_cause);
    for (std::size_t at = 3; at < 10; ++at) EXPECT_EQ(rules[at], Rule::trend_up) << at;
    EXPECT_EQ(rules[10], Rule::common_cause);
    const Values with_a_pause = {5, 9, 5, 3, 4, 5, 6, 6, 7, 8, 9, 5, 9, 5, 9};
    EXPECT_EQ(rules_of(chart_of(with_a_pause))[6], Rule::common_cause);
}

TEST(ControlChart, At_a_peak_the_later_trend_has_the_point) {
    const auto rules = rules_of(
        chart_of({0, 20, 0, 20, 0, 20, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3, 20, 0, 20, 0, 20}));
    EXPECT_EQ(rules[11], Rule::trend_up);
    EXPECT_EQ(rules[12], Rule::trend_down);
    EXPECT_EQ(rules[18], Rule::trend_down);
    EXPECT_EQ(rules[19], Rule::common_cause);
}

TEST(ControlChart, Two_of_three_beyond_a_near_limit_on_one_side) {
    // Mean 10, ranges of 4: near limits 2.9 and 17.1, limits -0.64 and 20.64.
    const Values baseline = {8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12};
    auto values = baseline;
    values.insert(values.end(), {18, 11, 19, 8, 18, 9, 19});
    const auto rules = rules_of(chart_of(values, {.baseline = 12}));
    EXPECT_EQ(rules[12], Rule::two_in_three_above);
    EXPECT_EQ(rules[13], Rule::common_cause); // between them, and not near itself
    EXPECT_EQ(rules[14], Rule::two_in_three_above);
    EXPECT_EQ(rules[16], Rule::common_cause); // the third of its three is on the other side
    EXPECT_EQ(rules[18], Rule::common_cause);
}

TEST(ControlChart, A_signal_is_good_or_bad_as_the_definition_says) {
    EXPECT_EQ(chart_of(far_point, {.polarity = Polarity::low_is_good}).verdicts[4].signal,
              Signal::concern);
    EXPECT_EQ(chart_of(far_point).verdicts[4].signal, Signal::neutral_high);
    EXPECT_EQ(words(Signal::concern), "special_cause_concern");
}

TEST(ControlChart, A_single_point_has_a_mean_and_no_limits) {
    const auto chart = chart_of({4});
    EXPECT_EQ(chart.phases.at(0).mean, 4);
    EXPECT_FALSE(chart.phases.at(0).limits);
    EXPECT_EQ(chart.verdicts.at(0).rule, Rule::common_cause);
    EXPECT_TRUE(chart_of({}).phases.empty());
}

TEST(ControlChart, What_never_moves_has_no_limits_once_it_is_screened) {
    const Values same(12, 5.0);
    EXPECT_FALSE(chart_of(same, {.screen = true}).phases[0].limits);
    EXPECT_EQ(chart_of(same).phases[0].limits->upper, 5);
    EXPECT_EQ(chart_of(same).verdicts[11].rule, Rule::common_cause);
}

TEST(ControlChart, Under_twelve_points_the_limits_are_trial_limits) {
    EXPECT_TRUE(chart_of(Values(11, 1.0)).phases[0].trial_limits);
    EXPECT_FALSE(chart_of(Values(12, 1.0)).phases[0].trial_limits);
    EXPECT_TRUE(chart_of(Values(20, 1.0), {.baseline = 8}).phases[0].trial_limits);
}

// ------------------------------------------------------------------------- for any series at all

/// Whole numbers, so that a shifted or doubled series is exactly that.
Values any_series(std::mt19937& random) {
    Values values(1 + random() % 60);
    double at = 100;
    for (auto& value : values) value = at += double(random() % 41) - 20;
    return values;
}

ChartOptions any_options(std::mt19937& random) {
    return {.polarity = random() % 2 ? Polarity::high_is_good : Polarity::low_is_good,
            .profile = random() % 2 ? Profile::seven_points : Profile::six_points,
            .screen = random() % 2 == 0,
            .baseline = random() % 3 ? 0u : 12u};
}

TEST(ControlChart, Shifted_or_scaled_it_says_the_same) {
    std::mt19937 random(20260122);
    for (int round = 0; round < 2000; ++round) {
        const auto values = any_series(random);
        const auto options = any_options(random);
        auto moved = values;
        for (auto& value : moved) value = value * 4 + 1000;
        const auto before = chart_of(values, options), after = chart_of(moved, options);
        ASSERT_EQ(before.verdicts, after.verdicts);
        EXPECT_NEAR(after.phases[0].mean, before.phases[0].mean * 4 + 1000, 1e-9);
        ASSERT_EQ(before.phases[0].limits.has_value(), after.phases[0].limits.has_value());
        if (before.phases[0].limits) {
            EXPECT_NEAR(after.phases[0].limits->lower, before.phases[0].limits->lower * 4 + 1000,
                        1e-9);
        }
    }
}

TEST(ControlChart, Upside_down_with_the_other_polarity_it_signals_the_same) {
    std::mt19937 random(20260123);
    for (int round = 0; round < 2000; ++round) {
        auto values = any_series(random);
        auto options = any_options(random);
        const auto before = chart_of(values, options);
        for (auto& value : values) value = -value;
        options.polarity = options.polarity == Polarity::high_is_good ? Polarity::low_is_good
                                                                      : Polarity::high_is_good;
        const auto after = chart_of(values, options);
        for (std::size_t at = 0; at < values.size(); ++at)
            ASSERT_EQ(before.verdicts[at].signal, after.verdicts[at].signal);
    }
}

TEST(ControlChart, Read_backwards_runs_and_points_outside_stay_where_they_are) {
    std::mt19937 random(20260124);
    const auto stays = [](Rule rule) {
        return rule == Rule::above_limit || rule == Rule::below_limit ||
               rule == Rule::two_in_three_above || rule == Rule::two_in_three_below ||
               rule == Rule::run_above || rule == Rule::run_below;
    };
    for (int round = 0; round < 2000; ++round) {
        const auto values = any_series(random);
        auto options = any_options(random);
        options.baseline = 0;
        const Values backwards(values.rbegin(), values.rend());
        const auto there = rules_of(chart_of(values, options)),
                   back = rules_of(chart_of(backwards, options));
        for (std::size_t at = 0; at < values.size(); ++at) {
            const auto mirrored = back[values.size() - 1 - at];
            ASSERT_EQ(stays(there[at]), stays(mirrored));
            if (stays(there[at])) {
                ASSERT_EQ(there[at], mirrored);
            }
        }
    }
}

TEST(ControlChart, Rebased_it_is_a_chart_of_each_phase) {
    std::mt19937 random(20260125);
    for (int round = 0; round < 2000; ++round) {
        const auto values = any_series(random);
        const auto options = any_options(random);
        const auto place = random() % values.size();
        const auto whole = chart_of(values, options, {place});
        const auto middle = values.begin() + std::ptrdiff_t(place);
        const auto first = chart_of({values.begin(), middle}, options),
                   second = chart_of({middle, values.end()}, options);
        auto separate = first.verdicts;
        separate.insert(separate.end(), second.verdicts.begin(), second.verdicts.end());
        ASSERT_EQ(whole.verdicts, separate);
        ASSERT_EQ(whole.phases.back().begin, place);
        ASSERT_EQ(whole.phases.back().end, values.size());
        ASSERT_EQ(whole.phases.back().mean, second.phases[0].mean);
    }
}

} // namespace
} // namespace openmasa::statistics
