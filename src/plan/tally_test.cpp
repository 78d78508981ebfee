#include "plan/rules.hpp"
#include "plan/tally.hpp"
#include "plan/tally_store.hpp"
#include "plan/test_plan.hpp"
#include <random>
#include <tuple>
#include <utility>

namespace openmasa::plan {
namespace {

using ui::Standing;

TEST(Tally, Counts_each_standing_and_each_gap) {
    TestPlan test;
    const auto all = total(tally_of(test.db, test.reader, test.plan.id), test.today);
    EXPECT_EQ(all.actions, 11);
    EXPECT_EQ(all.of(Standing::late), 3);
    EXPECT_EQ(all.of(Standing::in_progress), 2);
    EXPECT_EQ(all.of(Standing::not_started), 2);
    EXPECT_EQ(all.of(Standing::at_risk), 1);
    EXPECT_EQ(all.of(Standing::done), 1);
    EXPECT_EQ(all.of(Standing::unproven), 1);
    EXPECT_EQ(all.of(Standing::stopped), 1);
    EXPECT_EQ(all.soon, 2);
    EXPECT_EQ(all.undated, 2);
    EXPECT_EQ(all.without_owner, 1);
    EXPECT_EQ(all.without_update, 5);
}

TEST(Tally, Sections_add_up_to_the_plan) {
    TestPlan test;
    const auto groups = tally_of(test.db, test.reader, test.plan.id);
    EXPECT_EQ(total_of(groups, test.adolescents.id, test.today).actions, 6);
    EXPECT_EQ(total_of(groups, test.families.id, test.today).actions, 5);
    EXPECT_EQ(total_of(groups, test.plan.id, test.today).actions, 11);
}

TEST(Tally, An_objective_has_the_standings_of_its_own_actions) {
    TestPlan test;
    const auto of = [&](const Objective& objective) {
        return total(tally_of(test.db, test.reader, objective.id), test.today);
    };
    const auto families =
        total_of(tally_of(test.db, test.reader, test.plan.id), test.families.id, test.today);
    EXPECT_EQ(of(test.family_plan).actions, 5);
    EXPECT_EQ(of(test.family_plan).standings, families.standings);
    EXPECT_EQ(of(test.front_door).actions, 0);
}

TEST(Tally, Objectives_that_have_actions_are_counted) {
    TestPlan test;
    int counted = 0;
    for (const auto& [objective, actions] :
         count_by_objective_of(test.db, test.reader, test.plan.id)) {
        EXPECT_NE(objective, test.front_door.id);
        EXPECT_EQ(actions, total(tally_of(test.db, test.reader, objective), test.today).actions);
        counted += actions;
    }
    EXPECT_EQ(counted, 11);
}

TEST(Tally, A_withdrawn_action_never_counts) {
    TestPlan test;
    const auto before = total(tally_of(test.db, test.reader, test.plan.id), test.today);
    test.in_one_transaction([&] {
        test.add(test.families, test.family_plan, {},
                 {"Gone", "", Status::not_started, {}, 0, 0, 0, "Gone"});
    });
    const auto after = total(tally_of(test.db, test.reader, test.plan.id), test.today);
    EXPECT_EQ(after.actions, before.actions);
    EXPECT_EQ(after.without_owner, before.without_owner);
}

TEST(Tally, What_is_finished_lacks_neither_date_nor_owner) {
    TestPlan test;
    const auto before = total(tally_of(test.db, test.reader, test.plan.id), test.today);
    test.in_one_transaction([&] {
        for (auto status : {Status::done, Status::stopped})
            test.add(test.families, test.family_plan, {}, {"Finished", "TBC", status});
    });
    const auto after = total(tally_of(test.db, test.reader, test.plan.id), test.today);
    EXPECT_EQ(after.actions, before.actions + 2);
    EXPECT_EQ(after.undated, before.undated);
    EXPECT_EQ(after.without_owner, before.without_owner);
}

TEST(Tally, A_step_that_is_due_makes_the_action_due_soon_until_it_is_ticked) {
    TestPlan test;
    const auto soon = [&] {
        return total(tally_of(test.db, test.reader, test.plan.id), test.today).soon;
    };
    const auto before = soon();
    ActionId added{};
    std::vector<Step> steps = {{.id = test.unit.new_id<StepId>(), .latest = day(2026, 1, 31)},
                               {.id = test.unit.new_id<StepId>(), .latest = day(2026, 12, 31)}};
    test.in_one_transaction([&] {
        added = test.add(test.families, test.family_plan, {}, {"In steps", "31 Dec 2026"});
        save_steps(test.db, test.unit, added, steps);
    });
    EXPECT_EQ(soon(), before + 1);
    steps[0].done_on = test.today;
    test.in_one_transaction([&] {
        save_steps(test.db, test.unit, added, steps);
        EXPECT_TRUE(save_action(test.db, test.unit, *find_action(test.db, test.unit, added),
                                {.verb = "action.progress_recorded"}));
    });
    EXPECT_EQ(soon(), before);
}

TEST(Tally, What_was_counted_before_a_change_is_counted_anew) {
    TestPlan test;
    const auto counted = [&] { return tally_of(test.db, test.reader, test.plan.id); };
    const auto all_counted = [&] { return total(tally_of_all(test.db, test.reader), test.today); };
    ASSERT_EQ(total_of(counted(), test.adolescents.id, test.today).actions, 6);
    const auto before = all_counted();
    auto action = all_actions_of(test.db, test.plan.id).front();
    ASSERT_EQ(action.section, test.adolescents.id);

    action.section = test.families.id;
    action.objective = test.front_door.id;
    test.in_one_transaction(
        [&] { EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = "action.moved"})); });
    ++action.version;
    EXPECT_EQ(total_of(counted(), test.adolescents.id, test.today).actions, 5);
    EXPECT_EQ(total_of(counted(), test.families.id, test.today).actions, 6);

    action.status = Status::done;
    action.evidence = 0;
    test.in_one_transaction(
        [&] { EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = "action.done"})); });
    EXPECT_EQ(total(counted(), test.today).unproven(), before.unproven() + 1);
    EXPECT_EQ(all_counted().unproven(), before.unproven() + 1);
}

TEST(Tally, A_step_that_is_saved_alone_is_counted_anew) {
    TestPlan test;
    const auto soon = [&] {
        return total(tally_of(test.db, test.reader, test.plan.id), test.today).soon;
    };
    const int before = soon();
    std::optional<Action> later;
    for (const auto& action : all_actions_of(test.db, test.plan.id))
        if (is_open(action.status) && due(action.deadline, test.today) == Due::later)
            later = action;
    ASSERT_TRUE(later);
    Step step;
    step.id = test.unit.new_id<StepId>();
    step.latest = test.today + std::chrono::days{3};
    test.in_one_transaction([&] { save_steps(test.db, test.unit, later->id, {step}); });
    EXPECT_EQ(soon(), before + 1);
}

TEST(Tally, An_action_becomes_late_the_day_after_its_deadline) {
    TestPlan test;
    test.reader.today = day(2026, 1, 30);
    const auto on_it = total(tally_of(test.db, test.reader, test.plan.id), test.reader.today);
    EXPECT_EQ(on_it.late(), 3);
    test.reader.today = day(2026, 1, 31);
    const auto after = total(tally_of(test.db, test.reader, test.plan.id), test.reader.today);
    EXPECT_EQ(after.late(), 4);
}

TEST(Tally, Of_all_plans_keeps_them_apart) {
    TestPlan test;
    const auto other = test.plan.id;
    test.plan.id = test.unit.new_id<PlanId>();
    test.in_one_transaction([&] {
        add_plan(test.db, test.unit, test.plan);
        test.families.id = test.unit.new_id<SectionId>();
        test.families.plan = test.plan.id;
        add_section(test.db, test.unit, test.families);
        test.front_door.id = test.unit.new_id<ObjectiveId>();
        test.front_door.section = test.families.id;
        add_objective(test.db, test.unit, test.front_door);
        test.add(test.families, test.front_door, {}, {"Only one", "TBC"});
    });
    const auto groups = tally_of_all(test.db, test.reader);
    EXPECT_EQ(total_of(groups, other, test.today).actions, 11);
    EXPECT_EQ(total_of(groups, test.plan.id, test.today).actions, 1);
}

/// Everything that a total holds, to be compared.
auto figures(const Tally& tally) {
    return std::tuple(tally.actions, tally.standings, tally.soon, tally.undated,
                      tally.without_owner, tally.without_update);
}

TEST(Tally, Of_all_plans_stays_the_sum_of_each_plans_own_whatever_changes) {
    TestPlan test;
    std::mt19937 chance(20260122);
    std::vector<TestPlan::Another> plans;
    for (int made = 0; made < 4; ++made) plans.push_back(test.add_another_plan("More"));
    std::vector<ActionId> actions;
    for (int change = 0; change < 60; ++change) {
        const auto& in = plans[chance() % plans.size()];
        test.in_one_transaction([&] {
            if (actions.empty() || chance() % 2) {
                constexpr std::string_view dates[] = {"31 Oct 2025", "", "30 Jan 2026", "TBC"};
                const auto first = std::exchange(test.plan, in.plan);
                actions.push_back(test.add(in.section, in.objective, {},
                                           {"One", std::string(dates[chance() % 4])}));
                test.plan = first;
                return;
            }
            auto action = *find_action(test.db, test.unit, actions[chance() % actions.size()]);
            action.status = chance() % 2 ? Status::done : Status::in_progress;
            action.evidence = int(chance() % 2);
            if (chance() % 3 == 0) action.owner = test.services;
            EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
        test.db.finish();
        const auto together = tally_of_all(test.db, test.reader);
        const auto apart = totals_by_plan(together, test.today);
        for (const auto& another : plans) {
            const auto& id = another.plan.id;
            const auto own = total(tally_of(test.db, test.reader, id), test.today);
            EXPECT_EQ(figures(total_of(together, id, test.today)), figures(own));
            if (own.actions > 0) {
                EXPECT_EQ(figures(apart.at(id)), figures(own));
            }
            EXPECT_EQ(figures(total(tally_of(test.db, test.reader, std::vector{another.section.id}),
                                    test.today)),
                      figures(own));
        }
    }
}

TEST(Tally, An_outsider_is_told_no_number) {
    TestPlan test;
    EXPECT_TRUE(tally_of(test.db, test.outsider, test.plan.id).empty());
    EXPECT_TRUE(tally_of(test.db, test.outsider, test.family_plan.id).empty());
    EXPECT_TRUE(tally_of_all(test.db, test.outsider).empty());
    EXPECT_TRUE(count_by_objective_of(test.db, test.outsider, test.plan.id).empty());
}

TEST(Tally, A_quarter_before_a_long_months_end_is_the_short_months_end) {
    EXPECT_EQ(quarter_before(day(2026, 1, 22)), day(2025, 10, 22));
    EXPECT_EQ(quarter_before(day(2026, 5, 31)), day(2026, 2, 28));
    EXPECT_EQ(quarter_before(day(2024, 5, 31)), day(2024, 2, 29));
}

TEST(Tally, Each_number_has_an_address_of_its_own) {
    const auto plan = PlanId::unchecked("01h0000000000000000000plan");
    const auto section = SectionId::unchecked("01h00000000000000000000sec");
    const std::string list = "/plans/01h0000000000000000000plan/actions";
    EXPECT_EQ(address_of(Counted::all, plan), list);
    EXPECT_EQ(address_of(Counted::late, plan), list + "?due=late");
    EXPECT_EQ(address_of(Counted::all, plan, section),
              list + "?priority=01h00000000000000000000sec");
    EXPECT_EQ(address_of(Counted::without_owner, plan, section),
              list + "?priority=01h00000000000000000000sec&owner=none");
    EXPECT_EQ(address_of(Counted::without_update, plan),
              "/plans/01h0000000000000000000plan/without-update");
}

} // namespace
} // namespace openmasa::plan
