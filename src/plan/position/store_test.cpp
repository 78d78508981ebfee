// The position on any past day, from the versions in the database: by hand, and held against a
// naive replay of random histories.
#include "core/restriction/sight.hpp"
#include "plan/position/test_position.hpp"
#include "plan/restrictable.hpp"
#include <random>

namespace openmasa::position {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr store::Query<int()> count_outstanding{"test.count_outstanding", R"sql(
    SELECT count(*) FROM recommendation WHERE joined_to_id IS NULL AND withdrawn_at IS NULL
    AND state IN ('accepted', 'in_progress', 'actions_complete', 'impact_tested'))sql"};

class PositionStore : public TestPosition {};

TEST_F(PositionStore, A_backdated_decision_counts_from_its_day_unless_it_is_asked_what_was_known) {
    const auto id = add("Listen to children", day(2025, 3, 10));
    file(id, Home::priority, Kind::workforce, day(2025, 6, 30));
    move(id, State::accepted, day(2025, 3, 31));
    const auto then = position(looking_back(day(2025, 3, 31)), day(2024, 12, 31));
    EXPECT_EQ(then.all.all, 1);
    EXPECT_EQ(then.flow.of(Came::accepted), 1);
    ASSERT_EQ(then.homes.size(), 1U);
    EXPECT_EQ(then.homes[0].name, "Vulnerable <b>& adolescents") << "its first name";
    EXPECT_EQ(position(looking_back(day(2025, 3, 30)), day(2024, 12, 31)).waiting, 1);
    EXPECT_EQ(position(looking_back(day(2025, 3, 9)), day(2024, 12, 31)).recommendations, 0);
    EXPECT_EQ(position(looking_back(day(2025, 7, 1)), day(2025, 3, 31)).late.size(), 1U);
    EXPECT_EQ(position(looking_back(day(2025, 3, 31), true), day(2024, 12, 31)).recommendations, 0);
    EXPECT_EQ(position(looking_back(test.today, true), day(2024, 12, 31)).all.all, 1);
}

TEST_F(PositionStore, What_stands_with_one_that_is_hidden_from_the_reader_counts_by_itself) {
    const auto host = add("Listen", day(2025, 3, 10)), id = add("Share", day(2025, 3, 10));
    move(id, State::accepted, day(2025, 3, 31));
    join(id, host);
    EXPECT_EQ(position(test.unit, day(2025, 12, 31)).joined, 1);
    EXPECT_EQ(position(test.unit, day(2025, 12, 31)).all.all, 0);
    test.db.guard_with(std::make_shared<const store::ReadyLens>(restriction::lens_without(
        {{"recommendation", host.str()}}, test.unit.person, {plan::restrictable()})));
    const auto seen = position(test.unit, day(2025, 12, 31));
    EXPECT_EQ(seen.joined, 0);
    EXPECT_EQ(seen.all.all, 1);
}

TEST_F(PositionStore, A_source_that_was_added_later_may_be_the_earliest) {
    const auto id = add("Listen to children", day(2025, 3, 10));
    move(id, State::accepted, day(2025, 3, 31));
    change(id, [&](Whole& now) {
        now.sources.push_back({.id = test.unit.new_id<recommendations::SourceId>(),
                               .document = "Review",
                               .dated = day(2021, 1, 22),
                               .words = "Published before"});
    });
    EXPECT_EQ(position(test.unit, day(2025, 12, 31)).since_recommended.median,
              (test.today - day(2021, 1, 22)).count());
    EXPECT_EQ(position(looking_back(day(2025, 4, 9)), day(2024, 12, 31)).since_recommended.median,
              30)
        << "nobody had found it yet";
    go_on(1);
    change(id, [](Whole& now) {
        std::erase_if(now.sources, [](const auto& one) { return one.document == "Review"; });
    });
    EXPECT_EQ(position(test.unit, day(2025, 12, 31)).since_recommended.median,
              (test.unit.today - day(2025, 3, 10)).count())
        << "it was another one's";
}

TEST_F(PositionStore, A_line_of_a_list_names_the_recommendation_who_leads_it_and_who_decided) {
    const auto id = add("Listen <b>&", day(2025, 3, 10)), other = add("Other", day(2025, 3, 10));
    file(id, Home::other, {}, day(2025, 6, 30));
    change(id, [&](Whole& now) { now.it.owner = test.constabulary; });
    move(id, State::accepted, day(2025, 3, 31), "First board");
    move(id, State::in_progress, day(2025, 3, 31), "");
    move(id, State::closed, day(2025, 5, 31), "Second board");
    const std::vector ids = {id, other};
    const auto names = named(test.db, test.unit, ids);
    EXPECT_EQ(names.at(id).title, "Listen <b>&");
    EXPECT_THAT(names.at(id).reference, testing::StartsWith("W-"));
    EXPECT_EQ(names.at(id).owner, "Norfolk Constabulary <b>&");
    EXPECT_EQ(names.at(id).due_words, "30 Jun 2025");
    EXPECT_EQ(names.at(other).owner, "");
    EXPECT_THAT(deciders_after(test.db, test.unit, ids, day(2024, 12, 31)),
                ElementsAre(testing::Pair(std::pair(id, day(2025, 3, 31)), "First board"),
                            testing::Pair(std::pair(id, day(2025, 5, 31)), "Second board")));
    EXPECT_EQ(deciders_after(test.db, test.unit, ids, day(2025, 3, 31)).size(), 1U);
}

TEST_F(PositionStore, Who_may_not_read_the_plan_has_nothing) {
    const auto id = add("Listen to children", day(2025, 3, 10));
    const std::vector ids = {id};
    const auto all = lives(test.db, test.unit);
    EXPECT_THAT(lives(test.db, test.outsider), IsEmpty());
    EXPECT_THAT(priority_names(test.db, test.outsider, all), IsEmpty());
    EXPECT_THAT(named(test.db, test.outsider, ids), IsEmpty());
    EXPECT_THAT(deciders_after(test.db, test.outsider, ids, day(2024, 1, 1)), IsEmpty());
}

// --- random histories, replayed ------------------------------------------------------------------

/// What the test itself noted of a version.
struct Noted {
    Day true_from{}, recorded{};
    State state = State::proposed;
    std::optional<RecommendationId> joined_to{};
    bool withdrawn = false;
    std::optional<Home> home{};
    std::optional<Kind> kind{};
    std::optional<Day> due{};
    Day first_source{};

    bool counts() const { return !joined_to && !withdrawn; }
    bool outstanding() const {
        return counts() && (state == State::accepted || state == State::in_progress ||
                            state == State::actions_complete || state == State::impact_tested);
    }
    bool ended() const {
        return state == State::embedded || state == State::superseded || state == State::closed;
    }
};

/// Random lives of many recommendations on days that go on, with decisions that are recorded long
/// after they were made.
class RandomPositions : public TestPosition {
protected:
    int below(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
    Day between(Day first, Day last) {
        return first + std::chrono::days{below(static_cast<int>((last - first).count()) + 1)};
    }

    void live() {
        go_on(below(6));
        if (ids_.size() < 6 || below(6) == 0) return begin();
        const auto& id = ids_[static_cast<std::size_t>(below(int(ids_.size())))];
        const auto now = whole(id).it;
        if (now.joined_to) return below(2) ? (part(id), note(id, test.unit.today)) : void();
        switch (below(8)) {
        case 0: return stand_with_another(id);
        case 1: return refile(id);
        case 2: return below(3) ? find_older_source(id) : lose_source(id);
        case 3: return withdraw_or_bring_back(id, now);
        default: return decide(id, now);
        }
    }

    // ------------------------------------------------------------------ the naive replay
    std::optional<Noted> stood(const RecommendationId& id, Day at, std::optional<Day> known) const {
        std::optional<Noted> found;
        for (const auto& one : log_.at(id))
            if (one.true_from <= at && (!known || one.recorded <= *known)) found = one;
        return found;
    }
    void expect_as_replayed(Day then, Day now, bool as_known_then) {
        SCOPED_TRACE(iso(then) + " to " + iso(now) + (as_known_then ? " as known then" : ""));
        const auto known = as_known_then ? std::optional(now) : std::nullopt;
        const auto made = position(looking_back(now, as_known_then), then);
        expect_counts(made, now, known);
        expect_flow(made.flow, then, now, known);
        expect_ages(made, now, known);
        expect_moves(made, then, now, known);
    }

private:
    void begin() {
        const auto dated = test.unit.today - std::chrono::days{below(400)};
        const auto id = add("Number " + std::to_string(ids_.size()), dated);
        ids_.push_back(id);
        note(id, dated);
    }
    void stand_with_another(const RecommendationId& id) {
        const auto& other = ids_[static_cast<std::size_t>(below(int(ids_.size())))];
        if (other == id) return;
        join(id, other);
        note(id, test.unit.today);
    }
    void refile(const RecommendationId& id) {
        const auto home = below(4), kind = below(5);
        file(id, home == 3 ? std::nullopt : std::optional(recommendations::all_homes[size_t(home)]),
             kind == 4 ? std::nullopt : std::optional(recommendations::all_kinds[size_t(kind)]),
             below(2) ? std::optional(test.unit.today + std::chrono::days{below(200) - 100})
                      : std::nullopt);
        note(id, test.unit.today);
    }
    void find_older_source(const RecommendationId& id) {
        const auto dated = test.unit.today - std::chrono::days{below(2000)};
        change(id, [&](Whole& now) {
            now.sources.push_back({.id = test.unit.new_id<recommendations::SourceId>(),
                                   .document = "Review",
                                   .dated = dated,
                                   .words = "Words"});
        });
        note(id, test.unit.today);
    }
    /// It was another one's.
    void lose_source(const RecommendationId& id) {
        change(id, [](Whole& now) {
            if (now.sources.size() > 1) now.sources.pop_back();
        });
        note(id, test.unit.today);
    }
    void withdraw_or_bring_back(const RecommendationId& id, const Recommendation& now) {
        change(id, [&](Whole& all) {
            all.it.withdrawn = !now.withdrawn;
            all.it.withdrawn_why = now.withdrawn ? "" : "No recommendation";
        });
        note(id, test.unit.today);
    }
    void decide(const RecommendationId& id, const Recommendation& now) {
        if (now.withdrawn) return;
        const auto to = recommendations::all_states[static_cast<std::size_t>(
            below(int(recommendations::all_states.size())))];
        const auto on = between(now.since, test.unit.today);
        move(id, to, on);
        note(id, on);
    }
    void note(const RecommendationId& id, Day true_from) {
        const auto now = whole(id);
        const auto& it = now.it;
        const auto earliest = std::ranges::min(now.sources, {}, &recommendations::Source::dated);
        log_[id].push_back({.true_from = true_from,
                            .recorded = test.unit.today,
                            .state = it.state,
                            .joined_to = it.joined_to,
                            .withdrawn = it.withdrawn,
                            .home = it.home,
                            .kind = it.kind,
                            .due = it.due,
                            .first_source = *earliest.dated});
    }

    template<class Take> void each(Day at, std::optional<Day> known, Take take) const {
        for (const auto& id : ids_)
            if (const auto one = stood(id, at, known)) take(id, *one);
    }
    void expect_counts(const Position& made, Day now, std::optional<Day> known) const {
        int all = 0, waiting = 0, joined = 0, there = 0;
        std::size_t late = 0;
        std::map<std::pair<int, int>, int> cells;
        each(now, known, [&](const RecommendationId&, const Noted& one) {
            there += !one.withdrawn;
            joined += one.joined_to && !one.withdrawn;
            waiting += one.counts() && one.state == State::proposed;
            if (!one.outstanding()) return;
            ++all;
            ++cells[{one.home ? int(*one.home) : 3, one.kind ? int(*one.kind) : 4}];
            late += one.due && *one.due < now && one.state != State::actions_complete &&
                    one.state != State::impact_tested;
        });
        EXPECT_EQ(made.all.all, all);
        EXPECT_EQ(made.waiting, waiting);
        EXPECT_EQ(made.joined, joined);
        EXPECT_EQ(made.recommendations, there);
        EXPECT_EQ(made.late.size(), late);
        for (const auto& row : made.homes)
            for (std::size_t kind = 0; kind < kind_columns; ++kind)
                cells[{row.home ? int(*row.home) : 3, int(kind)}] -= row.of_kind[kind];
        for (const auto& [cell, left] : cells) EXPECT_EQ(left, 0) << cell.first << cell.second;
    }
    /// Day by day.
    void expect_flow(const Flow& made, Day then, Day now, std::optional<Day> known) const {
        Flow flow;
        for (const auto& id : ids_) {
            const auto at_first = stood(id, then, known), at_last = stood(id, now, known);
            flow.then += at_first && at_first->outstanding();
            flow.now += at_last && at_last->outstanding();
            for (auto today = then + std::chrono::days{1}; today <= now;
                 today += std::chrono::days{1})
                replay_day(flow, stood(id, today - std::chrono::days{1}, known),
                           stood(id, today, known));
        }
        EXPECT_EQ(made.then, flow.then);
        EXPECT_EQ(made.now, flow.now);
        EXPECT_EQ(made.came, flow.came);
        EXPECT_EQ(made.went, flow.went);
        EXPECT_EQ(made.then + made.opened() - made.closed() + made.otherwise(), made.now);
    }
    static void replay_day(Flow& flow, const std::optional<Noted>& was,
                           const std::optional<Noted>& is) {
        const bool before = was && was->outstanding(), after = is && is->outstanding();
        const auto came = [&](Came how) { ++flow.came[static_cast<std::size_t>(how)]; };
        const auto went = [&](Went how) { ++flow.went[static_cast<std::size_t>(how)]; };
        if (after && !before) {
            if (was && was->ended()) return came(Came::reopened);
            const bool was_accepted =
                was && was->state != State::proposed && was->state != State::not_accepted;
            if (!was_accepted) return came(Came::accepted);
            came(was->withdrawn ? Came::brought_back : Came::parted);
        } else if (before && !after) {
            if (is->state == State::embedded) return went(Went::embedded);
            if (is->state == State::superseded) return went(Went::superseded);
            if (is->state == State::closed) return went(Went::closed);
            if (is->state == State::not_accepted) return went(Went::not_accepted);
            if (is->state == State::proposed) return went(Went::undecided);
            went(is->withdrawn ? Went::withdrawn : Went::joined);
        }
    }
    void expect_ages(const Position& made, Day now, std::optional<Day> known) const {
        std::map<RecommendationId, Day> first;
        each(now, known, [&](const RecommendationId& id, const Noted& one) {
            const auto& head = one.joined_to && !one.withdrawn ? *one.joined_to : id;
            const auto day = std::min(one.first_source, log_.at(id).front().true_from);
            if (const auto known_day = first.find(head); known_day == first.end())
                first[head] = day;
            else
                known_day->second = std::min(known_day->second, day);
        });
        std::vector<Day> recommended, accepted;
        each(now, known, [&](const RecommendationId& id, const Noted& one) {
            if (!one.outstanding()) return;
            recommended.push_back(first.at(id));
            auto since = now;
            const auto in_hand = [](Noted state) {
                state.joined_to.reset();
                state.withdrawn = false;
                return state.outstanding();
            };
            for (auto at = now; stood(id, at, known) && in_hand(*stood(id, at, known));
                 at -= std::chrono::days{1})
                since = at;
            accepted.push_back(since);
        });
        const auto by_hand = ages_of(recommended, now), since = ages_of(accepted, now);
        EXPECT_EQ(made.since_recommended.in_band, by_hand.in_band);
        EXPECT_EQ(made.since_recommended.median, by_hand.median);
        EXPECT_EQ(made.since_accepted.in_band, since.in_band);
        EXPECT_EQ(made.since_accepted.median, since.median);
    }
    void expect_moves(const Position& made, Day then, Day now, std::optional<Day> known) const {
        std::size_t moved = 0;
        for (const auto& id : ids_)
            for (auto today = then + std::chrono::days{1}; today <= now;
                 today += std::chrono::days{1}) {
                const auto was = stood(id, today - std::chrono::days{1}, known);
                const auto is = stood(id, today, known);
                moved += is && (!was || was->state != is->state ||
                                was->joined_to != is->joined_to || was->withdrawn != is->withdrawn);
            }
        EXPECT_EQ(made.moved.size(), moved);
    }

    std::mt19937 random_{31032025};
    std::vector<RecommendationId> ids_;
    std::map<RecommendationId, std::vector<Noted>> log_;
};

TEST_F(RandomPositions, On_any_past_day_they_are_what_a_naive_replay_says) {
    const Day began = test.unit.today;
    for (int step = 0; step < 300; ++step) live();
    for (int look = 0; look < 24; ++look) {
        const auto now = between(began - std::chrono::days{200}, test.unit.today);
        const auto then = between(now - std::chrono::days{300}, now);
        expect_as_replayed(then, now, look % 3 == 0);
    }
    expect_as_replayed(began, test.unit.today, false);
}

TEST_F(RandomPositions, Outstanding_is_what_the_lens_shows_of_the_records_themselves) {
    const Day began = test.unit.today;
    for (int step = 0; step < 120; ++step) live();
    for (int look = 0; look < 12; ++look) {
        const history::AsAt as_at{.day = between(began - std::chrono::days{200}, test.unit.today),
                                  .as_known_then = look % 2 == 0};
        store::Lens lens;
        history::look_back(lens, as_at);
        plan::look_back(lens, as_at);
        test.db.look_through(std::move(lens));
        const auto through_lens = test.db.one(count_outstanding);
        test.db.finish();
        const auto made = position(looking_back(as_at.day, as_at.as_known_then), began);
        EXPECT_EQ(made.all.all, through_lens) << iso(as_at.day);
    }
}

} // namespace
} // namespace openmasa::position
