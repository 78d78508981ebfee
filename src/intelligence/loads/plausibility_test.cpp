#include "intelligence/loads/test_loading.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Rates and percentages of twelve authorities and of England, by the rules alone.
class Plausibility : public testing::Test {
protected:
    Plausibility() {
        reading.indicators.push_back({.source = Source::own,
                                      .code = "rate",
                                      .title = "Rate <b>",
                                      .theme = "Theme",
                                      .measure = Measure::rate,
                                      .multiplier = 10000,
                                      .decimals = 1});
    }
    struct Says {
        AreaNumber area = 1;
        std::int64_t year = 2024;
        AreaLevel level = AreaLevel::upper_tier;
        std::string_view trend{};
    };
    void add(std::string_view value, Says says, FigureView text = {}, std::uint32_t indicator = 0) {
        text.value = value;
        const auto period =
            FigurePeriod::of_years(PeriodKind::financial_year, int(says.year)).number();
        reading.areas.resize(100);
        reading.figures.push_back({.line = int(reading.figures.size()) + 2,
                                   .indicator = indicator,
                                   .area = std::uint32_t(says.area),
                                   .period = period,
                                   .text = text,
                                   .trend = says.trend});
        candidates.push_back({.at = reading.figures.size() - 1,
                              .indicator = indicator + 1,
                              .place = {.area = says.area, .period = period},
                              .level = says.level,
                              .number = read_figure(value)->number});
    }
    void judged() {
        std::ranges::sort(candidates, {}, [](const Candidate& one) {
            return std::tuple(one.indicator, one.place, one.at);
        });
        judge({.reading = reading, .candidates = candidates, .doubts = doubts});
    }
    std::vector<std::string> refused() {
        judged();
        std::vector<std::string> why;
        for (const auto& one : candidates)
            if (!one.refused.empty()) why.push_back(one.refused);
        return why;
    }

    Reading reading;
    std::vector<Candidate> candidates;
    std::vector<Doubt> doubts;
};

TEST_F(Plausibility, Englands_rate_outside_the_range_of_its_authorities_is_refused) {
    for (int area = 1; area <= 12; ++area) add(std::to_string(20 + area), {.area = area});
    add("240", {.area = 50, .level = AreaLevel::england});
    EXPECT_THAT(refused(), testing::ElementsAre(
                               "England's figure 240 lies outside the range of its 12 authorities, "
                               "21 to 32. It may be a sum of regions."));
}

TEST_F(Plausibility, Englands_rate_within_it_and_a_sum_of_numbers_are_kept) {
    for (int area = 1; area <= 12; ++area) add(std::to_string(20 + area), {.area = area});
    add("25", {.area = 50, .level = AreaLevel::england});
    EXPECT_THAT(refused(), IsEmpty());
    reading.indicators[0].measure = Measure::number;
    candidates.back().number = 318;
    EXPECT_THAT(refused(), IsEmpty());
}

TEST_F(Plausibility, A_symbol_is_in_no_range) {
    for (int area = 1; area <= 12; ++area) add("c", {.area = area});
    add("25", {.area = 50, .level = AreaLevel::england});
    EXPECT_THAT(refused(), IsEmpty());
}

TEST_F(Plausibility, A_percentage_above_100_and_a_count_below_nought_are_refused) {
    add("-1", {});
    EXPECT_THAT(refused(), testing::ElementsAre("A count cannot be below nought."));
    candidates.clear();
    reading.indicators[0].measure = Measure::percentage;
    add("140", {});
    add("100", {.area = 2});
    EXPECT_THAT(refused(), testing::ElementsAre("140% is no share of anything."));
}

TEST_F(Plausibility, More_than_the_whole_cannot_be_a_part_of_it) {
    reading.indicators[0].measure = Measure::percentage;
    add("80", {}, {.value = {}, .numerator = "15", .denominator = "12"});
    EXPECT_THAT(refused(), testing::ElementsAre("15 of 12 cannot be."));
}

TEST_F(Plausibility, A_rate_that_does_not_follow_from_its_own_counts_is_something_to_look_at) {
    add("26.4", {}, {.value = {}, .numerator = "454", .denominator = "171830"});
    add("27.4", {.area = 2}, {.value = {}, .numerator = "454", .denominator = "171830"});
    add("27.4", {.area = 50, .level = AreaLevel::england},
        {.value = {}, .numerator = "450", .denominator = "171830"});
    EXPECT_THAT(refused(), IsEmpty());
    ASSERT_THAT(doubts, SizeIs(1));
    EXPECT_EQ(doubts[0].why, "27.4 was published; 454 of 171,830 is 26.4.");
    EXPECT_EQ(doubts[0].line, 3);
}

TEST_F(Plausibility, A_published_text_is_held_to_its_own_decimals_not_to_those_that_are_shown) {
    add("108.1990147", {}, {.value = {}, .numerator = "14540", .denominator = "1343820"});
    add("108.2990147", {.area = 2}, {.value = {}, .numerator = "14540", .denominator = "1343820"});
    judged();
    ASSERT_THAT(doubts, SizeIs(1)) << "the first follows but for its last digits only if exact";
    EXPECT_EQ(doubts[0].line, 3);
}

TEST_F(Plausibility,
       A_count_that_is_rounded_to_five_may_have_been_up_to_half_of_that_more_or_less) {
    const auto rounded = [](std::string_view count) {
        return FigureView{.rounded_to = 5, .value = {}, .numerator = count, .denominator = "10000"};
    };
    add("102.4", {}, rounded("100"));
    add("97.5", {.area = 2}, rounded("100"));
    add("103.1", {.area = 3}, rounded("100"));
    judged();
    ASSERT_THAT(doubts, SizeIs(1));
    EXPECT_EQ(doubts[0].line, 4);
}

TEST_F(Plausibility,
       Many_doubts_of_one_rule_are_one_with_their_number_and_those_of_all_come_first) {
    for (int area = 1; area <= 30; ++area)
        add("27.4", {.area = area}, {.value = {}, .numerator = "454", .denominator = "171830"});
    judged();
    ASSERT_THAT(doubts, SizeIs(1));
    EXPECT_TRUE(doubts[0].is_of_all);
    EXPECT_EQ(doubts[0].what, "A rate or percentage follows from its own parts");
    EXPECT_THAT(doubts[0].why, HasSubstr("Not so in 30 figures. For example: line 2, "));
    doubts = {{.line = 7, .what = "one"}, {.line = 8, .what = "all", .is_of_all = true}};
    whole_first(doubts);
    EXPECT_EQ(doubts[0].what, "all");
}

TEST_F(Plausibility, Parts_that_cannot_make_the_total_are_something_to_look_at) {
    for (int part = 0; part < 2; ++part) reading.indicators.push_back(reading.indicators[0]);
    for (auto& one : reading.indicators) one.measure = Measure::number;
    reading.parts.push_back({0, {1, 2}});
    add("10", {});
    add("4", {}, {}, 1);
    add("7", {}, {}, 2);
    add("10", {.area = 2});
    add("c", {.area = 2}, {}, 1);
    add("7", {.area = 2}, {}, 2);
    judged();
    ASSERT_THAT(doubts, SizeIs(1));
    EXPECT_EQ(doubts[0].why, "Its parts add up to 11, not 10.");
}

TEST_F(Plausibility, A_label_of_a_trend_that_its_own_figures_deny_is_something_to_look_at) {
    for (int year = 2016; year <= 2020; ++year) {
        const int value = 100 - 5 * (year - 2016);
        static std::vector<std::string> texts;
        texts.reserve(100);
        const auto& text = texts.emplace_back(std::to_string(value));
        const auto& low = texts.emplace_back(std::to_string(value - 2));
        const auto& high = texts.emplace_back(std::to_string(value + 2));
        add(text, {.year = year, .trend = year == 2020 ? "Increasing and getting worse" : ""},
            {.value = {}, .lower = low, .upper = high});
    }
    judged();
    ASSERT_THAT(doubts, SizeIs(1));
    EXPECT_THAT(doubts[0].why, HasSubstr("1 of 1 labels of a recent trend say the opposite"));
}

TEST_F(Plausibility, Every_rule_says_what_it_asks) {
    for (const auto& rule : plausibility_rules()) {
        EXPECT_FALSE(rule.name.empty());
        EXPECT_FALSE(rule.words.empty());
    }
}

} // namespace
} // namespace openmasa::intelligence
