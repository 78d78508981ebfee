#include "plan/home/store.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>

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
        plan::add_progress(test.db, test.constable, action,
                           {.at = at,
                            .who = {},
                            .before = Status::not_started,
                            .status = Status::in_progress,
                            .words = std::move(words)});
    });
}

constexpr store::Query<store::None(plan::ImportId, PersonId, Moment, std::string_view,
                                   std::optional<Moment>)>
    insert_import{"test.add_import", R"sql(
    INSERT INTO plan_import (id, person_id, at, file_name, digest, document, saved_at)
    VALUES ($1, $2, $3, $4, '', CAST('' AS BLOB), $5))sql"};

void add_import(TestPlan& test, std::string_view file, Moment at, std::optional<Moment> saved) {
    test.in_one_transaction([&] {
        test.db.run(insert_import, test.unit.new_id<plan::ImportId>(), *test.unit.person, at, file,
                    saved);
    });
}

TEST(HomeStore, An_owner_finds_their_own_most_pressing_first) {
    TestPlan test;
    const auto own = own_waiting(test.db, test.constable);
    EXPECT_THAT(ids(own),
                ElementsAre(test.late, test.recurring, test.soon, test.at_risk, test.unproven));
    EXPECT_EQ(own.front().section, "Vulnerable <b>& adolescents");
    EXPECT_EQ(own.front().last_update, day(2025, 10, 6));
    EXPECT_EQ(own.front().in_all, 5);
}

TEST(HomeStore, An_owner_of_nothing_and_an_outsider_find_nothing) {
    TestPlan test;
    EXPECT_THAT(own_waiting(test.db, test.outsider), IsEmpty());
    EXPECT_THAT(own_waiting(test.db, test.unit), IsEmpty());
    EXPECT_THAT(late_in(test.db, test.outsider, test.plan.id), IsEmpty());
    EXPECT_THAT(late_and_soon_in(test.db, test.outsider, test.plan.id), IsEmpty());
    EXPECT_THAT(recent_changes(test.db, test.outsider, test.plan.id), IsEmpty());
    EXPECT_THAT(waiting_imports(test.db, test.reader), IsEmpty());
    const auto home = load_home(test.db, test.outsider);
    EXPECT_FALSE(home.plan);
    EXPECT_THAT(home.groups, IsEmpty());
}

TEST(HomeStore, Late_actions_come_longest_first_and_withdrawn_ones_not_at_all) {
    TestPlan test;
    const auto late = late_in(test.db, test.unit, test.plan.id);
    ASSERT_EQ(late.size(), 3u);
    EXPECT_EQ(late[0].id, test.late);
    EXPECT_EQ(late[1].title, "Map the processes");
    EXPECT_EQ(late[2].id, test.recurring);
}

TEST(HomeStore, A_reader_finds_what_is_late_and_then_what_is_due) {
    TestPlan test;
    const auto due = late_and_soon_in(test.db, test.reader, test.plan.id);
    ASSERT_EQ(due.size(), 5u);
    EXPECT_EQ(due[3].id, test.soon);
    EXPECT_EQ(due[4].id, test.with_steps);
}

TEST(HomeStore, A_document_waits_until_it_or_a_newer_one_is_saved) {
    TestPlan test;
    const auto hour = std::chrono::hours{1};
    add_import(test, "waits.docx", test.now - hour, {});
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
    const auto changes = recent_changes(test.db, test.reader, test.plan.id);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].words, "newer");
    EXPECT_EQ(changes[0].who, "Chief Constable");
    EXPECT_EQ(changes[1].before, Status::not_started);
    EXPECT_EQ(changes[1].status, Status::in_progress);
    EXPECT_EQ(changes[1].in_all, 2);
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
