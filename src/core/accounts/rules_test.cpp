#include "core/accounts/rules.hpp"
#include <gtest/gtest.h>

namespace openmasa::accounts {
namespace {

TEST(Passwords, Length_counts_and_what_is_easy_is_refused) {
    EXPECT_TRUE(password_problems("three unrelated words", "three unrelated words", "a@b").empty());
    for (std::string_view bad :
         {"", "short", "aaaaaaaaaaaaaaaa", "password1234", "chiefconstable99"})
        EXPECT_FALSE(password_problems(bad, bad, "chiefconstable@example.org").empty()) << bad;
    EXPECT_FALSE(password_problems(std::string(201, 'x'), std::string(201, 'x'), "a@b").empty());
}

TEST(Passwords, The_second_must_be_the_same) {
    const auto problems = password_problems("three unrelated words", "three unrelated word", "a@b");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.front().field, "again");
}

TEST(SigningIn, Leads_only_to_our_own_pages) {
    EXPECT_EQ(safe_destination("/actions/1?x=2"), "/actions/1?x=2");
    for (std::string_view bad : {"", "https://example.org", "//example.org", "/\\example.org",
                                 "actions", "/a b", "/sign-out"})
        EXPECT_EQ(safe_destination(bad), "/") << bad;
}

} // namespace
} // namespace openmasa::accounts
