#include "core/references/references.hpp"
#include "core/restriction/store.hpp"
#include "plan/move_action.hpp"
#include "plan/moving/module.hpp"
#include "plan/store.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <functional>
#include <gmock/gmock.h>

namespace openmasa::moving {
namespace {

using testing::HasSubstr;

class Moving : public testing::Test {
protected:
    Result<bool> move_to(const plan::ObjectiveId& to, const Scope& who) {
        const plan::MoveAction command{.action = test.soon, .version = now().version, .to = to};
        return run(command, who);
    }
    Result<bool> run(const plan::MoveAction& command, const Scope& who) {
        test.db.finish();
        auto moved = test.db.atomically([&] { return plan::move_action(test.db, who, command); });
        test.db.finish();
        return moved;
    }
    plan::Action now() {
        const auto found = plan::find_action(test.db, test.unit, test.soon);
        test.db.finish();
        return *found;
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    plan::TestPlan test;
};

TEST_F(Moving, In_another_priority_it_has_the_next_reference_there_and_the_one_to_say_aloud_stays) {
    const auto aloud = references::of(test.db, "action", test.soon.view());
    const auto moved = move_to(test.front_door.id, test.unit);
    ASSERT_TRUE(moved);
    EXPECT_TRUE(*moved);
    EXPECT_EQ(now().section, test.families.id);
    EXPECT_EQ(now().objective, test.front_door.id);
    EXPECT_EQ(now().reference, "FF 7") << "also after a withdrawn one";
    const auto found = references::find(test.db, aloud);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, test.soon.str());
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Moving, In_another_plan_it_keeps_its_history) {
    const auto other = test.add_another_plan("Locality plan");
    ASSERT_TRUE(move_to(other.objective.id, test.unit));
    EXPECT_EQ(now().plan, other.plan.id);
    EXPECT_EQ(now().reference, "LP 1");
    const auto versions = history::versions(test.db, "action", test.soon.view(), 10);
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(history::value_of(versions.back().content, "reference"), "VA 2");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Moving, Back_where_it_stood_it_has_its_reference_and_place_again_unless_they_are_taken) {
    const auto before = now();
    ASSERT_TRUE(move_to(test.front_door.id, test.unit));
    ASSERT_TRUE(move_to(test.prevent.id, test.unit));
    EXPECT_EQ(now().reference, before.reference);
    EXPECT_EQ(now().position, before.position);
    ASSERT_TRUE(move_to(test.front_door.id, test.unit));
    EXPECT_EQ(now().reference, "FF 7") << "the one that it had there";
    test.in_one_transaction([&] {
        auto other = *plan::find_action(test.db, test.unit, test.recurring);
        other.reference = before.reference;
        ASSERT_TRUE(plan::save_action(test.db, test.unit, other, {.verb = "action.changed"}));
    });
    ASSERT_TRUE(move_to(test.prevent.id, test.unit));
    EXPECT_EQ(now().reference, "VA 7");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Moving, Where_it_stands_already_nothing_is_saved) {
    const auto moved = move_to(test.prevent.id, test.unit);
    ASSERT_TRUE(moved);
    EXPECT_FALSE(*moved);
    EXPECT_EQ(now().version, 1);
}

TEST_F(Moving, What_hid_it_where_it_was_goes_with_it) {
    test.in_one_transaction([&] {
        restriction::add(test.db, test.unit,
                         {.id = test.unit.new_id<restriction::RestrictionId>(),
                          .record = {"section", test.adolescents.id.str()},
                          .reason = "A review is under way",
                          .review_on = test.today,
                          .at = test.now,
                          .names = {{.person = test.unit.person, .owner = {}}}});
    });
    ASSERT_TRUE(move_to(test.front_door.id, test.unit));
    const auto own = restriction::find_open(test.db, {"action", test.soon.str()});
    ASSERT_TRUE(own);
    EXPECT_EQ(own->reason, "A review is under way");
}

TEST_F(Moving, Only_who_may_change_the_plan_moves_it_and_only_in_the_version_they_read) {
    for (const auto* who : {&test.reader, &test.constable, &test.outsider})
        EXPECT_FALSE(move_to(test.front_door.id, *who));
    const auto stale =
        run({.action = test.soon, .version = 0, .to = test.front_door.id}, test.unit);
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.refusal().kind, Refusal::Kind::conflict);
    const auto nowhere = run({.action = test.soon, .version = now().version, .to = {}}, test.unit);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.refusal().problems.front().field, "to");
    EXPECT_EQ(now().objective, test.prevent.id);
}

TEST_F(Moving, Nothing_moves_into_what_was_withdrawn) {
    test.in_one_transaction(
        [&] { plan::withdraw_section(test.db, test.unit, test.families.id, "Gone"); });
    EXPECT_FALSE(move_to(test.front_door.id, test.unit));
}

TEST_F(Moving, The_form_offers_the_objectives_of_a_plan_and_the_other_plans) {
    const auto other = test.add_another_plan("Locality <b> plan");
    const auto address = "/actions/" + test.soon.str() + "/move";
    const auto own = test.get(module(), test.unit, address);
    EXPECT_THAT(own.body, HasSubstr("Front door"));
    EXPECT_THAT(own.body, HasSubstr("It stands here now."));
    EXPECT_THAT(own.body, HasSubstr("Locality &lt;b&gt; plan"));
    const auto there = test.get(module(), test.unit, address + "?plan=" + other.plan.id.str());
    EXPECT_THAT(there.body, HasSubstr("Begin"));
    EXPECT_EQ(test.get(module(), test.reader, address).status, 404);
}

} // namespace
} // namespace openmasa::moving
