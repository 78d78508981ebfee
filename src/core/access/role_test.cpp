#include "core/access/role.hpp"
#include "core/access/scope.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

const auto mine = OwnerId::unchecked("0000000000000000000000000a");
const auto other = OwnerId::unchecked("0000000000000000000000000b");

Scope holding(Role role, std::optional<OwnerId> owner = {}) {
    Scope scope;
    scope.holdings = {{role, owner}};
    return scope;
}

TEST(Reach, Within_ends_at_what_the_role_is_held_for) {
    for (auto role : {Role::group_chair, Role::group_member, Role::agency_lead}) {
        const auto scope = holding(role, mine);
        EXPECT_TRUE(scope.may(Permission::update_action));
        EXPECT_TRUE(scope.may(Permission::update_action, mine));
        EXPECT_FALSE(scope.may(Permission::update_action, other));
        EXPECT_FALSE(scope.may(Permission::update_action, std::nullopt));
        EXPECT_EQ(scope.acts_for(Permission::update_action), std::vector{mine});
        EXPECT_TRUE(scope.acts_for(Permission::read_plan).empty());
    }
}

TEST(Reach, A_practitioner_of_an_agency_reads_and_no_more) {
    const auto scope = holding(Role::practitioner, mine);
    EXPECT_TRUE(scope.may(Permission::read_plan, other));
    EXPECT_FALSE(scope.may(Permission::update_action, mine));
}

TEST(Reach, Only_the_administrator_administers_and_only_that) {
    for (auto role : all_roles)
        EXPECT_EQ(reach(role, Permission::administer) == Reach::everywhere,
                  role == Role::administrator)
            << to_text(role);
    const auto scope = holding(Role::administrator);
    EXPECT_FALSE(scope.may(Permission::edit_plan));
    EXPECT_FALSE(scope.may(Permission::update_action, mine));
}

TEST(Reach, Only_a_role_that_is_held_within_something_reaches_within_it) {
    for (auto role : all_roles)
        for (auto permission : all_permissions)
            EXPECT_TRUE(is_held_within(role) || reach(role, permission) != Reach::within)
                << to_text(role) << " " << to_text(permission);
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
    EXPECT_FALSE(from_text("emperor", role));
}

TEST(Roles, Each_has_words_for_people) {
    for (auto role : all_roles) EXPECT_FALSE(spoken(role).empty());
    for (auto permission : all_permissions) EXPECT_FALSE(spoken(permission).empty());
}

TEST(Roles, The_command_line_may_everything) {
    struct Zeros : Randomness {
        void fill(unsigned char* bytes, std::size_t count) override {
            std::fill_n(bytes, count, 0);
        }
    } zeros;
    const auto scope = command_line_scope(Moment{}, zeros);
    for (auto permission : all_permissions)
        EXPECT_EQ(scope.may(permission), permission != Permission::own_account)
            << to_text(permission);
}

TEST(Roles, Are_spoken_in_the_partnerships_words) {
    const terms::LocalWord local[] = {
        {terms::Word::agency, "organisation", "organisations", {}, {}},
        {terms::Word::business_unit, "MASA team", "MASA teams", {}, {}},
        {terms::Word::plan, "annual roadmap", "annual roadmaps", {}, {}}};
    const terms::Words words(local, day(2026, 1, 22));
    EXPECT_EQ(spoken(Role::agency_lead, words), "Organisation lead");
    EXPECT_EQ(spoken(Role::business_unit, words), "MASA team");
    EXPECT_EQ(spoken(Permission::import_plan, words), "import an annual roadmap from Word");
    EXPECT_EQ(spoken(Role::agency_lead), "Agency lead");
    for (const auto permission : all_permissions)
        EXPECT_EQ(spoken(permission).find('['), std::string::npos) << spoken(permission);
}

} // namespace
} // namespace openmasa
