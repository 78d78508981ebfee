// The public files beside the repository, loaded as an analyst loads them. They need not be there:
// then these tests say so and are skipped.
#include "intelligence/loads/test_loading.hpp"
#include "kernel/statistics/control_chart.hpp"
#include <chrono>
#include <list>
#include <set>

namespace openmasa::intelligence {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class Published : public TestIntelligence {
protected:
    void SetUp() override {
        if (shared_file("lait/lait_cin_cp.csv").empty())
            GTEST_SKIP() << "the public files are not beside the repository";
    }
    /// What there was to say of the file; it is saved.
    Preview loaded(const std::string& name) {
        files.push_back(shared_file(name));
        auto preview = look(db, unit, files.back());
        db.finish();
        EXPECT_TRUE(preview) << name;
        EXPECT_TRUE(load(unit, name, files.back())) << name;
        return preview ? std::move(*preview) : Preview{};
    }
    void load_all() {
        for (const char* name :
             {"lait/lait_areas.csv", "lait/lait_dictionary.csv", "lait/lait_cin_cp.csv",
              "geography/utla_all_codes.csv", "dfe_csc/b1_children_in_need_2013_to_2025.csv",
              "dfe_csc/cla_number_and_rate_per_10k_children.csv",
              "dfe_csc/d3_cpps_subsequent_plan_2013_to_2025.csv",
              "dfe_csc/d5_cpps_at31march_by_duration_2013_to_2025.csv",
              "dfe_csc/ons_mid-year_population_estimates_2012_to_2024.csv",
              "fingertips/la_hospital_admissions_90284_0_14_injuries.csv"})
            loaded(name);
    }
    std::list<std::string> files;
};

TEST_F(Published, Norfolk_shows_forty_indicators_and_more_in_six_themes) {
    load_all();
    const auto book = AreaBook::read(db);
    const auto* norfolk = book.with_ons("E10000020");
    ASSERT_TRUE(norfolk);
    EXPECT_EQ(norfolk, book.with_dfe("926"));
    std::set<IndicatorNumber> indicators;
    for (const auto& one : all_figures(db, norfolk->number)) indicators.insert(one.indicator);
    EXPECT_GE(indicators.size(), 40U);
    std::set<std::string> themes;
    std::map<IndicatorNumber, std::string> theme_of;
    for (const auto& one : list_indicators(db, reader)) theme_of[one.number] = one.definition.theme;
    for (const auto one : indicators) themes.insert(theme_of[one]);
    EXPECT_GE(themes.size(), 6U);
}

TEST_F(Published, Norfolks_child_protection_plans_are_within_their_limits) {
    loaded("dfe_csc/d5_cpps_at31march_by_duration_2013_to_2025.csv");
    const auto figures =
        figures_of(Source::ees, "Child Protection Plans by length of time:CPP_At31", "926");
    ASSERT_THAT(figures, SizeIs(13));
    EXPECT_EQ(figures.front().text.value, "x") << "2013 is not available, and not nought";
    std::vector<double> values;
    for (const auto& one : figures)
        if (const auto number = read_figure(one.text.value)->number) values.push_back(*number);
    ASSERT_THAT(values, SizeIs(12));
    const auto chart = statistics::control_chart(values, {}, {});
    EXPECT_NEAR(chart.phases[0].mean, 553.83, 0.005);
    EXPECT_NEAR(chart.phases[0].limits->lower, 299.68, 0.005);
    EXPECT_NEAR(chart.phases[0].limits->upper, 807.98, 0.005);
    for (const auto& verdict : chart.verdicts)
        EXPECT_EQ(verdict.rule, statistics::Rule::common_cause);
}

TEST_F(Published, Twice_the_same_changes_nothing_whatever_the_file) {
    load_all();
    for (const auto& file : files) {
        const auto again = seen(file);
        ASSERT_TRUE(again);
        EXPECT_EQ(again->counts.added, 0);
        EXPECT_EQ(again->counts.revised, 0);
        EXPECT_FALSE(again->may_be_saved());
        EXPECT_TRUE(again->before);
    }
}

TEST_F(Published, England_comes_twice_in_Fingertips_and_its_trend_labels_are_turned_round) {
    const auto preview = loaded("fingertips/la_hospital_admissions_90284_0_14_injuries.csv");
    EXPECT_THAT(preview.reading.remarks, testing::Contains(HasSubstr("count once")));
    ASSERT_THAT(preview.doubts, SizeIs(1)) << "counts rounded to 5 are known as such";
    EXPECT_THAT(preview.doubts.front().why, HasSubstr("say the opposite"));
    EXPECT_THAT(figures_of(Source::fingertips, "90284", "E92000001"), SizeIs(14));
}

TEST_F(Published, LAIT_is_read_and_stored_within_a_second_or_two) {
    loaded("lait/lait_areas.csv");
    loaded("lait/lait_dictionary.csv");
    const auto bytes = shared_file("lait/lait_cin_cp.csv");
    const auto start = std::chrono::steady_clock::now();
    ASSERT_TRUE(load(unit, "lait_cin_cp.csv", bytes));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    RecordProperty("seconds", std::to_string(took.count()));
    EXPECT_LT(took.count(), 20) << "far from its usual second; bench/figures.mjs measures it";
    EXPECT_GT(saved_loads(db, reader).front().counts.added, 86'000);
}

} // namespace
} // namespace openmasa::intelligence
