#include "plan/plans/module.hpp"
#include "plan/plans/views.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>

namespace openmasa::plans {
namespace {

using plan::TestPlan;
using testing::HasSubstr;
using testing::Not;

std::string page_at(TestPlan& test, const std::string& path) {
    const auto response = test.get(module(), test.reader, path);
    EXPECT_EQ(response.status, 200) << path;
    return response.body;
}

std::string location(const http::Response& response) {
    for (const auto& header : response.headers)
        if (header.name == "Location") return header.value;
    return {};
}

TEST(Plans, The_only_plan_is_opened_at_once) {
    TestPlan test;
    const auto response = test.get(module(), test.reader, "/plans");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location(response), "/plans/" + test.plan.id.str());
}

TEST(Plans, An_edition_that_has_ended_does_not_stand_between_and_all_are_a_step_away) {
    TestPlan test;
    auto older = test.add_another_plan("Business plan 2021 to 2022").plan;
    test.in_one_transaction([&] {
        older.period = "2021-22";
        ++older.version;
        plan::save_plan(test.db, test.unit, older);
    });
    EXPECT_EQ(location(test.get(module(), test.reader, "/plans")), "/plans/" + test.plan.id.str());
    EXPECT_THAT(page_at(test, "/plans/" + test.plan.id.str() + "/priorities"),
                HasSubstr("href=\"/plans?all=yes\">All plans</a>"));
    EXPECT_THAT(page_at(test, "/plans?all=yes"), HasSubstr("2 plans."));
}

TEST(Plans, Are_listed_by_what_they_are_and_say_which_goes_on) {
    TestPlan test;
    auto newer = test.add_another_plan("Coast <b>&").plan;
    auto workforce = test.add_another_plan("People").plan;
    test.in_one_transaction([&] {
        newer.follows = test.plan.id;
        newer.type = plan::PlanType::locality;
        workforce.type = plan::PlanType::workforce;
        for (auto* plan : {&newer, &workforce}) {
            ++plan->version;
            plan::save_plan(test.db, test.unit, *plan);
        }
    });
    const auto page = page_at(test, "/plans");
    EXPECT_LT(page.find("id=\"type-business\""), page.find("id=\"type-locality\""));
    EXPECT_LT(page.find("id=\"type-locality\""), page.find("id=\"type-workforce\""));
    EXPECT_EQ(page.find("id=\"type-strategy\""), page.npos);
    EXPECT_THAT(page, HasSubstr("Followed by a newer edition"));
    EXPECT_THAT(page, HasSubstr("Coast &lt;b&gt;&amp;"));
}

TEST(Plans, A_plan_opens_at_its_actions) {
    TestPlan test;
    const auto path = "/plans/" + test.plan.id.str();
    EXPECT_EQ(location(test.get(module(), test.reader, path)), path + "/actions");
}

TEST(Plans, Several_plans_are_listed_with_their_counts) {
    TestPlan test;
    const auto first = test.plan.id;
    test.in_one_transaction([&] {
        test.plan.id = test.unit.new_id<plan::PlanId>();
        plan::add_plan(test.db, test.unit, test.plan);
    });
    const auto page = page_at(test, "/plans");
    EXPECT_THAT(page, HasSubstr("2 plans."));
    EXPECT_THAT(page, HasSubstr("/plans/" + first.str() + "/actions\">11</a>"));
    EXPECT_THAT(page, HasSubstr("Business plan &lt;b&gt;&amp; 2025 to 2026"));
}

TEST(Plans, With_none_it_says_so_and_offers_the_import_to_who_may) {
    AllPlans none;
    EXPECT_THAT(std::string(plans_view(none).view()), HasSubstr("No plan has been saved yet."));
    EXPECT_THAT(std::string(plans_view(none).view()), Not(HasSubstr("/plans/import")));
    none.may_import = true;
    EXPECT_THAT(std::string(plans_view(none).view()), HasSubstr("/plans/import"));
}

TEST(Plans, Priorities_show_owner_chair_difference_and_objectives) {
    TestPlan test;
    const auto page = page_at(test, "/plans/" + test.plan.id.str() + "/priorities");
    EXPECT_THAT(page, HasSubstr("/owners/" + test.constabulary.str() +
                                "\">Norfolk Constabulary &lt;b&gt;&amp;</a></b>"));
    EXPECT_THAT(page, HasSubstr("Chair <b>Chief Constable</b>"));
    EXPECT_THAT(page, HasSubstr("<li>Children are safer &lt;b&gt;&amp;</li>"));
    EXPECT_THAT(page, HasSubstr("The plan does not say."));
    EXPECT_THAT(page, HasSubstr("Prevent &lt;b&gt;&amp;</a> <span class=\"om-quiet\">6 actions"));
    EXPECT_THAT(page, HasSubstr("No owner"));
}

TEST(Plans, Editions_say_what_left_the_plan_and_why) {
    TestPlan test;
    const auto page = page_at(test, "/plans/" + test.plan.id.str() + "/editions");
    EXPECT_THAT(page, HasSubstr("Count the leaflets"));
    EXPECT_THAT(page, HasSubstr("Not in the edition of December 2025"));
    EXPECT_THAT(page, HasSubstr("This plan did not come from a document."));
}

TEST(Plans, Silent_actions_are_as_many_as_their_number_says) {
    TestPlan test;
    const auto page = page_at(test, "/plans/" + test.plan.id.str() + "/without-update");
    EXPECT_THAT(page, HasSubstr("5 open actions with nothing recorded since 22 October 2025."));
    EXPECT_THAT(page, HasSubstr("VA 1"));
    EXPECT_THAT(page, Not(HasSubstr("VA 2")));
}

TEST(Plans, A_priority_shows_its_objectives_with_their_actions) {
    TestPlan test;
    const auto page = page_at(test, "/priorities/" + test.adolescents.id.str());
    EXPECT_THAT(page, HasSubstr("Vulnerable &lt;b&gt;&amp; adolescents</h1>"));
    EXPECT_THAT(page, HasSubstr("6 actions</a>."));
    EXPECT_THAT(page, HasSubstr("/objectives/" + test.prevent.id.str()));
    EXPECT_THAT(page, HasSubstr("Map &lt;b&gt;&amp; partners&#39; priorities"));
    EXPECT_THAT(page, HasSubstr("href=\"/plans/" + test.plan.id.str() + "\">Plan</a>"));
}

TEST(Plans, An_objective_without_actions_says_so) {
    TestPlan test;
    EXPECT_THAT(page_at(test, "/priorities/" + test.families.id.str()), HasSubstr("No actions"));
    EXPECT_THAT(page_at(test, "/objectives/" + test.front_door.id.str()),
                HasSubstr("No actions yet."));
}

TEST(Plans, An_objective_shows_its_words_and_actions) {
    TestPlan test;
    const auto page = page_at(test, "/objectives/" + test.prevent.id.str());
    EXPECT_THAT(page, HasSubstr(R"(<p class="govuk-body om-measure">what it is for</p>)"));
    EXPECT_THAT(page, HasSubstr("6 actions</h2>"));
    EXPECT_THAT(page, HasSubstr("href=\"/priorities/" + test.adolescents.id.str() + "\""));
}

TEST(Plans, A_page_that_does_not_exist_is_the_nearest_that_does) {
    TestPlan test;
    EXPECT_THAT(page_at(test, "/objectives/" + test.prevent.id.str() + "?page=99"),
                HasSubstr("VA 1"));
}

TEST(Plans, An_unknown_id_and_one_the_person_may_not_see_are_the_same) {
    TestPlan test;
    const auto pages_of = [](const std::string& plan, const std::string& priority,
                             const std::string& objective) -> std::vector<std::string> {
        return {"/plans/" + plan,
                "/plans/" + plan + "/priorities",
                "/plans/" + plan + "/editions",
                "/plans/" + plan + "/without-update",
                "/priorities/" + priority,
                "/objectives/" + objective};
    };
    for (const auto& path :
         pages_of(test.plan.id.str(), test.families.id.str(), test.prevent.id.str()))
        EXPECT_EQ(test.get(module(), test.outsider, path).status, 404) << path;
    const auto unknown = test.unit.new_id<plan::PlanId>().str();
    for (const auto& path : pages_of(unknown, unknown, unknown))
        EXPECT_EQ(test.get(module(), test.reader, path).status, 404) << path;
    for (const auto& path : pages_of("import", "x", "<b>"))
        EXPECT_EQ(test.get(module(), test.reader, path).status, 404) << path;
}

TEST(Plans, A_withdrawn_priority_keeps_its_page_and_says_so) {
    TestPlan test;
    test.in_one_transaction([&] {
        plan::withdraw_section(test.db, test.unit, test.families.id, "Gone");
        plan::withdraw_objective(test.db, test.unit, test.front_door.id, "Gone");
    });
    EXPECT_THAT(page_at(test, "/priorities/" + test.families.id.str()),
                HasSubstr("This priority has left the plan:"));
    EXPECT_THAT(page_at(test, "/objectives/" + test.front_door.id.str()),
                HasSubstr("This objective has left the plan:"));
}

} // namespace
} // namespace openmasa::plans
