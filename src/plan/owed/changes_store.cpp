#include "plan/owed/changes_store.hpp"
#include "core/history/as_at.hpp"
#include "plan/all_versions.hpp"
#include "plan/recently.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <span>
#include <tuple>

namespace openmasa::owed {
namespace {

using store::Query;

/// As the statement gives it; the side before is nothing where there was none.
struct Row {
    plan::ActionId id;
    std::string reference;
    Side now;
    std::string stopped_why, withdrawn_why;
    Moment at;
    Day true_from;
    bool was_there;
    Side before;
    bool other_words;
};
using Rows = store::ComposedQuery<Row>;

struct Said {
    plan::ActionId action;
    std::string words;
};
struct Recorded {
    plan::ActionId action;
    std::string words, id;
    Moment at;
    std::optional<PersonId> by;
};
struct Name {
    PersonId person;
    std::string known_as;
};

constexpr Query<Moment(plan::PlanId)> find_last_edition{
    "owed.last_edition", "SELECT saved_at FROM plan_import WHERE saved_as = $1 "
                         "AND saved_at IS NOT NULL ORDER BY saved_at DESC LIMIT 1"};
constexpr Query<ChangedSection(plan::PlanId, std::string)> list_sections{"owed.changed_sections",
                                                                         R"sql(
    SELECT s.id, s.name, s.chair, s.owner_id, coalesce(w.name, ''), b.id IS NOT NULL, coalesce(b.name, ''),
           coalesce(b.chair, ''), b.owner_id, coalesce(v.name, ''), coalesce(b.difference <> s.difference, FALSE)
    FROM section s LEFT JOIN owner w ON w.id = s.owner_id
    LEFT JOIN section_version b ON b.id = s.id AND b.of_version =
        (SELECT max(k.of_version) FROM section_version k WHERE k.id = s.id AND k.recorded_at < $2)
    LEFT JOIN owner v ON v.id = b.owner_id
    WHERE s.plan_id = $1 AND s.withdrawn_at IS NULL ORDER BY s.position, s.id)sql"};

/// The first moment of a day in London: what was recorded before it was known on its eve.
Moment start_of(Day day) {
    return history::end_of(day - std::chrono::days{1});
}

/// Of an action (a) and of the version that is held against it (b).
void add_columns(Rows& query, store::SqlPiece<0> true_from) {
    query.add(
        "SELECT a.id, a.reference, a.title, a.status, a.owner_id, coalesce(w.name, ''), "
        "a.date_words, a.section_id, a.withdrawn_at IS NOT NULL, a.stopped_why, a.withdrawn_why, "
        "a.updated_at,");
    query.add(true_from);
    query.add(", b.id IS NOT NULL, coalesce(b.title, ''), coalesce(b.status, 'not_started'), "
              "b.owner_id, coalesce(v.name, ''), coalesce(b.date_words, ''), "
              "coalesce(b.section_id, a.section_id), b.withdrawn_at IS NOT NULL, "
              "coalesce(b.words <> a.words, FALSE)");
}

/// Nothing is recorded as true from a day that has not come: what was recorded before the day began
/// is all that was known on its eve.
void add_found(Rows& query, const Wanted& wanted) {
    add_columns(query, "e.true_from");
    query.add("FROM action a JOIN action_version e ON e.id = a.id AND e.of_version = a.version "
              "LEFT JOIN action_version b ON b.id = a.id AND b.of_version = (SELECT "
              "max(k.of_version) FROM action_version k WHERE k.id = a.id AND k.recorded_at < $) "
              "LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN owner v ON v.id = b.owner_id "
              "WHERE a.plan_id = $",
              iso(start_of(wanted.since)), wanted.plan);
    if (wanted.section) query.add("AND a.section_id = $", *wanted.section);
}

/// The same as at a day: which versions those are is told by memory (docs/decisions/0016).
using Compared = std::vector<plan::AllVersions::Compared>;
void add_compared(Rows& query, const Compared& all) {
    add_columns(query, "a.true_from");
    query.add("FROM (SELECT DISTINCT column1, column2, column3 FROM (VALUES ('', 0, 0)");
    for (const auto& one : all) query.add(", ($, $, $)", one.id, one.of_version, one.before);
    query.add(") AS v) AS c CROSS JOIN action_version a "
              "LEFT JOIN action_version b ON b.id = a.id AND b.of_version = c.column3 "
              "LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN owner v ON v.id = b.owner_id "
              "WHERE a.id = c.column1 AND a.of_version = c.column2");
}

/// Of more than that a statement would go another way (plan/actions_of_plan.hpp).
constexpr std::size_t most_named = 2'000;

/// What is to be asked by number; nothing where the tables are asked, as they are seen.
std::optional<Compared> compared(store::Db& db, const Scope& scope, const Wanted& wanted) {
    if (!plan::counts_all_versions(scope)) return std::nullopt;
    auto all = plan::all_versions(db)->compared_in(wanted.plan, scope, start_of(wanted.since));
    if (wanted.section)
        std::erase_if(all, [&](const auto& one) { return one.section != *wanted.section; });
    return all.size() > most_named ? std::nullopt : std::optional(std::move(all));
}

Rows actions_query(store::Db& db, const Scope& scope, const Wanted& wanted) {
    Rows query("owed.changed_actions");
    if (const auto all = compared(db, scope, wanted))
        add_compared(query, *all);
    else
        add_found(query, wanted);
    query.add("AND a.updated_at >= $ ORDER BY a.updated_at DESC, a.position, a.id",
              iso(start_of(wanted.since)));
    return query;
}

ChangedAction changed(Row&& row) {
    ChangedAction action{.id = row.id,
                         .reference = std::move(row.reference),
                         .now = std::move(row.now),
                         .stopped_why = std::move(row.stopped_why),
                         .withdrawn_why = std::move(row.withdrawn_why),
                         .at = row.at,
                         .true_from = row.true_from};
    if (row.was_there) action.before = std::move(row.before);
    action.other_words = row.other_words;
    return action;
}

using Actions = std::span<ChangedAction>;

/// "FROM" what was recorded of these actions since then, whose alias is x; `CROSS`: in that order.
template<class Row>
void add_recorded(store::ComposedQuery<Row>& query, store::SqlPiece<0> table,
                  const Actions& actions, Day since) {
    query.add("FROM (SELECT DISTINCT column1 FROM (VALUES ('')");
    for (const auto& action : actions) query.add(", ($)", action.id);
    query.add(") AS v) AS c CROSS JOIN").add(table);
    query.add("WHERE x.action_id = c.column1 AND x.at >= $", iso(start_of(since)));
}

store::ComposedQuery<Said> evidence_query(const Actions& actions, Day since) {
    store::ComposedQuery<Said> query("owed.evidence_since");
    query.add("SELECT x.action_id, x.title");
    add_recorded(query, "evidence x", actions, since);
    query.add("ORDER BY x.at DESC, x.id DESC");
    return query;
}

/// Of thousands of rows only the newest of each action is told: they are not put in order, and
/// nobody's name is looked up before it is known which those are.
store::ComposedQuery<Recorded> progress_query(const Actions& actions, Day since) {
    store::ComposedQuery<Recorded> query("owed.progress_since");
    query.add("SELECT x.action_id, x.words, x.id, x.at, x.person_id");
    add_recorded(query, "progress x", actions, since);
    return query;
}

store::ComposedQuery<Name> names_of(const std::set<PersonId>& people) {
    store::ComposedQuery<Name> query("owed.names_of_people");
    query.add("SELECT id, known_as FROM person WHERE id IN (''");
    for (const auto& person : people) query.add(", $", person);
    query.add(") ORDER BY id");
    return query;
}

/// Hands each row to the action that it is about.
template<class Row, class Add>
void join(store::Db& db, const store::ComposedQuery<Row>& query, const Actions& actions, Add add) {
    std::vector<ChangedAction*> by_id;
    for (auto& action : actions) by_id.push_back(&action);
    const auto id_of = [](const ChangedAction* action) { return action->id.view(); };
    std::ranges::sort(by_id, {}, id_of);
    db.each(query, [&](Row&& row) {
        const auto found = std::ranges::lower_bound(by_id, row.action.view(), {}, id_of);
        if (found != by_id.end() && (*found)->id == row.action) add(**found, std::move(row));
    });
}

/// How often progress was recorded, and what was said last and by whom.
void add_progress(store::Db& db, const Actions& actions, Day since) {
    std::map<ChangedAction*, Recorded> newest;
    join(db, progress_query(actions, since), actions, [&](ChangedAction& action, Recorded&& row) {
        ++action.progress;
        if (row.words.empty()) return;
        auto& kept = newest[&action];
        if (std::tie(kept.at, kept.id) < std::tie(row.at, row.id)) kept = std::move(row);
    });
    for (auto& [action, said] : newest) {
        action->progress_words = std::move(said.words);
        action->progress_person = said.by;
    }
}

void name_people(store::Db& db, std::vector<ChangedAction>& actions) {
    std::set<PersonId> people;
    for (const auto& action : actions)
        if (action.progress_person) people.insert(*action.progress_person);
    std::map<PersonId, std::string> names;
    if (!people.empty())
        for (auto& row : db.all(names_of(people))) names[row.person] = std::move(row.known_as);
    for (auto& action : actions) {
        if (action.progress_words.empty()) continue;
        const auto known =
            action.progress_person ? names.find(*action.progress_person) : names.end();
        action.progress_by = known == names.end() ? "Command line" : known->second;
    }
}

std::vector<ChangedAction> read_changed(store::Db& db, const Scope& scope, const Wanted& wanted) {
    std::vector<ChangedAction> actions;
    db.each(actions_query(db, scope, wanted),
            [&](Row&& row) { actions.push_back(changed(std::move(row))); });
    for (std::size_t at = 0; at < actions.size(); at += most_named) {
        const auto some = Actions(actions).subspan(at, std::min(most_named, actions.size() - at));
        join(db, evidence_query(some, wanted.since), some, [](ChangedAction& action, Said&& said) {
            action.evidence.push_back(std::move(said.words));
        });
        add_progress(db, some, wanted.since);
    }
    return actions;
}

/// Until an action of the plan, or what an owner is called, changes.
std::vector<ChangedAction> remembered_changed(store::Db& db, const Scope& scope,
                                              const Wanted& wanted) {
    const auto state = plan::state_of(db, wanted.plan);
    const auto key = fmt::format("changed in {} {} since {}", wanted.plan.view(),
                                 wanted.section ? wanted.section->view() : "", iso(wanted.since));
    return *plan::recently<std::vector<ChangedAction>>(
        db, key, fmt::format("{} {}", state.actions, state.owners),
        [&] { return read_changed(db, scope, wanted); });
}

} // namespace

std::vector<ChangedAction> changed_actions(store::Db& db, const Scope& scope,
                                           const Wanted& wanted) {
    if (!scope.may(Permission::read_plan)) return {};
    auto actions = scope.looking_back ? read_changed(db, scope, wanted)
                                      : remembered_changed(db, scope, wanted);
    name_people(db, actions);
    return actions;
}

std::vector<ChangedSection> changed_sections(store::Db& db, const Scope& scope,
                                             const Wanted& wanted) {
    if (!scope.may(Permission::read_plan) || scope.reads_single_records()) return {};
    auto sections = db.all(list_sections, wanted.plan, iso(start_of(wanted.since)));
    // Where all are new the plan itself is.
    if (std::ranges::none_of(sections, &ChangedSection::was_there)) return {};
    std::erase_if(sections, [&](const ChangedSection& section) {
        return (wanted.section && section.id != *wanted.section) || sentences_of(section).empty();
    });
    return sections;
}

std::optional<Moment> last_edition(store::Db& db, const Scope& scope, const plan::PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return std::nullopt;
    return db.one(find_last_edition, plan);
}

} // namespace openmasa::owed
