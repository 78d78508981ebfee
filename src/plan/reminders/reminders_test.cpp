#include "core/restriction/store.hpp"
#include "plan/reminders/reminders.hpp"
#include "plan/reminders/rules.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::reminders {
namespace {

using plan::ActionId;
using testing::UnorderedElementsAre;

TEST(ReminderRules, Thirty_seven_and_one_days_before_and_when_it_is_late) {
    const Day today = day(2026, 1, 22);
    const auto stage = [&](int days) { return stage_of(today + std::chrono::days{days}, today); };
    EXPECT_EQ(stage(31), Stage::none);
    EXPECT_EQ(stage(30), Stage::month);
    EXPECT_EQ(stage(8), Stage::month);
    EXPECT_EQ(stage(7), Stage::week);
    EXPECT_EQ(stage(2), Stage::week);
    EXPECT_EQ(stage(1), Stage::day);
    EXPECT_EQ(stage(0), Stage::day);
    EXPECT_EQ(stage(-1), Stage::late);
}

constexpr store::Query<ActionId(PersonId)> list_told{"test.list_told", R"sql(
    SELECT about_id FROM notice WHERE person_id = $1 AND kind = 'action_due' ORDER BY about_id)sql"};
constexpr store::Query<store::None()> forget{"test.forget_notices", "DELETE FROM notice"};

class Reminders : public testing::Test {
protected:
    Reminders() { hold(test.constable, test.constabulary); }
    void hold(const Scope& who, const OwnerId& owner) {
        test.in_one_transaction([&] {
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *who.person,
                                          .role = Role::agency_lead,
                                          .owner = owner,
                                          .from = test.today,
                                          .to = {},
                                          .record = {}});
        });
    }
    /// A morning of the program's own.
    std::string morning(int days_later) {
        auto program =
            command_line_scope(test.now + std::chrono::days{days_later}, system_randomness());
        program.today = test.today + std::chrono::days{days_later};
        std::string did;
        test.in_one_transaction([&] {
            test.db.run(forget);
            did = remind(test.db, program);
        });
        return did;
    }
    std::vector<ActionId> told(const Scope& who) { return test.db.all(list_told, *who.person); }
    void change(const ActionId& id, const std::function<void(plan::Action&)>& how) {
        test.in_one_transaction([&] {
            auto action = *plan::find_action(test.db, test.unit, id);
            how(action);
            ASSERT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
    }
    plan::TestPlan test;
};

TEST_F(Reminders, Those_who_act_for_the_owner_are_told_once_for_each_time) {
    EXPECT_EQ(morning(0), "Reminded of 3 actions");
    EXPECT_THAT(told(test.constable), UnorderedElementsAre(test.late, test.soon, test.recurring));
    EXPECT_EQ(morning(0), "") << "the same morning";
    EXPECT_EQ(morning(1), "Reminded of 1 action") << "a week before 30 January";
    EXPECT_EQ(morning(2), "");
    EXPECT_EQ(morning(7), "Reminded of 1 action") << "the day before";
    EXPECT_THAT(told(test.constable), UnorderedElementsAre(test.soon));
    EXPECT_EQ(morning(9), "Reminded of 1 action") << "it is late";
}

TEST_F(Reminders, A_lead_in_person_is_told_instead) {
    change(test.soon, [&](plan::Action& action) { action.lead = test.reader.person; });
    morning(0);
    EXPECT_THAT(told(test.reader), UnorderedElementsAre(test.soon));
    EXPECT_THAT(told(test.constable), UnorderedElementsAre(test.late, test.recurring));
}

TEST_F(Reminders, A_date_that_moves_is_reminded_of_anew) {
    morning(0);
    change(test.soon, [&](plan::Action& action) {
        action.target = plan::target_day(understand_date("6 February 2026"));
    });
    EXPECT_EQ(morning(0), "Reminded of 1 action");
}

TEST_F(Reminders, What_is_finished_and_a_plan_that_has_ended_are_nobodys_any_more) {
    for (const auto& id : {test.late, test.recurring})
        change(id, [&](plan::Action& action) { action.status = plan::Status::done; });
    EXPECT_EQ(morning(0), "Reminded of 1 action");
    const auto next = test.add_another_plan("The next plan").plan;
    test.in_one_transaction([&] {
        auto running = next;
        running.period = "2026-27";
        ++running.version;
        plan::save_plan(test.db, test.unit, running);
    });
    EXPECT_EQ(morning(100), "") << "in May 2026 the plan for 2025-26 has ended";
}

TEST_F(Reminders, What_the_next_edition_carries_on_or_left_behind_is_reminded_of_no_longer) {
    change(test.late, [](plan::Action& action) { action.left_behind_why = "Others do it"; });
    change(test.recurring, [&](plan::Action& action) { action.follows = test.soon; });
    EXPECT_EQ(morning(0), "Reminded of 1 action");
    EXPECT_THAT(told(test.constable), UnorderedElementsAre(test.recurring));
}

TEST_F(Reminders, Of_a_restricted_action_only_who_may_read_it_is_told) {
    const auto restrict_to = [&](const PersonId& person) {
        test.in_one_transaction([&] {
            restriction::add(test.db, test.unit,
                             {.id = test.unit.new_id<restriction::RestrictionId>(),
                              .record = {"action", test.soon.str()},
                              .reason = "A named child",
                              .review_on = test.today,
                              .at = test.now,
                              .names = {{.person = person, .owner = {}}}});
        });
    };
    restrict_to(*test.reader.person);
    morning(0);
    EXPECT_THAT(told(test.constable), UnorderedElementsAre(test.late, test.recurring));
    EXPECT_TRUE(told(test.reader).empty()) << "they do not act for the owner";
    change(test.soon, [&](plan::Action& action) { action.lead = test.reader.person; });
    EXPECT_EQ(morning(0), "Reminded of 1 action") << "nobody had been told, so nothing was noted";
    EXPECT_THAT(told(test.reader), UnorderedElementsAre(test.soon));
}

} // namespace
} // namespace openmasa::reminders
