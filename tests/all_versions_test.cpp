#include "core/accounts/person_details.hpp"
#include "core/restriction/sight.hpp"
#include "plan/all_versions.hpp"
#include "plan/home/store.hpp"
#include "plan/look_back.hpp"
#include "plan/owed/changes_store.hpp"
#include "plan/owed/gaps_store.hpp"
#include "plan/progress.hpp"
#include "plan/restrictable.hpp"
#include "plan/tally_store.hpp"
#include "plan/test_plan.hpp"
#include "plan/year/store.hpp"
#include <gmock/gmock.h>
#include <random>

namespace openmasa::plan {
namespace {

using history::AsAt;

/// What every query sees through the lenses, and what is gone through in memory, of one history of
/// two plans between which actions are moved.
class AllVersionsTest : public testing::Test {
protected:
    static constexpr int days = 50;

    AllVersionsTest() : locality_(test.add_another_plan("Locality plan")) {
        accounts::PersonDetails leaver;
        leaver.id = *test.constable.person;
        leaver.name = test.constable.known_as;
        leaver.left_on = day(2026, 3, 1);
        test.in_one_transaction(
            [&] { EXPECT_TRUE(accounts::save_details(test.db, test.unit, leaver)); });
    }
    int below(unsigned most) { return static_cast<int>(chance_() % most); }
    Scope unit_on(int day, int hour) const {
        auto scope = test.unit;
        scope.now = Moment{test.today + std::chrono::days{day}} + std::chrono::hours{hour};
        scope.today = london_day(scope.now);
        return scope;
    }
    std::vector<Action> actions() {
        auto all = all_actions_of(test.db, test.plan.id);
        std::ranges::copy(all_actions_of(test.db, locality_.plan.id), std::back_inserter(all));
        return all;
    }
    void move(Action& action) {
        const bool away = action.plan == test.plan.id;
        action.plan = away ? locality_.plan.id : test.plan.id;
        action.section = away ? locality_.section.id : test.adolescents.id;
        action.objective = away ? locality_.objective.id : test.prevent.id;
    }
    void change(Action& action) {
        switch (below(8)) {
        case 0: action.status = all_statuses[static_cast<std::size_t>(below(6))]; break;
        case 1: action.withdrawn_why = action.withdrawn ? "" : "Of no use any more"; break;
        case 2: move(action); break;
        case 3: action.owner = below(2) ? std::optional(test.constabulary) : std::nullopt; break;
        case 4:
            action.target = target_day(understand_date(below(2) ? "1 March 2026" : "soonish"));
            break;
        case 5: action.evidence = below(2); break;
        case 6: action.lead = below(2) ? test.constable.person : test.reader.person; break;
        case 7: action.last_update = test.today - std::chrono::days{below(200)}; break;
        }
        action.stopped_why = action.status != Status::stopped ? "" : below(2) ? "No money" : " ";
        action.withdrawn = !action.withdrawn_why.empty();
        action.deadline = deadline_of(action.target, action.adopted_on, action.last_update);
    }
    void change_something(const Scope& scope) {
        test.db.finish();
        auto all = actions();
        auto& action = all[static_cast<std::size_t>(below(unsigned(all.size())))];
        change(action);
        const auto true_from = scope.today - std::chrono::days{below(3) ? 0 : below(15)};
        test.in_one_transaction([&] {
            record_something(scope, action, true_from);
            EXPECT_TRUE(save_action(test.db, scope, action,
                                    {.verb = "action.changed", .true_from = true_from}));
        });
    }
    void record_something(const Scope& scope, const Action& action, Day true_from) {
        const auto any_status = [&] { return all_statuses[static_cast<std::size_t>(below(6))]; };
        if (below(2))
            add_progress(test.db, scope, action,
                         {.at = scope.now,
                          .who = {},
                          .before = any_status(),
                          .status = action.status,
                          .words = below(3) ? "It goes on" : "",
                          .true_from = true_from});
        if (!below(3))
            add_evidence(
                test.db, scope, action,
                {.at = scope.now, .who = {}, .title = "Minute", .words = "Agreed", .link = {}});
        if (below(3)) return;
        Step step{.id = scope.new_id<StepId>(), .words = "A pilot", .date_words = "in spring"};
        step.latest = true_from + std::chrono::days{below(60)};
        if (below(2)) step.done_on = true_from;
        save_steps(test.db, scope, action.id, {step});
    }
    void hide(Scope& scope, std::vector<Record> hidden) {
        const restriction::AllKinds all{restrictable()};
        test.db.guard_with(std::make_shared<const store::ReadyLens>(
            restriction::lens_without(hidden, scope.person, all)));
        scope.hidden = std::move(hidden);
    }
    Scope looking(Scope scope, const AsAt& as_at, const std::vector<Record>& hidden) {
        test.db.finish();
        if (!hidden.empty()) hide(scope, hidden);
        store::Lens lens;
        plan::look_back(lens, as_at);
        test.db.look_through(std::move(lens));
        scope.today = as_at.day;
        scope.as_known_then = as_at.as_known_then;
        scope.looking_back = true;
        return scope;
    }

    TestPlan test;
    TestPlan::Another locality_;
    std::mt19937 chance_{20261122};
};

struct Seen {
    ActionId id;
    PlanId plan;
    SectionId section;
    ObjectiveId objective;
    std::optional<OwnerId> owner;
    std::optional<PersonId> lead;
    Status status{};
    std::optional<Day> deadline, next_step;
    int position = 0;
    bool without_evidence = false, undated = false, unread = false, silent = false;
    bool operator==(const Seen&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << seen.id.view() << " in " << seen.plan.view() << ", " << to_text(seen.status);
}

std::vector<Seen> by_query(store::Db& db) {
    constexpr store::Query<Seen()> list{"test.seen", R"sql(
        SELECT id, plan_id, section_id, objective_id, owner_id, lead_id, status, deadline, next_step, position,
               evidence = 0, date_kind = 'unknown', date_kind = 'unknown' AND date_words <> '',
               status = 'stopped' AND trim(stopped_why) = ''
        FROM action WHERE withdrawn_at IS NULL ORDER BY id)sql"};
    return db.all(list);
}

std::vector<Seen> in_memory(store::Db& db, const Scope& scope) {
    std::vector<Seen> seen;
    all_versions(db)->each(scope, [&](const ActionThen& action) {
        seen.push_back({.id = action.id(),
                        .plan = action.plan(),
                        .section = action.section(),
                        .objective = action.objective(),
                        .owner = action->owner ? std::optional(action.owner()) : std::nullopt,
                        .lead = action->lead ? std::optional(action.lead()) : std::nullopt,
                        .status = action->status,
                        .deadline = action.deadline(),
                        .next_step = action.next_step(),
                        .position = action->position,
                        .without_evidence = action->without_evidence,
                        .undated = action->undated,
                        .unread = action->unread,
                        .silent = action->silent});
    });
    std::ranges::sort(seen, {}, &Seen::id);
    return seen;
}

TEST_F(AllVersionsTest, Every_day_of_a_random_history_is_what_the_queries_see) {
    const std::vector<std::vector<Record>> hidings = {
        {}, {{"action", test.late.str()}}, {{"section", test.families.id.str()}}};
    for (int day = 0; day < days; ++day) {
        for (int hour = 8; hour < 24; hour += 1 + below(6)) change_something(unit_on(day, hour));
        for (int back : {0, 3, 17})
            for (const bool then : {false, true}) {
                const AsAt as_at{.day = unit_on(std::max(0, day - back), 9).today,
                                 .as_known_then = then};
                SCOPED_TRACE(iso(as_at.day) + (then ? " as known then" : ""));
                const auto scope = looking(test.reader, as_at, hidings[unsigned(day) % 3]);
                ASSERT_EQ(in_memory(test.db, scope), by_query(test.db));
            }
        test.db.finish();
    }
}

/// What the same pages say where they ask the queries: as if this were today.
Scope by_queries(Scope scope) {
    scope.looking_back = false;
    return scope;
}

template<class Row> std::vector<std::string> ids_of(const std::vector<Row>& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.id.str());
    return ids;
}

TEST_F(AllVersionsTest, Counts_gaps_and_what_Home_picks_are_those_of_the_queries) {
    for (int day = 0; day < days; ++day)
        for (int hour = 8; hour < 24; hour += 1 + below(6)) change_something(unit_on(day, hour));
    const std::vector<Plan> plans = {test.plan, locality_.plan};
    for (int day = 0; day < days; day += 3) {
        const AsAt as_at{.day = unit_on(day, 9).today, .as_known_then = day % 2 == 0};
        SCOPED_TRACE(iso(as_at.day));
        const std::vector<Record> hidden = {{"action", test.soon.str()}};
        const auto then = looking(test.constable, as_at, day % 4 ? std::vector<Record>() : hidden);
        const auto asked = by_queries(then);
        const auto tally = total(tally_of_all(test.db, then), as_at.day);
        const auto counted = total(tally_of(test.db, asked, test.plan.id), as_at.day);
        const auto more = total(tally_of(test.db, asked, locality_.plan.id), as_at.day);
        EXPECT_EQ(total(tally_of(test.db, then, test.plan.id), as_at.day).actions, counted.actions);
        EXPECT_EQ(total(tally_of(test.db, then, locality_.plan.id), as_at.day).late(), more.late());
        EXPECT_EQ(tally.actions, counted.actions + more.actions);
        EXPECT_EQ(tally.late(), counted.late() + more.late());
        EXPECT_EQ(tally.soon, counted.soon + more.soon);
        EXPECT_EQ(tally.unproven(), counted.unproven() + more.unproven());
        EXPECT_EQ(tally.without_update, counted.without_update + more.without_update);
        for (const auto& plan : plans) {
            const auto of_all = owed::count_gaps(test.db, then, plans);
            const auto of_plan = owed::count_gaps(test.db, asked, plan.id);
            EXPECT_EQ(owed::gaps_of(of_all, plan.id), owed::gaps_of(of_plan, plan.id));
        }
        EXPECT_EQ(ids_of(home::late_in(test.db, then, plans)),
                  ids_of(home::late_in(test.db, asked, plans)));
        EXPECT_EQ(ids_of(home::late_and_soon_in(test.db, then, plans)),
                  ids_of(home::late_and_soon_in(test.db, asked, plans)));
        EXPECT_EQ(ids_of(home::own_waiting(test.db, then, plans)),
                  ids_of(home::own_waiting(test.db, asked, plans)));
    }
}

/// All that a row says, field by field.
template<class T> std::string all_of(const T& value) {
    if constexpr (requires { std::string(value); })
        return std::string(value);
    else if constexpr (requires { value.view(); })
        return std::string(value.view());
    else if constexpr (requires { value.has_value(); })
        return value ? all_of(*value) : std::string("nothing");
    else if constexpr (requires { value.time_since_epoch(); })
        return std::to_string(value.time_since_epoch().count());
    else if constexpr (requires { value.begin(); }) {
        std::string words;
        for (const auto& one : value) words += all_of(one) + "; ";
        return words;
    } else if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>)
        return std::to_string(static_cast<int>(value));
    else {
        std::string words;
        boost::pfr::for_each_field(value,
                                   [&](const auto& field) { words += all_of(field) + ", "; });
        return words;
    }
}

/// What the pages of one plan read: its year, its timeline, its board, what has moved since a day.
std::string pages_of(store::Db& db, const Scope& scope, const PlanId& plan,
                     const std::optional<SectionId>& section) {
    year::Filter filter;
    if (section) filter.priorities = {*section};
    const year::Year year{.kind = year::YearKind::academic, .from = 2025};
    const auto since = scope.today - std::chrono::days{20};
    const owed::Wanted wanted{.plan = plan, .section = section, .since = since};
    return "dated " + all_of(year::dated_actions(db, scope, plan, filter, 400)) + "\nsteps " +
           all_of(year::dated_steps(db, scope, plan)) + "\nowners " +
           all_of(year::owners_in(db, scope, plan)) + "\nyear " +
           all_of(year::happenings(db, scope, plan, filter, year)) + "\nboard " +
           all_of(year::count_by_status(db, scope, plan, filter)) +
           all_of(year::first_cards(db, scope, plan, filter)) + "\nchanges " +
           all_of(owed::changed_actions(db, scope, wanted));
}

TEST_F(AllVersionsTest, Every_page_of_a_plan_says_word_for_word_what_the_queries_say) {
    const std::vector<std::vector<Record>> hidings = {
        {}, {{"action", test.late.str()}}, {{"section", test.families.id.str()}}};
    std::size_t said = 0;
    for (int day = 0; day < days; ++day) {
        for (int hour = 8; hour < 24; hour += 1 + below(6)) change_something(unit_on(day, hour));
        if (day % 3) continue;
        for (int back : {0, 3, 17})
            for (const bool then : {false, true}) {
                const AsAt as_at{.day = unit_on(std::max(0, day - back), 9).today,
                                 .as_known_then = then};
                SCOPED_TRACE(iso(as_at.day) + (then ? " as known then" : ""));
                const auto scope = looking(test.reader, as_at, hidings[unsigned(day / 3) % 3]);
                const auto section = back == 3 ? std::optional(test.adolescents.id) : std::nullopt;
                for (const auto& plan : {test.plan.id, locality_.plan.id}) {
                    const auto pages = pages_of(test.db, scope, plan, section);
                    ASSERT_EQ(pages, pages_of(test.db, by_queries(scope), plan, section));
                    said += pages.size();
                }
            }
        test.db.finish();
    }
    EXPECT_GT(said, 500'000U) << "there was something to compare";
}

TEST_F(AllVersionsTest, What_is_remembered_of_today_is_what_is_read_anew) {
    const std::vector<std::vector<Record>> hidings = {{}, {{"action", test.late.str()}}};
    for (int day = 0; day < days; ++day) {
        change_something(unit_on(day, 9));
        for (const auto& hidden : hidings)
            for (const auto& plan : {test.plan.id, locality_.plan.id}) {
                test.db.finish();
                auto scope = test.reader;
                scope.today = unit_on(day, 9).today;
                if (!hidden.empty()) hide(scope, hidden);
                const auto remembered = pages_of(test.db, scope, plan, std::nullopt);
                std::string anew; // inside a transaction nothing is remembered
                (void)test.db.atomically([&]() -> Result<Done> {
                    anew = pages_of(test.db, scope, plan, std::nullopt);
                    return Done{};
                });
                ASSERT_EQ(remembered, anew);
            }
    }
    test.db.finish();
}

TEST_F(AllVersionsTest, Only_plans_that_changed_are_read_again) {
    const AsAt as_at{.day = unit_on(3, 9).today};
    change_something(unit_on(1, 9));
    const auto before = [&] {
        (void)looking(test.reader, as_at, {});
        return all_versions(test.db);
    }();
    const auto again = [&] {
        (void)looking(test.reader, as_at, {});
        return all_versions(test.db);
    }();
    EXPECT_EQ(before, again) << "nothing was changed: the very same is kept";
    change_something(unit_on(2, 9));
    (void)looking(test.reader, as_at, {});
    EXPECT_NE(before, all_versions(test.db));
}

} // namespace
} // namespace openmasa::plan
