#include "kernel/text.hpp"
#include <gtest/gtest.h>
#include <random>

namespace openmasa {
namespace {

TEST(Trimmed, Loses_white_space_at_both_ends_only) {
    EXPECT_EQ(trimmed(" \t\r\n a  b \v\f"), "a  b");
    EXPECT_EQ(trimmed(" \n "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Lower, Changes_ascii_letters_only) {
    EXPECT_EQ(lower("A-Z \u00C9"), "a-z \u00C9");
}

TEST(StartsWith, Ignores_case) {
    EXPECT_TRUE(starts_with_ignoring_case("Objective, cont.", "OBJECTIVE"));
    EXPECT_TRUE(starts_with_ignoring_case("x", ""));
    EXPECT_FALSE(starts_with_ignoring_case("Obj", "Objective"));
    EXPECT_FALSE(starts_with_ignoring_case("Action", "Objective"));
}

TEST(OneLine, Makes_runs_of_white_space_one_space) {
    EXPECT_EQ(one_line("  a \t\r\n b\u00A0\u00A0c \u00A0"), "a b c");
    EXPECT_EQ(one_line("\u00A0"), "");
    EXPECT_EQ(one_line("\xC2"), "\xC2");
}

TEST(Split, Keeps_empty_parts) {
    EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Join, Puts_the_words_between) {
    EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
    EXPECT_EQ(join({"a"}, ", "), "a");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(Cleaned, Keeps_text_tabs_and_lines) {
    EXPECT_EQ(cleaned("a\tb\nc \u00E9\u2013\U0001F600"), "a\tb\nc \u00E9\u2013\U0001F600");
}

TEST(Cleaned, Makes_every_line_end_a_line_feed) {
    EXPECT_EQ(cleaned("a\r\nb\rc\n\r\n"), "a\nb\nc\n\n");
}

TEST(Cleaned, Loses_control_characters) {
    EXPECT_EQ(cleaned(std::string_view("a\0b\x1B[1m\x7F\u0085z", 11)), "ab[1mz");
}

TEST(Cleaned, Replaces_what_is_not_utf_8) {
    EXPECT_EQ(cleaned("a\xFFz"), "a\uFFFDz");
    EXPECT_EQ(cleaned("\xC0\xAF"), "\uFFFD\uFFFD");
    EXPECT_EQ(cleaned("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(cleaned("\xE2\x80"), "\uFFFD\uFFFD");
    EXPECT_EQ(cleaned("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(Cleaned, Leaves_clean_text_as_it_is) {
    std::mt19937 numbers{7};
    for (int round = 0; round < 10'000; ++round) {
        std::string bytes(numbers() % 12, ' ');
        for (char& byte : bytes) byte = char(numbers());
        const auto clean = cleaned(bytes);
        EXPECT_EQ(cleaned(clean), clean);
        EXPECT_EQ(clean.find('\r'), clean.npos);
    }
}

TEST(Shortened, Leaves_what_fits) {
    EXPECT_EQ(shortened("audit", 5), "audit");
}

TEST(Shortened, Cuts_before_a_character_and_says_so) {
    EXPECT_EQ(shortened("audit tool", 8), "audit to\u2026");
    EXPECT_EQ(shortened("audit tool", 6), "audit\u2026");
    EXPECT_EQ(shortened("caf\u00E9s", 4), "caf\u2026");
    EXPECT_EQ(shortened("\u00E9", 1), "\u2026");
}

TEST(Counted, Has_its_plural) {
    EXPECT_EQ(counted(1, "action"), "1 action");
    EXPECT_EQ(counted(0, "action"), "0 actions");
    EXPECT_EQ(counted(2, "priority", "priorities"), "2 priorities");
    EXPECT_EQ(counted(1, "priority", "priorities"), "1 priority");
}

} // namespace
} // namespace openmasa
