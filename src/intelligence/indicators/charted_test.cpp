#include "intelligence/indicators/charted.hpp"
#include "intelligence/indicators/control_drawing.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using statistics::Polarity;
using statistics::Rule;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

/// Years from the first on, as a reporting year names them.
class Chart : public testing::Test {
protected:
    Charted of(std::vector<std::string> values, Polarity polarity = Polarity::no_judgement,
               int first = 2014, std::vector<ChartBreak> breaks = {}) {
        texts = std::move(values);
        std::vector<PlainFigure> figures;
        for (std::size_t at = 0; at < texts.size(); ++at)
            figures.push_back({year(first + int(at)), texts[at]});
        return charted(figures, breaks, polarity);
    }
    static std::int64_t year(int named) {
        return FigurePeriod::of_years(PeriodKind::reporting_year, named).number();
    }
    static std::string drawn(const Charted& chart) {
        return std::string(control_drawing(chart, {.label = "Label <b>"}).view());
    }
    std::vector<std::string> texts;
};

// Children with a child protection plan in Norfolk on 31 March 2014 to 2025, as DfE publishes them.
const std::vector<std::string> norfolk = {"537", "572", "458", "581", "608", "626",
                                          "646", "438", "543", "699", "484", "454"};

TEST_F(Chart, Of_Norfolks_plans_has_its_mean_and_limits_and_no_special_cause) {
    const auto chart = of(norfolk);
    ASSERT_THAT(chart.phases, SizeIs(1));
    EXPECT_NEAR(chart.phases[0].mean, 553.83, 0.005);
    EXPECT_NEAR(chart.phases[0].limits->lower, 299.68, 0.005);
    EXPECT_NEAR(chart.phases[0].limits->upper, 807.98, 0.005);
    EXPECT_EQ(chart.special(), 0U);
    EXPECT_FALSE(chart.trial_limits);
    EXPECT_EQ(finding(chart),
              "Since 2014 it has stayed within its limits: no special cause in any of 12 years");
    EXPECT_EQ(latest_says(chart).head, "Nothing unusual");
    EXPECT_EQ(latest_says(chart).mark, "common");
}

TEST_F(Chart, A_symbol_is_no_point_and_no_nought) {
    auto values = norfolk;
    values.insert(values.begin(), "x");
    const auto chart = of(values, Polarity::no_judgement, 2013);
    EXPECT_THAT(chart.points, SizeIs(12));
    EXPECT_NEAR(chart.phases[0].mean, 553.83, 0.005);
    EXPECT_TRUE(of({"c", "x", "z"}).empty());
    EXPECT_EQ(finding(of({"c"})), "There is no number to draw");
    EXPECT_EQ(latest_says(of({"c"})).head, "No figure");
}

TEST_F(Chart, Says_what_is_unusual_and_by_the_polarity_whether_that_is_better) {
    const std::vector<std::string> falls = {"60", "50", "60", "50", "60", "50", "60",
                                            "50", "60", "50", "60", "50", "5"};
    EXPECT_EQ(latest_says(of(falls, Polarity::low_is_good)).head, "Unusual, and better");
    EXPECT_EQ(latest_says(of(falls, Polarity::high_is_good)).head, "Unusual, and of concern");
    EXPECT_EQ(latest_says(of(falls)).head, "Unusually low");
    EXPECT_EQ(latest_says(of(falls)).words, "The latest figure is below the lower limit.");
    EXPECT_EQ(finding(of(falls)), "Special cause in 2026; otherwise usual since 2014");
    EXPECT_EQ(finding(of({"1", "1", "1", "1", "1", "1", "1", "9", "9", "9", "9", "9", "9", "9"})),
              "Special cause in 14 of 14 years since 2014");
}

TEST_F(Chart, Under_12_points_has_the_same_verdicts_and_says_trial_limits) {
    const auto chart = of({"1", "2", "1", "2", "1"});
    EXPECT_TRUE(chart.trial_limits);
    EXPECT_THAT(latest_says(chart).words, HasSubstr("trial limits"));
    EXPECT_EQ(finding(of({"5"})), "1 year is too little to say what is usual");
    EXPECT_EQ(latest_says(of({"5"})).head, "Too few figures");
}

TEST_F(Chart, A_changed_definition_is_a_break_and_no_line_is_drawn_across_it) {
    const auto chart =
        of(norfolk, Polarity::no_judgement, 2014,
           {{year(2020), "Unborn children are counted."}, {year(1990), "Long ago."}});
    ASSERT_THAT(chart.phases, SizeIs(2));
    EXPECT_EQ(chart.phases[1].begin, 6U);
    ASSERT_THAT(chart.breaks, SizeIs(1));
    EXPECT_EQ(chart.breaks[0].reason, "Unborn children are counted.");
    const auto lines = [](const std::string& drawing) {
        std::size_t times = 0;
        for (auto at = drawing.find("om-xmr__line"); at != drawing.npos;
             at = drawing.find("om-xmr__line", at + 1))
            ++times;
        return times;
    };
    EXPECT_EQ(lines(drawn(of(norfolk))), 11U);
    EXPECT_EQ(lines(drawn(chart)), 10U);
}

TEST_F(Chart, After_a_break_speaks_of_the_time_since) {
    const auto chart = of(norfolk, Polarity::no_judgement, 2014, {{year(2020), "Otherwise."}});
    EXPECT_EQ(finding(chart), "Since the break at 2020 it has stayed within its limits: no special "
                              "cause in any of 6 years");
    EXPECT_THAT(drawn(chart), HasSubstr(">since 2020<"));
    EXPECT_THAT(drawn(of(norfolk)), Not(HasSubstr(">since ")));
    const auto alone = of(norfolk, Polarity::no_judgement, 2014, {{year(2025), "Otherwise."}});
    EXPECT_EQ(finding(alone), "1 year since the break at 2025 is too little to say what is usual");
}

TEST_F(Chart, Seven_points_that_fall_are_six_falls) {
    const auto chart = of({"50", "90", "40", "95", "45", "92", "80", "75", "70", "65", "60", "55"});
    EXPECT_EQ(latest_says(chart).words, "Six falls in a row, up to the latest figure.");
}

TEST_F(Chart, Missing_years_are_a_gap_and_no_neighbours) {
    const std::vector<PlainFigure> figures = {{year(2015), "5"},
                                              {year(2016), "6"},
                                              {year(2019), "7"},
                                              {year(2020), "c"},
                                              {year(2021), "8"}};
    const auto chart = charted(figures, {}, Polarity::no_judgement);
    EXPECT_THAT(chart.gaps, testing::ElementsAre(2U, 3U));
    EXPECT_EQ(drawn(chart).find("om-xmr__line"), drawn(chart).rfind("om-xmr__line"));
    EXPECT_THAT(latest_of(chart, 3).gaps, testing::ElementsAre(1U, 2U));
    EXPECT_THAT(of(norfolk).gaps, testing::IsEmpty());
}

TEST_F(Chart, Where_nothing_is_below_nought_no_limit_is) {
    auto chart = of({"1", "9", "2", "8", "0", "7"});
    EXPECT_THAT(drawn(chart), HasSubstr("Lower limit \u2212"));
    chart.from_nought = true;
    EXPECT_FALSE(chart.lower_limit(chart.phases.back()));
    EXPECT_THAT(drawn(chart), Not(HasSubstr("Lower limit")));
    EXPECT_THAT(drawn(chart), Not(HasSubstr(">\u2212")));
    EXPECT_FALSE(scale_begins(chart));
}

TEST_F(Chart, Words_at_its_ends_go_inwards) {
    const auto drawing = drawn(of({"1234567", "5555555", "6666666", "9876543"}));
    for (const char* inwards :
         {"text-anchor=\"start\">1,234,567<", "text-anchor=\"end\">9,876,543<",
          "text-anchor=\"start\">2014<", "text-anchor=\"end\">2017<"})
        EXPECT_THAT(drawing, HasSubstr(inwards));
}

TEST_F(Chart, Draws_only_the_kind_of_period_that_most_figures_are_of) {
    const std::vector<PlainFigure> figures = {
        {FigurePeriod::of_quarter(2024, 4).number(), "1"},
        {FigurePeriod::of_quarter(2024, 7).number(), "2"},
        {FigurePeriod::of_years(PeriodKind::financial_year, 2024).number(), "900"},
        {FigurePeriod::of_quarter(2024, 10).number(), "3"}};
    const auto chart = charted(figures, {}, Polarity::no_judgement);
    EXPECT_THAT(chart.points, SizeIs(3));
    EXPECT_EQ(chart.latest().value, 3);
}

TEST_F(Chart, Is_drawn_with_its_finding_as_a_label_and_its_limits_named) {
    const auto drawing = drawn(of(norfolk));
    EXPECT_THAT(drawing, HasSubstr("role=\"img\" aria-label=\"Label &lt;b&gt;\""));
    EXPECT_THAT(drawing, HasSubstr("Upper limit 808.0"));
    EXPECT_THAT(drawing, HasSubstr("Mean 553.8"));
    EXPECT_THAT(drawing, HasSubstr("Lower limit 299.7"));
    for (const char* written : {">699<", ">438<", ">454<", ">2014<", ">2025<"})
        EXPECT_THAT(drawing, HasSubstr(written));
    EXPECT_THAT(drawing, Not(HasSubstr(">572<")));
    EXPECT_THAT(drawing, Not(HasSubstr("nan")));
    EXPECT_EQ(scale_begins(of(norfolk)), 200);
    EXPECT_FALSE(scale_begins(of({"3", "4"}))) << "near nought it begins there";
}

TEST_F(Chart, Its_latest_points_stay_as_they_were_judged_among_all) {
    const auto year_of = [](int year) {
        return FigurePeriod::of_years(PeriodKind::calendar_year, year).number();
    };
    const std::string_view usual[] = {"10", "11", "12"};
    std::vector<PlainFigure> figures;
    for (int year = 1990; year < 2020; ++year)
        figures.push_back({year_of(year), year == 2000 || year == 2015 ? "90" : usual[year % 3]});
    const std::vector<ChartBreak> breaks{{year_of(1995), "Counted otherwise"},
                                         {year_of(2014), "And again"}};
    const auto all = charted(figures, breaks, Polarity::low_is_good);
    const auto latest = latest_of(all, 8);
    ASSERT_EQ(latest.points.size(), 8u);
    ASSERT_EQ(latest.phases.size(), 2u);
    ASSERT_THAT(latest.breaks, SizeIs(1));
    EXPECT_EQ(latest.breaks[0].reason, "And again.");
    EXPECT_EQ(latest.phases[0].begin, 0u);
    EXPECT_EQ(latest.phases[0].end, 2u);
    EXPECT_EQ(latest.phases[1].end, 8u);
    EXPECT_EQ(latest.phases[0].mean, all.phases[1].mean);
    for (std::size_t at = 0; at < 8; ++at)
        EXPECT_EQ(latest.points[at].verdict, all.points[22 + at].verdict);
    EXPECT_EQ(latest_of(all, 30).points.size(), 30u);
}

TEST_F(Chart, Of_one_point_or_of_points_that_are_all_alike_is_drawn_all_the_same) {
    for (const auto& values : {std::vector<std::string>{"5"}, {"5", "5", "5"}, {"0", "0"}}) {
        const auto drawing = drawn(of(values));
        EXPECT_THAT(drawing, Not(HasSubstr("nan")));
        EXPECT_THAT(drawing, Not(HasSubstr("inf")));
    }
    EXPECT_TRUE(spark(of({"5"})).empty());
    EXPECT_FALSE(spark(of(norfolk)).empty());
}

} // namespace
} // namespace openmasa::intelligence
