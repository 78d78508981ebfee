#include "core/access/rules.hpp"
#include "core/access/scope.hpp"
#include <gtest/gtest.h>

namespace openmasa::access {
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

TEST(Roles, An_action_owner_updates_only_their_own) {
    const auto mine = OwnerId::unchecked("0000000000000000000000000a");
    const auto other = OwnerId::unchecked("0000000000000000000000000b");
    Scope scope;
    scope.holdings = {{Role::action_owner, mine}};
    EXPECT_TRUE(scope.may(Permission::update_action, mine));
    EXPECT_FALSE(scope.may(Permission::update_action, other));
    EXPECT_FALSE(scope.may(Permission::update_action, std::nullopt));
    EXPECT_FALSE(scope.may(Permission::edit_plan));
}

TEST(Roles, An_outsider_may_nothing_but_see_their_account) {
    Scope scope;
    scope.account = AccountId{};
    for (auto permission : all_permissions)
        EXPECT_EQ(scope.may(permission),
                  permission == Permission::anyone || permission == Permission::own_account);
}

TEST(Roles, Every_role_reads_back_from_its_text) {
    for (auto role : all_roles) {
        Role read{};
        EXPECT_TRUE(from_text(to_text(role), role));
        EXPECT_TRUE(from_text(to_text(role), read));
        EXPECT_EQ(read, role);
    }
    Role role{};
    EXPECT_TRUE(from_text("business-unit", role));
    EXPECT_FALSE(from_text("administrator", role));
}

} // namespace
} // namespace openmasa::access
