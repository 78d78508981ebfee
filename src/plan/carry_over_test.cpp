#include "plan/carry_over.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

/// A database as it was before versions had twins: labels and spoken words in the history.
void make_old(TestPlan& test) {
    test.in_one_transaction([&] {
        test.db.execute("DELETE FROM plan_version; DELETE FROM section_version; "
                        "DELETE FROM objective_version; DELETE FROM action_version; "
                        "UPDATE progress SET of_version = 0; UPDATE evidence SET of_version = 0; "
                        "UPDATE history SET content = '{\"Title\":\"As it was\"}'");
    });
}

audit::Verdict verdict_on(TestPlan& test) {
    test.db.finish();
    audit::Verdict verdict;
    verify(test.db, verdict);
    return verdict;
}

TEST(CarryOver, A_database_of_old_is_brought_up_to_date_once_and_is_sound) {
    TestPlan test;
    test.in_one_transaction([&] {
        const auto action = *find_action(test.db, test.unit, test.late);
        add_progress(test.db, test.constable, action, {.at = test.now, .words = "It is drawn."});
        add_evidence(test.db, test.constable, action, {.at = test.now, .words = "A map."});
    });
    make_old(test);
    EXPECT_FALSE(verdict_on(test).faults.empty());
    const auto before = *find_action(test.db, test.unit, test.late);
    EXPECT_EQ(carry_over(test.db, test.unit), 1 + 2 + 3 + 12);
    EXPECT_EQ(verdict_on(test).faults, std::vector<std::string>());
    EXPECT_EQ(carry_over(test.db, test.unit), 0);

    const auto after = *find_action(test.db, test.unit, test.late);
    EXPECT_EQ(after.version, before.version + 1);
    EXPECT_EQ(after.deadline, before.deadline);
    const auto versions = history::versions(test.db, "action", test.late.view(), 9);
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[1].content, (audit::Content{{"Title", "As it was"}}));
    EXPECT_EQ(history::value_of(versions[0].content, "progress.1.words"), "It is drawn.");
    EXPECT_EQ(history::value_of(versions[0].content, "piece.1.words"), "A map.");
}

TEST(CarryOver, What_was_withdrawn_stays_withdrawn_since_then) {
    TestPlan test;
    test.in_one_transaction(
        [&] { withdraw_section(test.db, test.unit, test.families.id, "Not in the edition"); });
    make_old(test);
    auto later = test.unit;
    later.now += std::chrono::hours{24};
    carry_over(test.db, later);
    EXPECT_TRUE(find_section(test.db, test.unit, test.families.id)->withdrawn);
    EXPECT_EQ(find_action(test.db, test.unit, test.withdrawn)->withdrawn_why,
              "Not in the edition of December 2025");
    constexpr store::Query<Moment(SectionId)> find_moment{
        "test.withdrawn_at", "SELECT withdrawn_at FROM section WHERE id = $1"};
    EXPECT_EQ(test.db.one(find_moment, test.families.id), test.unit.now);
}

} // namespace
} // namespace openmasa::plan
