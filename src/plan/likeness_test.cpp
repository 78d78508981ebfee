#include "plan/likeness.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

double likeness(std::string_view a, std::string_view b) {
    return WordSet(a).likeness(WordSet(b));
}

TEST(Likeness, Is_one_for_the_same_words_in_any_order_case_and_punctuation) {
    EXPECT_DOUBLE_EQ(likeness("Train all schools.", "All schools: train"), 1.0);
}

TEST(Likeness, Is_nothing_for_texts_without_a_common_word) {
    EXPECT_DOUBLE_EQ(likeness("Train all schools", "Publish a guide"), 0.0);
    EXPECT_DOUBLE_EQ(likeness("", ""), 0.0);
}

TEST(Likeness, Is_twice_the_common_words_over_all_words) {
    EXPECT_DOUBLE_EQ(likeness("a b c", "b c d e"), 4.0 / 7.0);
    EXPECT_DOUBLE_EQ(likeness("b c d e", "a b c"), 4.0 / 7.0);
}

} // namespace
} // namespace openmasa::plan
