#include "core/access/right.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

struct Zeros : Randomness {
    void fill(unsigned char* bytes, std::size_t count) override {
        std::fill_n(bytes, count, static_cast<unsigned char>(0));
    }
};

Scope somebody(std::vector<Holding> holdings) {
    Zeros zeros;
    Scope scope;
    scope.person = PersonId::make({}, zeros);
    scope.holdings = std::move(holdings);
    return scope;
}

TEST(Right, Is_the_holding_that_grants_what_was_asked_with_what_it_is_held_for) {
    const auto owner = OwnerId::unchecked("01k00000000000000000000000");
    const auto scope = somebody({{Role::agency_lead, owner}, {Role::business_unit, {}}});
    EXPECT_EQ(right_for(scope, Permission::edit_plan), "business_unit");
    EXPECT_EQ(right_for(scope, Permission::update_action),
              "agency_lead 01k00000000000000000000000, business_unit");
    EXPECT_EQ(right_for(scope, Permission::own_account), "own_account");
}

TEST(Right, Of_an_act_is_what_the_router_found_or_all_that_is_held) {
    auto scope = somebody({{Role::business_unit, {}}});
    EXPECT_EQ(right_of(scope), "business_unit");
    scope.right = "link 01k00000000000000000000000";
    EXPECT_EQ(right_of(scope), "link 01k00000000000000000000000");
    EXPECT_EQ(right_of(somebody({})), "own_account");
    EXPECT_EQ(right_of(Scope{}), "anyone");
    Zeros zeros;
    EXPECT_EQ(right_of(command_line_scope({}, zeros)), "command line");
}

} // namespace
} // namespace openmasa
