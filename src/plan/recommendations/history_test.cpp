// What a recommendation was on any past day: held against a naive replay, and by verify.
#include "core/history/since.hpp"
#include "core/registers/history_views.hpp"
#include "plan/meanwhile.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include <map>
#include <random>

namespace openmasa::recommendations {
namespace {

class RecommendationHistory : public TestRecommendations {
protected:
    void tamper(const std::string& sql) {
        test.in_one_transaction([&] { test.db.execute(sql); });
    }
};

TEST_F(RecommendationHistory, A_day_in_the_past_shows_where_it_stood_with_what_it_had) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "31 March 2025"));
    ASSERT_TRUE(move_on(test.unit, id, Move::start, "2 June 2025"));
    EXPECT_FALSE(whole_then(day(2025, 3, 9), id)) << "nobody had recommended it yet";
    EXPECT_EQ(whole_then(day(2025, 3, 10), id)->it.state, State::proposed);
    EXPECT_EQ(whole_then(day(2025, 3, 30), id)->it.state, State::proposed);
    const auto accepted = whole_then(day(2025, 3, 31), id);
    EXPECT_EQ(accepted->it.state, State::accepted);
    EXPECT_EQ(accepted->moves.size(), 1U);
    EXPECT_EQ(accepted->sources.size(), 1U);
    EXPECT_EQ(whole_then(day(2025, 6, 2), id)->it.state, State::in_progress);
    EXPECT_EQ(whole_then(day(2025, 6, 2), id)->moves.size(), 2U);
}

TEST_F(RecommendationHistory, What_was_recorded_later_was_not_known_then) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "31 March 2025"));
    store::Lens lens;
    plan::look_back(lens, {.day = day(2025, 12, 31), .as_known_then = true});
    test.db.look_through(std::move(lens));
    EXPECT_FALSE(find_recommendation(test.db, test.unit, id));
    test.db.finish();
}

TEST_F(RecommendationHistory, Joined_and_actions_linked_are_as_they_were) {
    const auto one = added(filed("One")), two = added(filed("Two"));
    ASSERT_TRUE(link(one, {test.done}));
    test.unit.today += std::chrono::days{5};
    test.unit.now += std::chrono::days{5};
    ASSERT_TRUE(run([&] {
        return join(test.db, test.unit, {.id = two, .version = 1, .to = one, .likeness = 50});
    }));
    ASSERT_TRUE(link(one, {}));
    const auto count = [&] { return joined_to(test.db, test.unit, one).size(); };
    EXPECT_EQ(count(), 1U);
    EXPECT_EQ(then(day(2026, 1, 26), count), 0U);
    EXPECT_EQ(then(day(2026, 1, 27), count), 1U);
    EXPECT_EQ(whole_then(day(2026, 1, 26), one)->actions.size(), 1U);
    EXPECT_EQ(whole_then(day(2026, 1, 27), one)->actions.size(), 0U);
}

TEST_F(RecommendationHistory,
       What_somebody_saved_meanwhile_names_the_agencies_and_is_not_told_twice) {
    auto command = filed();
    command.filing.expected.clear();
    const auto id = added(command);
    command.filing.expected = {test.constabulary, test.services};
    ASSERT_TRUE(run([&] {
        return change_filing(test.db, test.unit,
                             {.id = id, .version = 1, .filing = command.filing});
    }));
    const auto versions = history::versions_since(test.db, record_kind, id.view(), 1, 10);
    const auto seen = std::string(
        registers::meanwhile_view(recommendation_register, versions,
                                  registers::names_by_id(test.db, recommendation_register))
            .view());
    EXPECT_NE(seen.find("Norfolk Constabulary"), seen.npos) << seen;
    EXPECT_EQ(seen.find(test.constabulary.str()), seen.npos) << seen;
    EXPECT_TRUE(plan::saved_meanwhile(test.db, record_kind, id.view(), 1));
    EXPECT_FALSE(plan::saved_meanwhile(test.db, record_kind, id.view(), 2))
        << "who read the newest was not late: what refused them was a rule";
}

TEST_F(RecommendationHistory, What_another_program_changed_is_found) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    ASSERT_EQ(faults(), std::vector<std::string>());
    for (const auto* sql : {"UPDATE recommendation SET state = 'closed'",
                            "UPDATE recommendation_source SET words = 'Something else'",
                            "UPDATE recommendation_move SET decided_by = 'Nobody'",
                            "DELETE FROM recommendation_move"}) {
        tamper(sql);
        EXPECT_FALSE(faults().empty()) << sql;
    }
}

/// Random lives of several recommendations on days that go on; what each was is noted as it
/// happens.
class RandomLives : public TestRecommendations {
protected:
    int below(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
    RecommendationId any() { return ids_[static_cast<std::size_t>(below(int(ids_.size())))]; }

    void live() {
        const auto days = std::chrono::days{below(3)};
        test.unit.today += days;
        test.unit.now += days;
        if (ids_.size() < 4 || below(12) == 0) return begin();
        const auto id = any(), other = any();
        const auto it = now(id);
        if (it.joined_to && below(2))
            stand_alone(it);
        else if (below(8) == 0)
            (void)run([&] {
                return join(test.db, test.unit, {.id = id, .version = it.version, .to = other});
            });
        else if (!it.joined_to)
            go_somewhere(it, other);
        note(id);
    }
    void expect_as_noted(Day day) {
        for (const auto& [id, stood] : replay_) {
            const auto was = whole_then(day, id);
            const auto after = stood.upper_bound(day);
            EXPECT_EQ(was.has_value(), after != stood.begin());
            if (!was || after == stood.begin()) continue;
            EXPECT_EQ(was->it.state, std::prev(after)->second.state);
            EXPECT_EQ(was->it.joined_to.has_value(), std::prev(after)->second.is_joined);
        }
    }

private:
    void begin() {
        auto command = filed("Number " + std::to_string(ids_.size()));
        command.source.dated = iso(test.unit.today);
        const auto id = added(command);
        ids_.push_back(id);
        EXPECT_TRUE(link(id, {test.done}));
        EXPECT_TRUE(show(id, Shows::completion, EvidenceKind::document));
        EXPECT_TRUE(show(id, Shows::impact, EvidenceKind::survey));
        note(id);
    }
    void stand_alone(const Recommendation& it) {
        EXPECT_TRUE(run([&] {
            return part(test.db, test.unit,
                        {.id = it.id, .version = it.version, .why = "Not the same."});
        }));
    }
    void go_somewhere(const Recommendation& it, const RecommendationId& other) {
        const auto rows = transitions::rows_from(moves(), it.state);
        const auto* row = rows[static_cast<std::size_t>(below(int(rows.size())))];
        const auto by = now(other).reference;
        const auto moved = run([&] {
            return move(test.db, test.unit,
                        {.id = it.id,
                         .version = it.version,
                         .move = row->move,
                         .on = iso(test.unit.today),
                         .by = "Board",
                         .comment = "So it was.",
                         .superseded_by = by});
        });
        EXPECT_TRUE(moved || other == it.id) << to_text(row->move);
    }
    void note(const RecommendationId& id) {
        const auto it = now(id);
        replay_[id][test.unit.today] = {it.state, it.joined_to.has_value()};
    }

    struct Noted {
        State state = State::proposed;
        bool is_joined = false;
    };
    std::mt19937 random_{31032025};
    std::vector<RecommendationId> ids_;
    std::map<RecommendationId, std::map<Day, Noted>> replay_;
};

TEST_F(RandomLives, As_at_any_day_they_are_what_a_naive_replay_says) {
    const Day first = test.unit.today;
    for (int step = 0; step < 120; ++step) live();
    for (Day day = first - std::chrono::days{1}; day <= test.unit.today;
         day += std::chrono::days{7})
        expect_as_noted(day);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

} // namespace
} // namespace openmasa::recommendations
