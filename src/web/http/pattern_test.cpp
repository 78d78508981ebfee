#include "web/http/pattern.hpp"
#include <gtest/gtest.h>

namespace openmasa::http {
namespace {

TEST(Pattern, Plain_text_matches_itself_only) {
    EXPECT_TRUE(match("/", "/"));
    EXPECT_TRUE(match("/actions", "/actions"));
    EXPECT_FALSE(match("/actions", "/Actions"));
    EXPECT_FALSE(match("/actions", "/action"));
    EXPECT_FALSE(match("/actions", "/actions/1"));
    EXPECT_FALSE(match("/actions/new", "/actions"));
    EXPECT_FALSE(match("/actions", "/"));
    EXPECT_FALSE(match("/", "/actions"));
}

TEST(Pattern, A_part_in_braces_is_captured_by_name) {
    const auto captures = match("/plans/{plan}/actions/{id}", "/plans/2025-26/actions/a 7");
    ASSERT_TRUE(captures);
    EXPECT_EQ(captures->size(), 2u);
    EXPECT_EQ((*captures)["plan"], "2025-26");
    EXPECT_EQ((*captures)["id"], "a 7");
    EXPECT_EQ((*captures)["other"], "");
}

TEST(Pattern, A_capture_is_one_part_and_never_empty) {
    EXPECT_TRUE(match("/actions/{id}/progress", "/actions/7/progress"));
    EXPECT_FALSE(match("/actions/{id}/progress", "/actions/7/8/progress"));
    EXPECT_FALSE(match("/actions/{id}/progress", "/actions//progress"));
    EXPECT_FALSE(match("/actions/{id}", "/actions/"));
    EXPECT_FALSE(match("/{id}", "/"));
}

TEST(Pattern, A_slash_at_the_end_does_not_match) {
    EXPECT_FALSE(match("/actions", "/actions/"));
    EXPECT_FALSE(match("/actions/{id}", "/actions/7/"));
    EXPECT_FALSE(match("/", "//"));
}

TEST(Pattern, A_path_without_a_slash_at_its_start_matches_nothing) {
    EXPECT_FALSE(match("/actions", ""));
    EXPECT_FALSE(match("/{id}", "actions"));
    EXPECT_FALSE(match("/", "x"));
}

TEST(Pattern, A_path_may_hold_braces) {
    EXPECT_FALSE(match("/actions", "/{actions}"));
    EXPECT_EQ((*match("/{id}", "/{id}"))["id"], "{id}");
}

TEST(Pattern, What_is_well_formed_is_known_when_compiling) {
    static_assert(is_pattern("/"));
    static_assert(is_pattern("/actions/{id}/progress"));
    static_assert(is_pattern("/{a}/{b}/{c}/{d}/{e}/{f}"));
    static_assert(!is_pattern("/{a}/{b}/{c}/{d}/{e}/{f}/{g}"));
    static_assert(!is_pattern("") && !is_pattern("actions") && !is_pattern("/actions/"));
    static_assert(!is_pattern("//") && !is_pattern("/a//b"));
    static_assert(!is_pattern("/{}") && !is_pattern("/{a") && !is_pattern("/a}"));
    static_assert(!is_pattern("/a{b}") && !is_pattern("/{a}{b}"));
    EXPECT_TRUE(is_pattern("/actions/{id}"));
}

} // namespace
} // namespace openmasa::http
