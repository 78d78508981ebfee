#include "intelligence/indicators/revisions.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

Moment moment(int day) {
    return Moment{std::chrono::days{20'000 + day}};
}
SeriesFigure holds(std::int64_t period, std::string value) {
    SeriesFigure figure{.period = period, .text = {.value = std::move(value)}};
    figure.text.numerator = "101";
    figure.text.denominator = "536";
    return figure;
}

TEST(Changes, Come_newest_first_and_twice_where_a_figure_was_changed_twice) {
    const std::vector figures{holds(1, "7"), holds(2, "9"), holds(3, "4")};
    const std::vector<SupersededFigure> superseded{
        {.period = 1, .value = "5", .superseded_at = moment(1), .standing = 1, .by_file = "a.csv"},
        {.period = 1, .value = "6", .superseded_at = moment(2), .by_file = "b.csv"},
        {.period = 2, .value = "x", .superseded_at = moment(2), .by_file = "b.csv"}};
    const auto changes = changes_of(figures, superseded);
    ASSERT_THAT(changes, SizeIs(3));
    EXPECT_EQ(changes[0].period, 2);
    EXPECT_EQ(changes[0].was, "x");
    EXPECT_EQ(changes[0].now, "9");
    EXPECT_EQ(changes[1].was, "6");
    EXPECT_EQ(changes[1].now, "7");
    EXPECT_EQ(changes[2].was, "5 (provisional)");
    EXPECT_EQ(changes[2].now, "6");
    EXPECT_EQ(changes[2].file, "a.csv");
}

TEST(Changes, Say_the_counts_where_only_those_differ) {
    const std::vector figures{holds(1, "18.8")};
    const std::vector<SupersededFigure> superseded{
        {.period = 1, .value = "18.8", .numerator = "100", .denominator = "531"}};
    const auto changes = changes_of(figures, superseded);
    EXPECT_EQ(changes.front().was, "18.8, 100 of 531");
    EXPECT_EQ(changes.front().now, "18.8, 101 of 536");
    EXPECT_THAT(changes_of(figures, {}), IsEmpty());
}

} // namespace
} // namespace openmasa::intelligence
