// What the bar and the page "Administration" lead to is there, and is open to those it is shown to.
#include "core/routing/places.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

const Route* route_of(const std::vector<Module>& all, std::string_view href) {
    for (const auto& module : all)
        for (const auto& route : module.routes)
            if (route.method == Method::Get && route.pattern == href) return &route;
    return nullptr;
}

TEST(Places, Of_administration_are_pages_and_ask_for_no_less_than_they_are_shown_for) {
    const auto all = modules();
    for (const auto& group : places::administration())
        for (const auto& place : group.places) {
            const auto* route = route_of(all, place.href);
            ASSERT_TRUE(route) << place.href;
            EXPECT_FALSE(place.about.empty()) << place.href;
            for (auto role : all_roles)
                EXPECT_TRUE(reach(role, place.permission) == Reach::none ||
                            reach(role, route->permission) != Reach::none)
                    << place.href << " is shown to " << to_text(role);
        }
}

TEST(Places, The_bar_shows_each_person_what_they_may_open) {
    Program program;
    const auto home = [&](const Scope& who) { return program.get(&who, "/").body; };
    EXPECT_THAT(home(program.test.unit), HasSubstr("href=\"/administration\""));
    EXPECT_THAT(home(program.test.reader), Not(HasSubstr("href=\"/administration\"")));
    EXPECT_THAT(home(program.test.outsider), Not(HasSubstr("href=\"/plans\"")));
    EXPECT_EQ(program.get(&program.test.outsider, "/administration").status, 404);
}

TEST(Places, A_page_is_found_under_one_place_of_the_bar) {
    EXPECT_EQ(places::bar_place_of("/"), "/");
    EXPECT_EQ(places::bar_place_of("/actions/1"), "/plans");
    EXPECT_EQ(places::bar_place_of("/plans"), "/plans");
    EXPECT_EQ(places::bar_place_of("/plansandmore"), "");
    EXPECT_EQ(places::bar_place_of("/clocks/due"), "/clocks");
    EXPECT_EQ(places::bar_place_of("/help"), "");
}

} // namespace
} // namespace openmasa
