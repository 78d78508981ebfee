#include "plan/home/store.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <random>
#include <tuple>
#include <utility>

namespace openmasa::home {
namespace {

using plan::Status;
using plan::TestPlan;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<plan::ActionId> ids(const std::vector<WaitingAction>& actions) {
    std::vector<plan::ActionId> found;
    for (const auto& action : actions) found.push_back(action.id);
    return found;
}

void add_progress(TestPlan& test, const plan::ActionId& action, Moment at, std::string words) {
    test.in_one_transaction([&] {
        plan::add_progress(test.db, test.constable, *plan::find_action(test.db, test.unit, action),
                           {.at = at,
                            .who = {},
                            .before = Status::not_started,
                            .status = Status::in_progress,
                            .words = std::move(words)});
    });
}

constexpr store::Query<store::None(plan::ImportId, PersonId, Moment, std::string_view,
                                   std::optional<Moment>, plan::PlanId, std::optional<Moment>,
                                   store::Bytes)>
    insert_import{"test.add_import", R"sql(
    INSERT INTO plan_import (id, person_id, at, file_name, digest, document, saved_at, saved_as, left_at)
    VALUES ($1, $2, $3, $4, '', $8, $5, CASE WHEN $5 IS NULL THEN NULL ELSE $6 END, $7))sql"};

void add_import(TestPlan& test, std::string_view file, Moment at, std::optional<Moment> saved,
                std::optional<Moment> left = {}) {
    test.in_one_transaction([&] {
        test.db.run(insert_import, test.unit.new_id<plan::ImportId>(), *test.unit.person, at, file,
                    saved, test.plan.id, left, store::Bytes{""});
    });
}

/// A second plan with one action of the constabulary that is late, changed after the first.
plan::Plan add_second_plan(TestPlan& test, std::string period) {
    const auto first = test.plan;
    auto later = test.unit;
    later.now = test.now + std::chrono::hours{1};
    test.plan = {.id = test.unit.new_id<plan::PlanId>(),
                 .title = "Neglect <b>&",
                 .period = std::move(period)};
    plan::Section section;
    section.id = test.unit.new_id<plan::SectionId>();
    section.plan = test.plan.id;
    section.code = "N";
    section.name = "Neglect";
    plan::Objective objective;
    objective.id = test.unit.new_id<plan::ObjectiveId>();
    objective.section = section.id;
    test.in_one_transaction([&] {
        plan::add_plan(test.db, later, test.plan);
        plan::add_section(test.db, later, section);
        plan::add_objective(test.db, later, objective);
        test.add(section, objective, test.constabulary, {"Visit", "31 Dec 2025"});
    });
    return std::exchange(test.plan, first);
}

TEST(HomeStore, An_owner_finds_their_own_most_pressing_first) {
    TestPlan test;
    const auto own = own_waiting(test.db, test.constable, {test.plan});
    EXPECT_THAT(ids(own),
                ElementsAre(test.late, test.recurring, test.soon, test.at_risk, test.unproven));
    EXPECT_EQ(own.front().section, "Vulnerable <b>& adolescents");
    EXPECT_EQ(own.front().last_update, day(2025, 10, 6));
    EXPECT_EQ(own.front().in_all, 5);
}

TEST(HomeStore, An_owner_of_nothing_and_an_outsider_find_nothing) {
    TestPlan test;
    EXPECT_THAT(own_waiting(test.db, test.outsider, {test.plan}), IsEmpty());
    EXPECT_THAT(own_waiting(test.db, test.unit, {test.plan}), IsEmpty());
    EXPECT_THAT(late_in(test.db, test.outsider, {test.plan}), IsEmpty());
    EXPECT_THAT(late_and_soon_in(test.db, test.outsider, {test.plan}), IsEmpty());
    EXPECT_THAT(recent_changes(test.db, test.outsider, {test.plan}), IsEmpty());
    EXPECT_THAT(waiting_imports(test.db, test.reader), IsEmpty());
    const auto home = load_home(test.db, test.outsider);
    EXPECT_THAT(home.plans, IsEmpty());
    EXPECT_THAT(home.groups, IsEmpty());
}

TEST(HomeStore, Late_actions_come_longest_first_and_withdrawn_ones_not_at_all) {
    TestPlan test;
    const auto late = late_in(test.db, test.unit, {test.plan});
    ASSERT_EQ(late.size(), 3u);
    EXPECT_EQ(late[0].id, test.late);
    EXPECT_EQ(late[1].title, "Map the processes");
    EXPECT_EQ(late[2].id, test.recurring);
}

TEST(HomeStore, A_reader_finds_what_is_late_and_then_what_is_due) {
    TestPlan test;
    const auto due = late_and_soon_in(test.db, test.reader, {test.plan});
    ASSERT_EQ(due.size(), 5u);
    EXPECT_EQ(due[3].id, test.soon);
    EXPECT_EQ(due[4].id, test.with_steps);
}

TEST(HomeStore, A_document_waits_until_it_or_a_newer_one_is_saved) {
    TestPlan test;
    const auto hour = std::chrono::hours{1};
    add_import(test, "waits.docx", test.now - hour, {});
    add_import(test, "left.docx", test.now - hour, {}, test.now);
    add_import(test, "saved.docx", test.now - 3 * hour, test.now - 2 * hour);
    add_import(test, "overtaken.docx", test.now - 4 * hour, {});
    const auto waiting = waiting_imports(test.db, test.unit);
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting.front().file_name, "waits.docx");
    EXPECT_EQ(waiting.front().who, "Business unit");
}

TEST(HomeStore, Changes_of_the_last_two_weeks_come_newest_first) {
    TestPlan test;
    const auto days = [](int number) { return std::chrono::days{number}; };
    add_progress(test, test.late, test.now - days(15), "too old");
    add_progress(test, test.late, test.now - days(2), "older");
    add_progress(test, test.soon, test.now - days(1), "newer");
    add_progress(test, test.withdrawn, test.now, "gone");
    const auto changes = recent_changes(test.db, test.reader, {test.plan});
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].words, "newer");
    EXPECT_EQ(changes[0].who, "Chief Constable");
    EXPECT_EQ(changes[1].before, Status::not_started);
    EXPECT_EQ(changes[1].status, Status::in_progress);
}

TEST(HomeStore, On_a_day_in_the_past_news_are_what_was_true_then_with_its_day) {
    TestPlan test;
    const auto then = test.today - std::chrono::days{60};
    test.in_one_transaction([&] {
        plan::add_progress(test.db, test.constable,
                           *plan::find_action(test.db, test.unit, test.late),
                           {.at = test.now,
                            .before = Status::not_started,
                            .status = Status::in_progress,
                            .words = "Brought in later",
                            .true_from = then});
    });
    auto scope = test.reader;
    scope.looking_back = true;
    scope.today = then + std::chrono::days{2};
    const auto changes = recent_changes(test.db, scope, {test.plan});
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].words, "Brought in later");
    EXPECT_EQ(london_day(changes[0].at), then);
    scope.today = then + std::chrono::days{20};
    EXPECT_THAT(recent_changes(test.db, scope, {test.plan}), IsEmpty());
}

TEST(HomeStore, Evidence_editions_and_a_stop_with_its_reason_are_news_too) {
    TestPlan test;
    const auto hour = std::chrono::hours{1};
    add_import(test, "plan.docx", test.now - 4 * hour, test.now - 3 * hour);
    test.in_one_transaction([&] {
        plan::add_evidence(test.db, test.constable,
                           *plan::find_action(test.db, test.unit, test.late),
                           {.at = test.now - 2 * hour, .title = "Minutes", .words = "Agreed"});
        plan::add_progress(test.db, test.constable,
                           *plan::find_action(test.db, test.unit, test.stopped),
                           {.at = test.now - hour,
                            .before = Status::in_progress,
                            .status = Status::stopped,
                            .words = "Told the board"});
    });
    const auto changes = recent_changes(test.db, test.reader, {test.plan});
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[0].words, "The money went elsewhere");
    EXPECT_EQ(changes[1].what, News::evidence);
    EXPECT_EQ(changes[1].id, test.late.str());
    EXPECT_EQ(changes[1].words, "Minutes");
    EXPECT_EQ(changes[2].what, News::edition);
    EXPECT_EQ(changes[2].id, test.plan.id.str());
    EXPECT_EQ(changes[2].words, "plan.docx");
    EXPECT_EQ(changes[2].who, "Business unit");
}

TEST(HomeStore, Importing_last_years_plan_takes_nothing_away) {
    TestPlan test;
    add_second_plan(test, "2024-25");
    const auto home = load_home(test.db, test.unit);
    ASSERT_EQ(home.plans.size(), 1u);
    EXPECT_EQ(home.plans.front().id, test.plan.id);
    EXPECT_EQ(home.of_plan.size(), 3u);
    EXPECT_EQ(plan::total(home.groups, test.today).late(), 3);
    EXPECT_EQ(load_home(test.db, test.constable).own.size(), 5u);
}

TEST(HomeStore, A_plan_without_a_period_runs_beside_the_one_of_this_year) {
    TestPlan test;
    const auto second = add_second_plan(test, "");
    const auto home = load_home(test.db, test.unit);
    ASSERT_EQ(home.plans.size(), 2u);
    EXPECT_EQ(home.plans[0].id, test.plan.id);
    EXPECT_EQ(home.plans[1].id, second.id);
    EXPECT_EQ(home.sections.size(), 2u);
    EXPECT_EQ(home.of_plan.size(), 4u);
    EXPECT_EQ(plan::total_of(home.groups, second.id, test.today).late(), 1);
    EXPECT_EQ(load_home(test.db, test.reader).of_plan.size(), 6u);
    EXPECT_EQ(load_home(test.db, test.constable).own.size(), 6u);
}

TEST(HomeStore, News_of_a_plan_that_has_ended_are_no_news) {
    TestPlan test;
    const auto second = add_second_plan(test, "2024-25");
    add_progress(test, plan::all_actions_of(test.db, second.id).front().id, test.now, "old");
    EXPECT_THAT(load_home(test.db, test.reader).changes, IsEmpty());
    EXPECT_EQ(recent_changes(test.db, test.reader, {second, test.plan}).size(), 1u);
}

TEST(HomeStore, A_second_plan_costs_no_statement_more) {
    TestPlan test;
    const auto statements = [&] {
        test.db.finish();
        (void)load_home(test.db, test.unit);
        const int number = test.db.statements();
        test.db.finish();
        return number;
    };
    const int with_one = statements();
    add_second_plan(test, "");
    EXPECT_EQ(statements(), with_one);
}

/// The first of those that `wanted` picks, by the day that `day_of` gives; read one by one.
template<class Wanted, class DayOf>
std::vector<plan::ActionId> naively(TestPlan& test, const std::vector<plan::Plan>& plans,
                                    std::size_t most, Wanted wanted, DayOf day_of) {
    std::vector<plan::Action> all;
    for (const auto& plan : plans)
        for (auto& action : plan::all_actions_of(test.db, plan.id))
            if (!action.withdrawn && plan::is_open(action.status) && day_of(action) &&
                wanted(*day_of(action)))
                all.push_back(std::move(action));
    std::ranges::sort(all, {}, [&](const plan::Action& action) {
        return std::tuple(*day_of(action), action.position, action.id);
    });
    std::vector<plan::ActionId> found;
    for (const auto& action : all)
        if (found.size() < most) found.push_back(action.id);
    return found;
}

TEST(HomeStore, What_is_late_and_due_is_what_reading_every_action_would_find) {
    TestPlan test;
    std::mt19937 chance(20260122);
    std::vector<plan::Plan> plans{test.plan};
    for (int made = 0; made < 3; ++made) {
        const auto another = test.add_another_plan("More");
        if (made < 2) plans.push_back(another.plan); // the last one does not run
        for (int more = 0; more < 20; ++more)
            test.in_one_transaction([&] {
                const auto date = test.today + std::chrono::days{int(chance() % 90) - 60};
                constexpr Status statuses[] = {Status::in_progress, Status::done, Status::stopped};
                const auto first = std::exchange(test.plan, another.plan);
                test.add(another.section, another.objective, test.constabulary,
                         {"One", iso(date), statuses[chance() % 3]});
                test.plan = first;
            });
        const auto deadline = [](const plan::Action& action) { return action.deadline; };
        EXPECT_EQ(ids(late_in(test.db, test.unit, plans)),
                  naively(
                      test, plans, most_late, [&](Day day) { return day < test.today; }, deadline));
        EXPECT_EQ(ids(late_and_soon_in(test.db, test.reader, plans)),
                  naively(
                      test, plans, most_to_look_at,
                      [&](Day day) { return day <= test.today + std::chrono::days{30}; },
                      deadline));
    }
}

TEST(HomeStore, Each_reader_gets_their_own_part) {
    TestPlan test;
    EXPECT_EQ(load_home(test.db, test.unit).of_plan.size(), 3u);
    EXPECT_EQ(load_home(test.db, test.reader).of_plan.size(), 5u);
    const auto owner = load_home(test.db, test.constable);
    EXPECT_TRUE(owner.reader.owns_actions);
    EXPECT_EQ(owner.own.size(), 5u);
    EXPECT_THAT(owner.of_plan, IsEmpty());
}

} // namespace
} // namespace openmasa::home
