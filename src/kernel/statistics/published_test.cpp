// The methods held against what others published: every control chart of a reference, every
// interval and trend of a Fingertips file, every percentage of children's social care.
#include "kernel/statistics/control_chart.hpp"
#include "kernel/statistics/rate.hpp"
#include "kernel/statistics/recent_trend.hpp"
#include "kernel/statistics/rounding.hpp"
#include "kernel/statistics/test_published.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace openmasa::statistics {
namespace {

struct Case {
    ChartOptions options;
    std::vector<double> values;
    std::vector<std::size_t> rebased_at;
    std::vector<PublishedRow> rows;
};

Polarity polarity_of(const std::string& direction) {
    if (direction == "0") return Polarity::no_judgement;
    return direction == "1" ? Polarity::high_is_good : Polarity::low_is_good;
}

std::vector<Case> reference_charts() {
    std::map<int, Case> cases;
    for (auto& row : published("spc/xmr_cases.csv")) {
        auto& one = cases[std::stoi(row["case"])];
        one.options = {.polarity = polarity_of(row["dir"]),
                       .screen = row["screen"] == "TRUE",
                       .baseline = std::size_t(number(row["fix"]).value_or(0))};
        if (!one.rows.empty() && one.rows.back()["group"] != row["group"])
            one.rebased_at.push_back(one.values.size());
        one.values.push_back(*number(row["y"]));
        one.rows.push_back(row);
    }
    std::vector<Case> charts;
    for (auto& [which, one] : cases) charts.push_back(std::move(one));
    return charts;
}

/// To the 15 digits that the file gives.
void expect_as_published(const std::optional<double>& value, const std::string& cell) {
    const auto expected = number(cell);
    ASSERT_EQ(value.has_value(), expected.has_value()) << cell;
    if (expected) {
        EXPECT_NEAR(*value, *expected, 1e-12 * std::max(1.0, std::abs(*expected)));
    }
}

TEST(Published, Every_point_of_36_control_charts_is_judged_as_the_reference_does) {
    const auto cases = reference_charts();
    if (cases.empty()) GTEST_SKIP() << "../shared/data/spc/xmr_cases.csv is not there";
    EXPECT_EQ(cases.size(), 36u);
    std::size_t points = 0;
    for (const auto& one : cases) {
        const auto chart = control_chart(one.values, one.rebased_at, one.options);
        for (const auto& phase : chart.phases)
            for (auto at = phase.begin; at < phase.end; ++at, ++points) {
                auto row = one.rows[at];
                SCOPED_TRACE(row["name"] + ", point " + row["i"]);
                const auto& verdict = chart.verdicts[at];
                EXPECT_EQ(words(verdict.rule, one.options.profile), row["cause"]);
                EXPECT_EQ(words(verdict.signal), row["point"]);
                const auto limits = phase.limits;
                expect_as_published(phase.mean, row["mean"]);
                expect_as_published(limits ? std::optional(limits->lower) : std::nullopt,
                                    row["lpl"]);
                expect_as_published(limits ? std::optional(limits->upper) : std::nullopt,
                                    row["upl"]);
            }
    }
    EXPECT_EQ(points, 934u);
}

TEST(Published, Norfolks_child_protection_plans_show_no_special_cause) {
    std::map<std::string, double> by_year;
    for (auto& row : published("dfe_csc/d5_cpps_at31march_by_duration_2013_to_2025.csv"))
        if (row["old_la_code"] == "926" && row["time_period"] >= "2014")
            by_year[row["time_period"]] = *number(row["CPP_At31"]);
    if (by_year.empty()) GTEST_SKIP() << "../shared/data/dfe_csc is not there";
    std::vector<double> values;
    for (const auto& [year, value] : by_year) values.push_back(value);
    const auto chart = control_chart(values, {}, {.polarity = Polarity::low_is_good});
    ASSERT_EQ(values.size(), 12u);
    EXPECT_NEAR(chart.phases[0].mean, 553.83, 0.005);
    EXPECT_NEAR(chart.phases[0].limits->lower, 299.68, 0.005);
    EXPECT_NEAR(chart.phases[0].limits->upper, 807.98, 0.005);
    EXPECT_FALSE(chart.phases[0].trial_limits);
    for (const auto& verdict : chart.verdicts) EXPECT_EQ(verdict.rule, Rule::common_cause);
}

constexpr auto injuries = "fingertips/la_hospital_admissions_90284_0_14_injuries.csv";

// In later years the counts are rounded to 5 while the intervals come from the unrounded ones.
TEST(Published, Every_Fingertips_interval_of_2010_and_2011_is_the_same) {
    const auto rows = published(injuries);
    if (rows.empty()) GTEST_SKIP() << "../shared/data/" << injuries << " is not there";
    int compared = 0;
    for (auto row : rows) {
        if (row["Time period"] != "2010/11" && row["Time period"] != "2011/12") continue;
        const auto value = number(row["Value"]);
        if (!value) continue;
        const auto rate = byar(*number(row["Count"]), *number(row["Denominator"]), 10000);
        ASSERT_TRUE(rate);
        EXPECT_NEAR(rate->value, *value, 0.00001) << row["Area Name"];
        EXPECT_NEAR(rate->lower, *number(row["Lower CI 95.0 limit"]), 0.00001) << row["Area Name"];
        EXPECT_NEAR(rate->upper, *number(row["Upper CI 95.0 limit"]), 0.00001) << row["Area Name"];
        ++compared;
    }
    EXPECT_EQ(compared, 294);
}

/// The file has its labels the wrong way round. Where it presents no value its limits say -1.
std::string turned_round(const std::string& label) {
    if (label == "Increasing and getting worse") return "decreasing and getting better";
    if (label == "Decreasing and getting better") return "increasing and getting worse";
    return label == "No significant change" ? "no significant change" : "";
}

TEST(Published, Every_recent_trend_of_the_Fingertips_file_is_its_label_turned_round) {
    std::map<std::string, std::map<std::string, PublishedRow>> series;
    for (auto& row : published(injuries))
        if (row["Category Type"].empty() && number(row["Value"]))
            series[row["Area Code"] + row["Sex"]][row["Time period Sortable"]] = row;
    if (series.empty()) GTEST_SKIP() << "../shared/data/" << injuries << " is not there";
    int compared = 0;
    for (auto& [which, periods] : series) {
        std::vector<Estimate> values;
        for (auto& [when, row] : periods)
            values.push_back({*number(row["Value"]), *number(row["Lower CI 95.0 limit"]),
                              *number(row["Upper CI 95.0 limit"])});
        const auto expected = turned_round(periods.rbegin()->second["Recent Trend"]);
        if (expected.empty()) continue;
        EXPECT_EQ(words(recent_trend(values).trend, Polarity::low_is_good), expected) << which;
        ++compared;
    }
    EXPECT_EQ(compared, 456);
}

struct Share {
    std::string file, count, base, rate;
    long long per;
    int places;
};

/// Those that the file gives otherwise, by period and authority.
std::set<std::string> slips(const Share& share, int& compared) {
    std::set<std::string> found;
    for (auto& row : published("dfe_csc/" + share.file)) {
        const auto count = number(row[share.count]), base = number(row[share.base]),
                   rate = number(row[share.rate]);
        if (row["geographic_level"] != "Local authority" || !count || !base || !rate) continue;
        if (*base == 0) continue;
        ++compared;
        if (rounded_ratio(std::llround(*count), std::llround(*base), share.per, share.places) !=
            *rate)
            found.insert(row["time_period"] + " " + row["la_name"] + " " + share.rate);
    }
    return found;
}

TEST(Published, Percentages_and_rates_of_authorities_are_rounded_half_up) {
    const std::string plans = "d5_cpps_at31march_by_duration_2013_to_2025.csv";
    std::vector<Share> shares = {{"d3_cpps_subsequent_plan_2013_to_2025.csv", "CPP_subsequent",
                                  "CPP_start", "CPP_subsequent_percent", 100, 1},
                                 {"cla_number_and_rate_per_10k_children.csv", "children_count",
                                  "population_estimate", "rate_per_10000", 10000, 0}};
    for (const std::string part :
         {"3_months_or_less", "more_than_3_months_6_months", "more_than_6_months_less_than_1_year",
          "1_year_less_than_2_years", "2_years_or_more"})
        shares.push_back({plans, part, "CPP_At31", part + "_percent", 100, 1});
    int compared = 0;
    std::set<std::string> found;
    for (const auto& share : shares) found.merge(slips(share, compared));
    if (compared == 0) GTEST_SKIP() << "../shared/data/dfe_csc is not there";
    EXPECT_EQ(compared, 12482);
    // 69 of 240 is 28.75; published as 28.7.
    EXPECT_THAT(
        found, testing::ElementsAre("2017 Shropshire more_than_6_months_less_than_1_year_percent"));
}

} // namespace
} // namespace openmasa::statistics
