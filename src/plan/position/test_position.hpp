#pragma once
// What tests of the position statement share: the plan's cast (plan/test_plan.hpp), and
// recommendations that are kept by their store. Today is Thursday 22 January 2026.
#include "core/history/history.hpp"
#include "plan/look_back.hpp"
#include "plan/position/rules.hpp"
#include "plan/position/store.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::position {

using recommendations::Recommendation;
using recommendations::SourceKind;
using recommendations::Whole;

class TestPosition : public testing::Test {
protected:
    /// Proposed, with one source of that day.
    RecommendationId add(const std::string& title, Day dated) {
        Whole whole{.it = {.id = test.unit.new_id<RecommendationId>(), .title = title}};
        whole.it.since = dated;
        whole.sources.push_back({.id = test.unit.new_id<recommendations::SourceId>(),
                                 .kind = SourceKind::audit,
                                 .document = "Audit",
                                 .dated = dated,
                                 .words = "As published"});
        const auto id = whole.it.id;
        test.in_one_transaction([&] { add_recommendation(test.db, test.unit, whole); });
        return id;
    }
    Whole whole(const RecommendationId& id) {
        auto found = find_whole(test.db, test.unit, id);
        test.db.finish();
        EXPECT_TRUE(found);
        return found.value_or(Whole{});
    }
    /// Changes it, true from that day; today without one.
    template<class Change>
    void change(const RecommendationId& id, Change how, std::optional<Day> true_from = {}) {
        auto now = whole(id);
        how(now);
        test.in_one_transaction([&] {
            ASSERT_TRUE(
                save_recommendation(test.db, test.unit, now,
                                    {.verb = "recommendation.changed", .true_from = true_from}));
        });
    }
    void move(const RecommendationId& id, State to, Day on,
              const std::string& by = "Delegated <b>& partners") {
        change(
            id,
            [&](Whole& now) {
                now.moves.push_back({.id = test.unit.new_id<recommendations::MoveId>(),
                                     .number = int(now.moves.size()) + 1,
                                     .move = "close",
                                     .from = now.it.state,
                                     .to = to,
                                     .on = on,
                                     .by = by,
                                     .comment = "So it was"});
                now.it.state = to;
                now.it.since = on;
            },
            on);
    }
    void file(const RecommendationId& id, std::optional<Home> home, std::optional<Kind> kind,
              std::optional<Day> due = {}) {
        change(id, [&](Whole& now) {
            now.it.home = home;
            now.it.priority =
                home == Home::priority ? std::optional(test.adolescents.id) : std::nullopt;
            now.it.home_words = home == Home::sector ? "Education <b>&" : "";
            now.it.kind = kind;
            now.it.due = due;
            now.it.due_words = due ? spoken(*due) : "";
        });
    }
    void join(const RecommendationId& id, const RecommendationId& to) {
        change(id, [&](Whole& now) {
            now.it.joined_to = to;
            now.it.joined_on = test.unit.today;
        });
    }
    void part(const RecommendationId& id) {
        change(id, [](Whole& now) {
            now.it.joined_to.reset();
            now.it.joined_on.reset();
        });
    }
    void go_on(int days) {
        test.unit.today += std::chrono::days{days};
        test.unit.now += std::chrono::days{days};
    }
    /// Whoever looks back at the end of that day.
    Scope looking_back(Day at, bool as_known_then = false) const {
        auto scope = test.unit;
        scope.today = at;
        scope.looking_back = true;
        scope.as_known_then = as_known_then;
        return scope;
    }
    Position position(const Scope& scope, Day then) {
        const auto all = lives(test.db, scope);
        auto made = position_of(all, then, scope.today, priority_names(test.db, scope, all));
        test.db.finish();
        return made;
    }
    plan::TestPlan test;
};

} // namespace openmasa::position
