#include "plan/imports/wording.hpp"
#include <gtest/gtest.h>

namespace openmasa::imports {
namespace {

TEST(Wording, Is_compared_without_punctuation_and_case) {
    EXPECT_EQ(normalised("Target Date (by when?)"), "target date by when");
    EXPECT_EQ(normalised("Children\u2019s lead \u2013 school"), "childrens lead school");
    EXPECT_EQ(normalised("Children's"), normalised("Children\u2019s"));
    EXPECT_TRUE(starts_with_phrase("Action owner", "action"));
    EXPECT_FALSE(starts_with_phrase("Actionable", "action"));
}

TEST(Wording, Tells_a_continuation_from_a_word) {
    EXPECT_TRUE(says_continued("Prevent, cont."));
    EXPECT_TRUE(says_continued("Prevent (continued)"));
    EXPECT_TRUE(says_continued("Prevent - continued"));
    EXPECT_TRUE(says_continued("Prevent cont'd"));
    EXPECT_FALSE(says_continued("Support is continued"));
    EXPECT_EQ(without_continued("Prevent, cont."), "Prevent");
    EXPECT_EQ(without_continued("Prevent"), "Prevent");
}

TEST(Wording, Of_a_title_is_one_line_and_short) {
    EXPECT_EQ(as_title("Development:\nof it"), "Development");
    const std::string sentence = "Scope the work with every partner.";
    EXPECT_EQ(as_title(sentence + " " + std::string(200, 'x')), sentence);
    EXPECT_LE(as_title(std::string(500, 'x')).size(), 163u);
}

TEST(Wording, Counts_in_words_up_to_ten) {
    EXPECT_EQ(spelled(2), "Two");
    EXPECT_EQ(spelled(11), "11");
}

} // namespace
} // namespace openmasa::imports
