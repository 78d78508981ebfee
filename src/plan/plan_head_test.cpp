#include "plan/plan_head.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

Plan plan() {
    return {.id = PlanId::unchecked("01h0000000000000000000plan"),
            .title = "Business plan <b>&",
            .period = "2025-26",
            .edition = "Last review <b>&"};
}

Scope holding(Role role) {
    Scope scope;
    scope.holdings = {{role, {}}};
    return scope;
}

TEST(PlanHead, Shows_title_sentence_and_edition_escaped) {
    const auto head = plan_head(
        {}, plan(),
        {.current = PlanTab::actions, .reference = "P-2026-001", .sentence = html("52 actions.")});
    const std::string shown(head.view());
    EXPECT_THAT(shown, HasSubstr("Business plan &lt;b&gt;&amp;</h1>"));
    EXPECT_THAT(shown, HasSubstr("52 actions."));
    EXPECT_THAT(shown, HasSubstr("<b>P-2026-001</b>"));
    EXPECT_THAT(shown, HasSubstr("<li>For <b>2025-26</b></li>"));
    EXPECT_THAT(shown, HasSubstr("<li>Last review &lt;b&gt;&amp;</li>"));
}

TEST(PlanHead, A_period_that_the_title_says_is_not_said_twice) {
    auto named = plan();
    named.title = "Business plan 2025-26";
    EXPECT_THAT(std::string(plan_head({}, named, {}).view()), Not(HasSubstr("For <b>")));
}

TEST(PlanHead, Marks_where_the_reader_is) {
    const std::string shown(plan_head({}, plan(), {.current = PlanTab::editions}).view());
    const auto current = shown.find("aria-current=\"page\"");
    ASSERT_NE(current, shown.npos);
    EXPECT_EQ(shown.find("aria-current=\"page\"", current + 1), shown.npos);
    EXPECT_THAT(shown.substr(current, 120), HasSubstr("/editions"));
}

TEST(PlanHead, Only_those_who_may_import_see_the_button) {
    EXPECT_THAT(std::string(import_verb(holding(Role::business_unit), plan()).view()),
                HasSubstr("href=\"/plans/import?plan=01h0000000000000000000plan\""));
    EXPECT_TRUE(import_verb(holding(Role::analyst), plan()).empty());
}

} // namespace
} // namespace openmasa::plan
