#include "kernel/statistics/ranking.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::statistics {
namespace {

using testing::ElementsAre;

// The example of Microsoft's page on QUARTILE.INC: the first quartile is 3.5.
constexpr double published[] = {1, 2, 4, 7, 8, 9, 10, 12};

TEST(Ranking, Quartiles_as_spreadsheets_have_them) {
    const auto found = quartiles(published);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->first, 3.5);
    EXPECT_EQ(found->median, 7.5);
    EXPECT_EQ(found->third, 9.25);
    EXPECT_EQ(quantile(published, 0), 1);
    EXPECT_EQ(quantile(published, 1), 12);
}

TEST(Ranking, Of_one_value_every_quartile_is_that_value_and_of_none_there_is_none) {
    constexpr double alone[] = {5};
    EXPECT_EQ(quartiles(alone)->first, 5);
    EXPECT_EQ(quartiles(alone)->third, 5);
    EXPECT_FALSE(quartiles({}));
}

TEST(Ranking, A_quarter_goes_up_to_and_including_its_quartile) {
    const auto bounds = Quartiles{3.5, 7.5, 9.25};
    for (const auto polarity : {Polarity::low_is_good, Polarity::no_judgement}) {
        EXPECT_EQ(quarter_of(3.5, bounds, polarity), 1);
        EXPECT_EQ(quarter_of(3.6, bounds, polarity), 2);
        EXPECT_EQ(quarter_of(9.25, bounds, polarity), 3);
        EXPECT_EQ(quarter_of(12, bounds, polarity), 4);
    }
}

TEST(Ranking, On_a_quartile_the_better_quarter_counts_so_that_the_first_are_in_band_A) {
    const auto bounds = Quartiles{3.5, 7.5, 9.25};
    EXPECT_EQ(quarter_of(9.25, bounds, Polarity::high_is_good), 4);
    EXPECT_EQ(quarter_of(7.5, bounds, Polarity::high_is_good), 3);
    EXPECT_EQ(quarter_of(3.5, bounds, Polarity::high_is_good), 2);
    EXPECT_EQ(quarter_of(3.4, bounds, Polarity::high_is_good), 1);
    constexpr double alike[] = {5, 5, 5, 5};
    for (const auto polarity : {Polarity::high_is_good, Polarity::low_is_good}) {
        EXPECT_EQ(ranks(alike, polarity).front(), 1);
        EXPECT_EQ(band_of(quarter_of(5, *quartiles(alike), polarity), polarity), 'A');
    }
}

TEST(Ranking, The_best_band_is_A_whichever_way_is_better) {
    EXPECT_EQ(band_of(4, Polarity::high_is_good), 'A');
    EXPECT_EQ(band_of(1, Polarity::high_is_good), 'D');
    EXPECT_EQ(band_of(1, Polarity::low_is_good), 'A');
    EXPECT_EQ(band_of(3, Polarity::low_is_good), 'C');
    EXPECT_EQ(band_of(1, Polarity::no_judgement), std::nullopt);
}

TEST(Ranking, Ties_share_the_smaller_place) {
    constexpr double values[] = {7, 3, 7, 9};
    EXPECT_THAT(ranks(values, Polarity::high_is_good), ElementsAre(2, 4, 2, 1));
    EXPECT_THAT(ranks(values, Polarity::low_is_good), ElementsAre(2, 1, 2, 4));
    EXPECT_THAT(ranks(values, Polarity::no_judgement), ElementsAre(2, 4, 2, 1));
    EXPECT_TRUE(ranks({}, Polarity::no_judgement).empty());
}

} // namespace
} // namespace openmasa::statistics
