#include "plan/look_back.hpp"
#include "plan/progress.hpp"
#include "plan/tally_store.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <random>

namespace openmasa::plan {
namespace {

using history::AsAt;
using history::Content;

/// What an action was after one change.
struct Written {
    ActionId id;
    Content content;
    bool counts = true;
    Status status{};
    Day true_from{};
    Moment at{};
};

class LookBack : public testing::Test {
protected:
    static constexpr int days = 60;

    LookBack() : chance_(20260122) {
        for (const auto& action : all_actions_of(test.db, test.plan.id))
            keep(action.id, test.unit.today, test.unit.now);
        test.db.finish();
    }
    int below(unsigned most) { return static_cast<int>(chance_() % most); }

    Scope unit_on(int day, int hour) const {
        auto scope = test.unit;
        scope.now = Moment{test.today + std::chrono::days{day}} + std::chrono::hours{hour};
        scope.today = london_day(scope.now);
        return scope;
    }
    void keep(const ActionId& id, Day true_from, Moment at) {
        const auto whole = whole_action(test.db, *find_action(test.db, test.unit, id));
        written_.push_back({id, history::state_of(fields_of("action"), content_of(whole)),
                            !whole.action.withdrawn, whole.action.status, true_from, at});
    }
    void change_something(const Scope& scope) {
        auto all = all_actions_of(test.db, test.plan.id);
        auto action = all[static_cast<std::size_t>(below(unsigned(all.size())))];
        const auto true_from = scope.today - std::chrono::days{below(4) ? 0 : below(15)};
        switch (below(5)) {
        case 0: action.title = "Title " + std::to_string(below(1000)); break;
        case 1: action.status = all_statuses[static_cast<std::size_t>(below(4))]; break;
        case 2:
            action.section = test.families.id;
            action.objective = test.front_door.id;
            action.position = below(50);
            break;
        case 3: action.withdrawn_why = action.withdrawn ? "" : "Of no use any more"; break;
        case 4: add_a_step(scope, action); break;
        }
        action.withdrawn = !action.withdrawn_why.empty();
        test.in_one_transaction([&] {
            EXPECT_TRUE(save_action(test.db, scope, action,
                                    {.verb = "action.changed", .true_from = true_from}));
            keep(action.id, true_from, scope.now);
        });
    }
    void add_a_step(const Scope& scope, Action& action) {
        auto steps = steps_of(test.db, action.id);
        steps.push_back({.id = scope.new_id<StepId>(),
                         .words = "Step " + std::to_string(below(1000)),
                         .latest = scope.today + std::chrono::days{below(90)}});
        action.steps = int(steps.size());
        test.in_one_transaction([&] {
            save_steps(test.db, scope, action.id, steps);
            add_progress(test.db, scope, action, {.at = scope.now, .words = "Began"});
        });
    }
    /// The naive way: every change from the first to the last.
    std::map<ActionId, const Written*> replay(const AsAt& as_at) const {
        std::map<ActionId, const Written*> newest;
        for (const auto& one : written_) {
            const bool known = !as_at.as_known_then || one.at < history::end_of(as_at.day);
            if (known && one.true_from <= as_at.day) newest[one.id] = &one;
        }
        return newest;
    }
    void look(const AsAt& as_at) {
        store::Lens lens;
        plan::look_back(lens, as_at);
        test.db.finish();
        test.db.look_through(std::move(lens));
    }
    void expect_as_replayed(const AsAt& as_at) {
        const auto expected = replay(as_at);
        look(as_at);
        const auto all = all_actions_of(test.db, test.plan.id);
        ASSERT_EQ(all.size(), expected.size());
        int counted = 0, done = 0;
        for (const auto& action : all) {
            const auto& was = *expected.at(action.id);
            const auto whole = whole_action(test.db, *find_action(test.db, test.unit, action.id));
            EXPECT_EQ(history::state_of(fields_of("action"), content_of(whole)), was.content);
            counted += was.counts;
            done += was.counts && was.status == Status::done;
        }
        const auto tally = total(tally_of(test.db, test.reader, test.plan.id), as_at.day);
        EXPECT_EQ(tally.actions, counted);
        EXPECT_EQ(total(tally_of_all(test.db, test.reader), as_at.day).actions, counted);
        int counted_done = 0;
        for (const auto& group : tally_of(test.db, test.reader, test.plan.id))
            counted_done += group.status == Status::done ? group.actions : 0;
        EXPECT_EQ(counted_done, done);
    }

    TestPlan test;
    std::mt19937 chance_;
    std::vector<Written> written_;
};

TEST_F(LookBack, Every_day_of_a_random_history_is_what_a_replay_gives) {
    for (int day = 0; day < days; ++day)
        for (int hour = 8; hour < 24; hour += 1 + below(9)) change_something(unit_on(day, hour));
    for (int day = -3; day < days; ++day)
        for (const bool then : {false, true}) {
            const AsAt as_at{.day = test.today + std::chrono::days{day}, .as_known_then = then};
            SCOPED_TRACE(iso(as_at.day) + (then ? " as known then" : ""));
            expect_as_replayed(as_at);
        }
}

TEST_F(LookBack, Progress_and_evidence_are_those_that_had_been_recorded) {
    const auto later = unit_on(10, 12);
    test.in_one_transaction([&] {
        const auto action = *find_action(test.db, later, test.late);
        add_progress(test.db, later, action, {.at = later.now, .words = "It is drawn."});
        add_progress(test.db, later, action,
                     {.at = later.now, .words = "It was begun.", .true_from = unit_on(5, 9).today});
        add_evidence(test.db, later, action, {.at = later.now, .words = "A map."});
        EXPECT_TRUE(save_action(test.db, later, action, {.verb = "action.progress_recorded"}));
    });
    const auto known = [&](int day, bool then) {
        look({.day = unit_on(day, 9).today, .as_known_then = then});
        return progress_of(test.db, test.late).size() + evidence_of(test.db, test.late).size();
    };
    EXPECT_EQ(known(10, true), 3u);
    EXPECT_EQ(known(9, false), 1u) << "what was true by then and is known now";
    EXPECT_EQ(known(9, true), 0u);
    EXPECT_EQ(known(4, false), 0u);
}

TEST_F(LookBack, The_twins_have_every_column_of_their_tables) {
    if (store::TestDatabase::is_on_postgresql()) GTEST_SKIP() << "SQLite's list of columns";
    for (const auto* table :
         {"plan", "section", "objective", "action", "step", "action_note", "progress", "evidence",
          "plan_import", "recommendation", "recommendation_source", "recommendation_evidence",
          "recommendation_move", "recommendation_response"}) {
        store::Lens lens;
        look_back(lens, {.day = test.today});
        const auto seen = std::string(lens.over("SELECT * FROM " + std::string(table), "main"));
        constexpr store::Query<std::string(std::string_view)> list_columns{
            "test.columns", "SELECT name FROM pragma_table_info($1)"};
        test.db.finish();
        for (const auto& column : test.db.all(list_columns, table))
            EXPECT_TRUE(seen.find("." + column + ",") != seen.npos ||
                        seen.find("." + column + " FROM") != seen.npos ||
                        seen.find(" AS " + column) != seen.npos)
                << table << "." << column
                << " is not in what looking back shows (src/plan/twins.hpp)";
    }
}

} // namespace
} // namespace openmasa::plan
