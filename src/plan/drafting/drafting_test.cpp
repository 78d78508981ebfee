#include "plan/drafting/drafting.hpp"
#include "plan/drafting/module.hpp"
#include "plan/drafting/rules.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <functional>
#include <gmock/gmock.h>

namespace openmasa::drafting {
namespace {

using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty;

class Drafting : public testing::Test {
protected:
    template<class Draft> auto run(const Draft& draft, const Scope& who) {
        test.db.finish();
        auto saved = test.db.atomically([&] { return save(test.db, who, draft); });
        test.db.finish();
        return saved;
    }
    Result<plan::ActionId> add_action(const ActionDraft& draft) {
        test.db.finish();
        auto added = test.db.atomically([&] { return add(test.db, test.unit, draft); });
        test.db.finish();
        return added;
    }
    plan::Section section(const plan::SectionId& id) {
        const auto found = plan::find_section(test.db, test.unit, id);
        test.db.finish();
        return *found;
    }
    std::vector<std::string> names_in(const plan::PlanId& plan) {
        std::vector<std::string> names;
        for (const auto& one : plan::sections_of(test.db, test.unit, plan))
            names.push_back(one.name);
        test.db.finish();
        return names;
    }
    template<class Draft> static std::vector<std::string> fields_of(const Draft& draft) {
        std::vector<std::string> fields;
        for (const auto& problem : problems_with(draft)) fields.push_back(problem.field);
        return fields;
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    std::string page(const std::string& path) {
        const auto response = test.get(module(), test.unit, path);
        EXPECT_EQ(response.status, 200) << path;
        return response.body;
    }
    plan::TestPlan test;
};

TEST_F(Drafting, A_locality_plan_is_made_by_hand_from_its_title_to_its_first_action) {
    const auto plan = run(PlanDraft{.title = " Locality  plan ",
                                    .period = "2026-27",
                                    .type = plan::PlanType::locality,
                                    .owner = {.new_name = "North locality group"}},
                          test.unit);
    ASSERT_TRUE(plan);
    const auto priority = run(PriorityDraft{.plan = plan->id,
                                            .name = "Neglect in the north",
                                            .owner = {.id = test.services}},
                              test.unit);
    ASSERT_TRUE(priority);
    const auto objective =
        run(ObjectiveDraft{.section = priority->id, .title = "See it early"}, test.unit);
    ASSERT_TRUE(objective);
    const auto action = add_action({.objective = objective->id,
                                    .title = "Train the front door",
                                    .owner = {.id = test.services},
                                    .date_words = "30 June 2026, Dec 2026"});
    ASSERT_TRUE(action);
    const auto made = *plan::find_plan(test.db, test.unit, plan->id);
    EXPECT_EQ(made.title, "Locality plan");
    EXPECT_EQ(made.type, plan::PlanType::locality);
    EXPECT_EQ(made.owner_name, "North locality group");
    const auto now = *plan::find_action(test.db, test.unit, *action);
    EXPECT_EQ(now.reference, section(priority->id).code + " 1");
    EXPECT_EQ(now.steps, 2);
    EXPECT_EQ(now.deadline, day(2026, 12, 31));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Drafting, A_new_action_has_the_next_reference_of_its_priority_also_after_a_withdrawn_one) {
    const auto action = add_action({.objective = test.family_plan.id, .title = "One more <b>"});
    ASSERT_TRUE(action);
    EXPECT_EQ(plan::find_action(test.db, test.unit, *action)->reference, "FF 7");
}

TEST_F(Drafting, A_priority_changes_becomes_business_critical_and_keeps_its_code) {
    auto draft = as_it_stands(section(test.adolescents.id));
    draft.name = "Adolescents";
    draft.is_priority = false;
    draft.difference = "Safer\nHeard";
    draft.owner = {};
    const auto saved = run(draft, test.unit);
    ASSERT_TRUE(saved);
    EXPECT_TRUE(saved->anything);
    const auto now = section(test.adolescents.id);
    EXPECT_EQ(now.name, "Adolescents");
    EXPECT_EQ(now.code, "VA");
    EXPECT_FALSE(now.is_priority);
    EXPECT_FALSE(now.owner);
    const auto again = run(as_it_stands(now), test.unit);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->anything) << "nothing differed";
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Drafting, A_second_priority_of_the_same_letters_has_a_code_of_its_own) {
    const auto saved = run(PriorityDraft{.plan = test.plan.id, .name = "Violence And"}, test.unit);
    ASSERT_TRUE(saved);
    EXPECT_EQ(section(saved->id).code, plan::free_code(plan::section_code("Violence And"), {"VA"}));
}

TEST_F(Drafting, A_priority_stands_where_it_is_put_and_the_others_make_room) {
    const auto third = run(PriorityDraft{.plan = test.plan.id, .name = "Neglect"}, test.unit);
    ASSERT_TRUE(third);
    EXPECT_THAT(names_in(test.plan.id),
                ElementsAre(test.adolescents.name, test.families.name, "Neglect"));
    auto draft = as_it_stands(section(third->id));
    draft.place = 1;
    ASSERT_TRUE(run(draft, test.unit));
    EXPECT_THAT(names_in(test.plan.id),
                ElementsAre(test.adolescents.name, "Neglect", test.families.name));
    draft = as_it_stands(section(third->id));
    draft.place = 0;
    ASSERT_TRUE(run(draft, test.unit));
    EXPECT_THAT(names_in(test.plan.id),
                ElementsAre("Neglect", test.adolescents.name, test.families.name));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Drafting, An_objective_is_added_first_and_left_where_it_stands) {
    const auto first = run(
        ObjectiveDraft{.section = test.families.id, .title = "Before all", .place = 0}, test.unit);
    ASSERT_TRUE(first);
    const auto all = plan::objectives_of(test.db, test.unit, test.families.id);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all.front().id, first->id);
    auto draft = as_it_stands(all.front());
    draft.place = 0;
    const auto again = run(draft, test.unit);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->anything);
}

TEST_F(Drafting, What_is_missing_or_no_date_is_said_and_words_may_be_kept) {
    EXPECT_THAT(fields_of(PlanDraft{.title = " ", .period = std::string(301, 'x')}),
                ElementsAre("title", "period"));
    EXPECT_THAT(fields_of(PriorityDraft{}), ElementsAre("name"));
    EXPECT_THAT(fields_of(ObjectiveDraft{}), ElementsAre("title"));
    ActionDraft action{.title = "Do it", .date_words = "31 June 2026"};
    EXPECT_THAT(fields_of(action), ElementsAre("date_words"));
    action.date_words_are_meant = true;
    EXPECT_THAT(fields_of(action), IsEmpty());
}

TEST_F(Drafting, Only_who_may_change_the_plan_writes_and_only_over_what_they_read) {
    auto draft = as_it_stands(section(test.adolescents.id));
    draft.name = "Mine";
    for (const auto* who : {&test.reader, &test.constable, &test.outsider}) {
        const auto refused = run(draft, *who);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
        EXPECT_FALSE(run(PlanDraft{.title = "Mine"}, *who));
    }
    --draft.version;
    const auto stale = run(draft, test.unit);
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(section(test.adolescents.id).name, test.adolescents.name);
}

TEST_F(Drafting, Nothing_is_added_to_what_was_withdrawn) {
    test.in_one_transaction(
        [&] { plan::withdraw_section(test.db, test.unit, test.families.id, "Gone"); });
    const auto objective =
        run(ObjectiveDraft{.section = test.families.id, .title = "More"}, test.unit);
    ASSERT_FALSE(objective);
    EXPECT_EQ(objective.refusal().kind, Refusal::Kind::not_found);
    EXPECT_FALSE(add_action({.objective = test.family_plan.id, .title = "More"}));
}

TEST_F(Drafting, Its_forms_show_what_stands_there_escaped) {
    EXPECT_THAT(page("/plans/add"), HasSubstr("Add this plan"));
    EXPECT_THAT(page("/plans/" + test.plan.id.str() + "/change"),
                HasSubstr("Business plan &lt;b&gt;&amp; 2025 to 2026"));
    EXPECT_THAT(page("/plans/" + test.plan.id.str() + "/priorities/add"),
                HasSubstr("After Families First"));
    EXPECT_THAT(page("/priorities/" + test.adolescents.id.str() + "/change"),
                HasSubstr("Vulnerable &lt;b&gt;&amp; adolescents"));
    EXPECT_THAT(page("/priorities/" + test.families.id.str() + "/objectives/add"),
                HasSubstr("After Front door"));
    EXPECT_THAT(page("/objectives/" + test.front_door.id.str() + "/change"),
                HasSubstr("After Family plan"));
    EXPECT_THAT(page("/objectives/" + test.prevent.id.str() + "/actions/add"),
                HasSubstr("Norfolk Constabulary &lt;b&gt;&amp;"));
}

} // namespace
} // namespace openmasa::drafting
