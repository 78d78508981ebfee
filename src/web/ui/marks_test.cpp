#include "kernel/test_repository.hpp"
#include "web/ui/fixture_test.hpp"
#include "web/ui/marks.hpp"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <regex>

namespace openmasa::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

StandingCounts counts_of(const std::map<Standing, int>& given) {
    StandingCounts counts{};
    for (const auto& [standing, count] : given) count_of(counts, standing) = count;
    return counts;
}

std::string text(const Html& html) {
    return std::string(html.view());
}

std::vector<double> numbers_of(const std::string& svg, const std::string& attribute) {
    std::vector<double> numbers;
    const std::regex shape(" " + attribute + "=\"([-0-9.]+)%\"");
    for (std::sregex_iterator at(svg.begin(), svg.end(), shape), end; at != end; ++at) {
        numbers.push_back(std::stod((*at)[1]));
    }
    return numbers;
}

/// The pieces of the drawn first page that the pattern finds, in our words.
std::vector<std::string> drawn(const std::string& pattern) {
    std::ifstream file(in_repository("../shared/design/home.html"), std::ios::binary);
    std::string page(std::istreambuf_iterator<char>(file), {});
    page = std::regex_replace(page, std::regex("on track"), "in progress");
    page = std::regex_replace(page, std::regex("On track"), "In progress");
    const std::regex wanted(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator at(page.begin(), page.end(), wanted), end; at != end; ++at) {
        found.push_back(at->str());
    }
    return found;
}

TEST(StandingTag, Has_its_word_and_its_class) {
    EXPECT_EQ(text(standing_tag(Standing::in_progress)),
              R"(<strong class="govuk-tag om-tag om-tag--on-track">In progress</strong>)");
    EXPECT_EQ(text(standing_tag(Standing::unproven)),
              R"(<strong class="govuk-tag om-tag om-tag--unproven">Done, no evidence</strong>)");
}

TEST(StandingTag, Every_standing_has_a_word_and_a_class_of_its_own) {
    std::map<std::string, int> tags;
    std::map<std::string_view, int> said;
    for (const auto standing : standings_in_bars) {
        ++tags[text(standing_tag(standing))];
        ++said[spoken(standing)];
    }
    EXPECT_EQ(tags.size(), 8u);
    EXPECT_EQ(said.size(), 8u);
}

TEST(EvidenceMark, Counts_the_pieces_and_says_what_they_are) {
    EXPECT_THAT(
        text(evidence_mark(Standing::done, 2)),
        HasSubstr("</svg>2<span class=\"govuk-visually-hidden\"> pieces of evidence</span>"));
    EXPECT_THAT(text(evidence_mark(Standing::late, 1)), HasSubstr("> piece of evidence<"));
    EXPECT_THAT(text(evidence_mark(Standing::late, 1)), HasSubstr("om-ev--some"));
}

TEST(EvidenceMark, None_is_a_dash_while_the_work_goes_on) {
    for (const auto standing : {Standing::not_started, Standing::in_progress, Standing::at_risk,
                                Standing::late, Standing::stopped}) {
        EXPECT_EQ(text(evidence_mark(standing, 0)),
                  R"(<span class="om-ev om-ev--none"><span aria-hidden="true">&ndash;</span>)"
                  R"(<span class="govuk-visually-hidden">None yet</span></span>)");
    }
}

TEST(EvidenceMark, None_is_missing_where_nothing_shows_that_it_was_done) {
    const auto mark = text(evidence_mark(Standing::unproven, 0));
    EXPECT_THAT(mark, HasSubstr("om-ev--missing"));
    EXPECT_THAT(mark, HasSubstr("</svg>None</span>"));
}

TEST(StandingText, Is_one_word_for_downloads_and_words_for_people) {
    EXPECT_EQ(to_text(Standing::in_progress), "in_progress");
    EXPECT_EQ(spoken(Standing::in_progress), "In progress");
    EXPECT_EQ(to_text(Standing::unproven), "unproven");
}

TEST(StandingChart, Draws_what_the_design_draws) {
    const auto charts = drawn("<svg class=\"om-bar-chart\".*?</svg>");
    if (charts.empty()) GTEST_SKIP() << "../shared/design/home.html is not there";
    using enum Standing;
    const std::vector<std::map<Standing, int>> priorities{
        {{done, 1}, {in_progress, 4}, {at_risk, 1}, {not_started, 3}, {stopped, 1}},
        {{done, 1}, {in_progress, 1}, {at_risk, 1}, {late, 1}},
        {{done, 6}, {unproven, 2}, {in_progress, 3}, {at_risk, 2}, {late, 3}, {not_started, 5}},
        {{in_progress, 2}, {not_started, 2}},
        {{in_progress, 11}, {at_risk, 1}, {not_started, 1}},
        {{done, 8},
         {unproven, 2},
         {in_progress, 21},
         {at_risk, 5},
         {late, 4},
         {not_started, 11},
         {stopped, 1}}};
    ASSERT_EQ(charts.size(), priorities.size());
    for (std::size_t at = 0; at < charts.size(); ++at) {
        const auto bar = standing_chart(counts_of(priorities[at]));
        fixture::expect_same_markup("bar " + std::to_string(at + 1), charts[at], bar.view());
    }
}

TEST(StandingChart, Says_its_counts_in_words) {
    const auto bar = standing_chart(counts_of({{Standing::late, 1}, {Standing::unproven, 2}}));
    EXPECT_THAT(text(bar), HasSubstr("role=\"img\" "
                                     "aria-label=\"3 actions: 2 done without evidence, 1 late\""));
    EXPECT_THAT(text(standing_chart(counts_of({{Standing::done, 1}}))),
                HasSubstr("aria-label=\"1 action: 1 done\""));
}

TEST(StandingChart, Of_no_actions_says_so_and_draws_nothing) {
    EXPECT_EQ(text(standing_chart(StandingCounts{})),
              R"(<svg class="om-bar-chart" role="img" aria-label="0 actions"></svg>)");
}

TEST(StandingChart, One_of_thousands_is_still_seen) {
    const auto bar = text(standing_chart(counts_of({{Standing::done, 100'000},
                                                    {Standing::late, 1},
                                                    {Standing::not_started, 1},
                                                    {Standing::stopped, 1}})));
    const auto starts = numbers_of(bar, "x"), widths = numbers_of(bar, "width");
    ASSERT_EQ(widths.size(), 4u);
    for (std::size_t at = 0; at < widths.size(); ++at) {
        EXPECT_GE(widths[at], 0.7);
        const double next = at + 1 < starts.size() ? starts[at + 1] : 100;
        EXPECT_LT(starts[at] + widths[at], next);
    }
}

TEST(StandingKey, Is_the_key_that_the_design_draws) {
    const auto keys = drawn("<ul class=\"om-key\"[^]*?</ul>");
    if (keys.empty()) GTEST_SKIP() << "../shared/design/home.html is not there";
    auto key = text(standing_key());
    const auto blocked = key.find("om-seg--blocked"); // it came after the drawing
    const auto start = key.rfind("<li>", blocked), end = key.find("</li>", blocked) + 6;
    key.erase(start, end - start);
    fixture::expect_same_markup("key", keys.front(), key);
}

TEST(StandingKey, Names_every_standing_once) {
    auto key = text(standing_key());
    for (const auto standing : standings_in_bars) {
        const auto entry = "</svg>" + std::string(spoken(standing)) + "</li>";
        ASSERT_THAT(key, HasSubstr(entry));
        key.erase(key.find(entry), entry.size());
        EXPECT_THAT(key, Not(HasSubstr(entry)));
    }
}

} // namespace
} // namespace openmasa::ui
