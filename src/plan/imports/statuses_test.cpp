#include "plan/imports/statuses.hpp"
#include <gtest/gtest.h>

namespace openmasa::imports {
namespace {

TEST(Statuses, Are_understood_as_people_write_them) {
    EXPECT_EQ(status_of_words("Green"), Status::in_progress);
    EXPECT_EQ(status_of_words("G"), Status::in_progress);
    EXPECT_EQ(status_of_words("Amber \u2013 awaiting data"), Status::at_risk);
    EXPECT_EQ(status_of_words("RED"), Status::at_risk);
    EXPECT_EQ(status_of_words("Blue (complete)"), Status::done);
    EXPECT_EQ(status_of_words("Not yet started"), Status::not_started);
    EXPECT_EQ(status_of_words("No longer needed"), Status::stopped);
}

TEST(Statuses, The_first_word_that_names_one_holds) {
    EXPECT_EQ(status_of_words("Completed, was red"), Status::done);
    EXPECT_EQ(status_of_words("Amber, to be completed in May"), Status::at_risk);
    EXPECT_EQ(status_of_words("Not complete"), Status::in_progress);
    EXPECT_EQ(status_of_words("Not on track"), Status::at_risk);
}

TEST(Statuses, Words_that_name_none_give_none) {
    EXPECT_EQ(status_of_words(""), std::nullopt);
    EXPECT_EQ(status_of_words("Referred to the board"), std::nullopt);
    EXPECT_EQ(status_said_alone("Complete by spring"), std::nullopt);
    EXPECT_EQ(status_said_alone("Complete."), Status::done);
}

TEST(Statuses, Colours_are_read_and_shades_of_grey_are_not) {
    EXPECT_EQ(status_of_colour("00B050"), Status::in_progress);
    EXPECT_EQ(status_of_colour("92D050"), Status::in_progress);
    EXPECT_EQ(status_of_colour("FFC000"), Status::at_risk);
    EXPECT_EQ(status_of_colour("FF0000"), Status::at_risk);
    EXPECT_EQ(status_of_colour("0070C0"), Status::done);
    EXPECT_EQ(status_of_colour("D9D9D9"), std::nullopt);
    EXPECT_EQ(status_of_colour(""), std::nullopt);
    EXPECT_EQ(status_of_colour("zzzzzz"), std::nullopt);
}

} // namespace
} // namespace openmasa::imports
