#include "plan/plans/store.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>

namespace openmasa::plans {
namespace {

using plan::TestPlan;
using testing::IsEmpty;

constexpr store::Query<store::None(plan::ImportId, PersonId, Moment, std::string_view,
                                   std::optional<Moment>, std::optional<plan::PlanId>,
                                   store::Bytes)>
    insert_import{"test.add_edition", R"sql(
    INSERT INTO plan_import (id, person_id, at, file_name, digest, document, saved_at, saved_as)
    VALUES ($1, $2, $3, $4, '', $7, $5, $6))sql"};

TEST(PlansStore, Actions_of_a_section_stand_in_the_plans_order) {
    TestPlan test;
    const auto actions = actions_of(test.db, test.reader, test.adolescents.id);
    ASSERT_EQ(actions.size(), 6u);
    EXPECT_EQ(actions.front().reference, "VA 1");
    EXPECT_EQ(actions.back().reference, "VA 6");
    EXPECT_EQ(actions.front().objective_title, "Prevent <b>&");
    EXPECT_EQ(actions.front().owner, "Norfolk Constabulary <b>&");
    EXPECT_EQ(actions.back().owner, "");
    EXPECT_EQ(actions.back().date_kind, "unknown");
}

TEST(PlansStore, A_withdrawn_action_is_in_no_list_but_its_own) {
    TestPlan test;
    EXPECT_EQ(actions_of(test.db, test.reader, test.families.id).size(), 5u);
    EXPECT_EQ(actions_of(test.db, test.reader, test.family_plan.id, {}).size(), 5u);
    const auto withdrawn = withdrawn_from(test.db, test.reader, test.plan.id);
    ASSERT_EQ(withdrawn.size(), 1u);
    EXPECT_EQ(withdrawn.front().title, "Count the leaflets");
    EXPECT_EQ(withdrawn.front().why, "Not in the edition of December 2025");
    EXPECT_EQ(withdrawn.front().in_all, 1);
}

TEST(PlansStore, A_section_shows_no_more_than_the_first_of_each_objective) {
    TestPlan test;
    test.in_one_transaction([&] {
        for (int at = 0; at < most_of_objective + 3; ++at)
            test.add(test.families, test.front_door, {}, {"One more", ""});
    });
    const auto actions = actions_of(test.db, test.reader, test.families.id);
    EXPECT_EQ(actions.size(), 5u + most_of_objective);
}

TEST(PlansStore, An_objective_is_read_page_by_page) {
    TestPlan test;
    test.in_one_transaction([&] {
        for (int at = 0; at < listing::rows_a_page + 1; ++at)
            test.add(test.families, test.front_door, {}, {"One more", ""});
    });
    const auto second = listing::paging(2, listing::rows_a_page + 1);
    const auto rest = actions_of(test.db, test.reader, test.front_door.id, second);
    EXPECT_EQ(rest.size(), 1u);
}

TEST(PlansStore, The_longest_silent_action_comes_first) {
    TestPlan test;
    const auto silent = actions_without_update(test.db, test.reader, test.plan.id, {});
    ASSERT_EQ(silent.size(), 5u);
    EXPECT_EQ(silent.front().reference, "VA 6");
    EXPECT_EQ(silent.back().reference, "VA 1");
}

TEST(PlansStore, Only_saved_documents_are_editions) {
    TestPlan test;
    test.in_one_transaction([&] {
        const auto id = [&] { return test.unit.new_id<plan::ImportId>(); };
        test.db.run(insert_import, id(), *test.unit.person, test.now, "plan.docx", test.now,
                    test.plan.id, store::Bytes{""});
        test.db.run(insert_import, id(), *test.unit.person, test.now, "draft.docx", {}, {},
                    store::Bytes{""});
    });
    const auto editions = editions_of(test.db, test.reader, test.plan.id);
    ASSERT_EQ(editions.size(), 1u);
    EXPECT_EQ(editions.front().file_name, "plan.docx");
    EXPECT_EQ(editions.front().who, "Business unit");
    EXPECT_EQ(editions.front().saved_at, test.now);
}

TEST(PlansStore, An_outsider_finds_nothing) {
    TestPlan test;
    const auto& who = test.outsider;
    EXPECT_THAT(actions_of(test.db, who, test.families.id), IsEmpty());
    EXPECT_THAT(actions_of(test.db, who, test.family_plan.id, {}), IsEmpty());
    EXPECT_THAT(actions_without_update(test.db, who, test.plan.id, {}), IsEmpty());
    EXPECT_THAT(editions_of(test.db, who, test.plan.id), IsEmpty());
    EXPECT_THAT(withdrawn_from(test.db, who, test.plan.id), IsEmpty());
}

} // namespace
} // namespace openmasa::plans
