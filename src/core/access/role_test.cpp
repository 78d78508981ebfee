#include "core/access/scope.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

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
} // namespace openmasa
