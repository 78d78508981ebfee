#include "core/rights/why.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::rights {
namespace {

using testing::HasSubstr;

const auto mine = OwnerId::unchecked("0000000000000000000000000a");
const auto other = OwnerId::unchecked("0000000000000000000000000b");
const HeldRole lead{{Role::agency_lead, mine}, "Norfolk Constabulary"};

TEST(Why, The_role_that_allows_it_is_named) {
    const auto answer = why({{{Role::analyst, {}}, ""}, lead}, Permission::update_action,
                            AboutRecord{.reference = "VA 1", .owner = mine});
    EXPECT_TRUE(answer.may);
    EXPECT_THAT(answer.because.front(), HasSubstr("Agency lead of Norfolk Constabulary may"));
}

TEST(Why, A_right_that_ends_at_an_agency_says_so) {
    const auto answer =
        why({lead}, Permission::update_action, AboutRecord{.reference = "FF 1", .owner = other});
    EXPECT_FALSE(answer.may);
    EXPECT_THAT(answer.because.front(),
                HasSubstr("only for what Norfolk Constabulary answers for"));
}

TEST(Why, Roles_that_do_not_allow_it_are_listed) {
    const auto answer = why({{{Role::analyst, {}}, ""}}, Permission::edit_plan, {});
    EXPECT_FALSE(answer.may);
    EXPECT_THAT(answer.because.front(), HasSubstr("They are: Analyst."));
    EXPECT_THAT(why({}, Permission::edit_plan, {}).because.front(), HasSubstr("no role"));
}

TEST(Why, A_restriction_comes_before_every_role) {
    AboutRecord record{.reference = "VA 1", .owner = mine, .sight = restriction::Sight::hidden};
    auto answer = why({lead}, Permission::read_plan, record);
    EXPECT_FALSE(answer.may);
    EXPECT_THAT(answer.because.front(), HasSubstr("not named as a reader"));
    record.denied = true;
    EXPECT_THAT(why({lead}, Permission::read_plan, record).because.front(),
                HasSubstr("may not read it"));
    record.sight = restriction::Sight::named;
    answer = why({lead}, Permission::read_plan, record);
    EXPECT_TRUE(answer.may);
    EXPECT_THAT(answer.because.back(), HasSubstr("named as a reader"));
}

TEST(Why, Says_yes_exactly_where_the_scope_does) {
    for (const auto role : all_roles)
        for (const auto permission : all_permissions) {
            if (permission == Permission::anyone || permission == Permission::own_account) continue;
            const auto owner = is_held_within(role) ? std::optional(mine) : std::nullopt;
            Scope scope;
            scope.holdings = {{role, owner}};
            for (const auto& asked :
                 {std::optional(mine), std::optional(other), std::optional<OwnerId>()})
                EXPECT_EQ(why({{{role, owner}, "X"}}, permission,
                              AboutRecord{.reference = "VA 1", .owner = asked})
                              .may,
                          scope.may(permission, asked))
                    << to_text(role) << " " << to_text(permission);
        }
}

TEST(Why, A_role_on_one_record_says_what_it_allows_there) {
    Holding held{.role = Role::group_member, .owner = {}};
    held.record = Record{"section", "s"};
    held.reached = {"s", "a1"};
    const std::vector<HeldRole> roles{{held, "Priority VA"}};
    const auto there =
        why(roles, Permission::update_action, AboutRecord{.reference = "VA 1", .id = "a1"});
    EXPECT_TRUE(there.may);
    EXPECT_THAT(there.because.front(), HasSubstr("Group member on Priority VA may record"));
    const auto elsewhere =
        why(roles, Permission::read_plan, AboutRecord{.reference = "FF 1", .id = "b1"});
    EXPECT_FALSE(elsewhere.may);
    EXPECT_THAT(elsewhere.because.front(), HasSubstr("FF 1 is not part of it"));
    EXPECT_FALSE(why(roles, Permission::read_agencies, {}).may);
}

TEST(Why, Says_yes_exactly_where_the_scope_does_for_single_records_and_seats) {
    for (const auto role : all_roles)
        for (const auto permission : {Permission::read_plan, Permission::update_action,
                                      Permission::edit_plan, Permission::read_agencies})
            for (const auto& asked : {std::string("a"), std::string("b")}) {
                Holding on_one{.role = role, .owner = {}};
                on_one.record = Record{"action", "a"};
                on_one.reached = {"a"};
                Holding seat{.role = role, .owner = other, .group = mine};
                for (const auto& held : {on_one, seat}) {
                    Scope scope;
                    scope.holdings = {held};
                    EXPECT_EQ(why({{held, "X"}}, permission,
                                  AboutRecord{.reference = "VA 1", .owner = mine, .id = asked})
                                  .may,
                              scope.may(permission, mine, asked))
                        << to_text(role) << " " << to_text(permission);
                }
            }
}

} // namespace
} // namespace openmasa::rights
