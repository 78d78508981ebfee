#include "core/references/references.hpp"
#include "plan/actions/leading.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using testing::ElementsAre, testing::IsEmpty;

class Leading : public testing::Test {
protected:
    Result<bool> say(const Scope& who, const SayWho& command) {
        test.db.finish();
        auto said =
            test.db.atomically([&]() -> Result<bool> { return say_who(test.db, who, command); });
        test.db.finish();
        return said;
    }
    Action now(const ActionId& id) { return *find_action(test.db, test.unit, id); }
    SayWho of(const ActionId& id) { return {.action = id, .version = now(id).version}; }
    std::string field_of(const Result<bool>& refused) {
        return refused                              ? "saved"
               : refused.refusal().problems.empty() ? "none"
                                                    : refused.refusal().problems.front().field;
    }
    std::string waits(const ActionId& id, std::string references) {
        auto command = of(id);
        command.waits_for = std::move(references);
        return field_of(say(test.unit, command));
    }
    int told(const Scope& who) {
        int number = 0;
        test.db.each(
            store::Query<std::string(PersonId)>{
                "test.told",
                "SELECT id FROM notice WHERE person_id = $1 AND kind = 'action_given'"},
            [&](std::string&&) { ++number; }, *who.person);
        return number;
    }
    /// The constable holds a role within the constabulary.
    void give_role() {
        test.in_one_transaction([&] {
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *test.constable.person,
                                          .role = Role::agency_lead,
                                          .owner = test.constabulary,
                                          .from = test.today,
                                          .to = {},
                                          .record = {}});
        });
    }
    TestPlan test;
};

TEST_F(Leading, Somebody_of_the_owner_leads_it_and_is_told_once) {
    give_role();
    auto command = of(test.late);
    command.lead = test.constable.person;
    command.contributors = {test.services};
    EXPECT_EQ(field_of(say(test.unit, command)), "saved");
    EXPECT_EQ(now(test.late).lead_name, test.constable.known_as);
    EXPECT_EQ(now(test.late).contributors, test.services.str());
    EXPECT_EQ(told(test.constable), 1);
    command.version = now(test.late).version;
    const auto again = say(test.unit, command);
    ASSERT_TRUE(again);
    EXPECT_FALSE(*again) << "nothing differed";
    EXPECT_EQ(told(test.constable), 1);
}

TEST_F(Leading, Who_can_lead_are_those_of_the_owner_who_have_not_left) {
    EXPECT_THAT(can_lead(test.db, test.constabulary, test.today), IsEmpty());
    give_role();
    const auto found = can_lead(test.db, test.constabulary, test.today);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().known_as, test.constable.known_as);
    EXPECT_THAT(can_lead(test.db, std::nullopt, test.today), IsEmpty());
    auto command = of(test.late);
    command.lead = test.outsider.person;
    EXPECT_EQ(field_of(say(test.unit, command)), "lead") << "nobody of the constabulary";
}

TEST_F(Leading, Anybody_else_is_found_by_name) {
    auto command = of(test.late);
    command.other_lead = " lead  MEMBER ";
    EXPECT_EQ(field_of(say(test.unit, command)), "saved");
    EXPECT_EQ(now(test.late).lead, test.reader.person);
    command = of(test.late);
    command.other_lead = "Nobody at all";
    EXPECT_EQ(field_of(say(test.unit, command)), "other_lead");
}

TEST_F(Leading, The_owner_does_not_contribute_too) {
    auto command = of(test.late);
    command.contributors = {test.constabulary};
    EXPECT_EQ(field_of(say(test.unit, command)), "contributors");
}

TEST_F(Leading, It_waits_for_what_references_name_in_any_way_they_are_written) {
    const auto aloud = references::of(test.db, "action", test.done.view());
    EXPECT_EQ(waits(test.late, "va 2; " + aloud + "\nVA 2"), "saved");
    EXPECT_EQ(written(test.db, now(test.late)), "FF 1, VA 2");
    const auto awaited = awaited_by(test.db, now(test.late));
    ASSERT_EQ(awaited.size(), 2u);
    EXPECT_EQ(awaited[1].id, test.soon);
    const auto needed = taking_part(test.db, now(test.soon)).needed_by;
    ASSERT_EQ(needed.size(), 1u);
    EXPECT_EQ(needed.front().id, test.late);
    EXPECT_EQ(taking_part(test.db, now(test.late)).awaits.size(), 2u);
    EXPECT_THAT(taking_part(test.db, now(test.late)).needed_by, IsEmpty());
    EXPECT_EQ(waits(test.late, "VA 99"), "waits_for");
    EXPECT_EQ(waits(test.late, ""), "saved");
    EXPECT_THAT(taking_part(test.db, now(test.soon)).needed_by, IsEmpty());
}

TEST_F(Leading, It_says_what_it_carries_on_and_what_carries_it_on) {
    auto later = now(test.soon);
    later.follows = test.late;
    test.in_one_transaction(
        [&] { EXPECT_TRUE(save_action(test.db, test.unit, later, {.verb = "action.changed"})); });
    const auto before = taking_part(test.db, now(test.soon)).editions;
    ASSERT_EQ(before.size(), 1u);
    EXPECT_FALSE(before.front().is_after);
    EXPECT_EQ(before.front().id, test.late);
    const auto after = taking_part(test.db, now(test.late)).editions;
    ASSERT_EQ(after.size(), 1u);
    EXPECT_TRUE(after.front().is_after);
    EXPECT_EQ(after.front().plan, test.plan.title);
}

TEST_F(Leading, What_was_withdrawn_or_is_hidden_stays_awaited_by_who_did_not_see_it) {
    EXPECT_EQ(waits(test.late, "VA 2, VA 3"), "saved");
    test.in_one_transaction([&] {
        auto gone = now(test.soon);
        gone.withdrawn = true;
        gone.withdrawn_why = "Not needed";
        ASSERT_TRUE(save_action(test.db, test.unit, gone, {.verb = "action.withdrawn"}));
    });
    EXPECT_EQ(written(test.db, now(test.late)), "VA 3");
    EXPECT_EQ(waits(test.late, ""), "saved");
    EXPECT_EQ(now(test.late).waits_for, test.soon.str());
}

TEST_F(Leading, Nothing_waits_for_itself_over_any_way) {
    EXPECT_EQ(waits(test.late, "VA 1"), "waits_for");
    EXPECT_EQ(waits(test.late, "VA 2"), "saved");
    EXPECT_EQ(waits(test.soon, "VA 3"), "saved");
    EXPECT_EQ(waits(test.recurring, "VA 1"), "waits_for");
}

TEST_F(Leading, What_waits_for_an_action_is_what_reading_every_action_would_find) {
    EXPECT_EQ(waits(test.late, "VA 2; FF 1"), "saved");
    EXPECT_EQ(waits(test.recurring, "VA 2"), "saved");
    for (const auto& action : all_actions_of(test.db, test.plan.id)) {
        std::vector<ActionId> waiting, shown;
        for (const auto& other : all_actions_of(test.db, test.plan.id))
            if (!other.withdrawn && other.waits_for.find(action.id.view()) != std::string::npos)
                waiting.push_back(other.id);
        for (const auto& one : taking_part(test.db, action).needed_by) shown.push_back(one.id);
        std::ranges::sort(shown);
        std::ranges::sort(waiting);
        EXPECT_EQ(shown, waiting) << action.reference;
    }
}

TEST(WayRound, Is_found_where_there_is_one_and_nowhere_else) {
    auto& random = system_randomness();
    const auto made = [&] { return ActionId::make(Moment{}, random); };
    const ActionId one = made(), two = made(), three = made(), four = made();
    const Waiting all{{one, {two}}, {two, {three}}, {three, {two, four}}};
    EXPECT_THAT(way_round(all, four, {one}), ElementsAre(one, two, three, four));
    EXPECT_THAT(way_round(all, one, {four, three}), IsEmpty()) << "a ring elsewhere ends";
    EXPECT_THAT(way_round({}, one, {one}), ElementsAre(one));
    EXPECT_THAT(way_round(all, one, {}), IsEmpty());
}

TEST_F(Leading, Only_who_may_change_the_plan_says_who_and_over_what_they_read) {
    auto command = of(test.late);
    command.other_lead = "Lead member";
    EXPECT_FALSE(say(test.constable, command));
    EXPECT_FALSE(say(test.reader, command));
    --command.version;
    const auto stale = say(test.unit, command);
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.refusal().kind, Refusal::Kind::conflict);
    EXPECT_FALSE(now(test.late).lead);
}

} // namespace
} // namespace openmasa::plan
