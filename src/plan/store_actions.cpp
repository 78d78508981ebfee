#include "core/audit/audit.hpp"
#include "core/references/references.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "plan/content.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/twins.hpp"

namespace openmasa::plan {
namespace {

using store::None;
using store::Query;

constexpr Query<Action(ActionId)> find_action_by_id{"plan.find_action", R"sql(
    SELECT a.id, a.plan_id, a.section_id, a.objective_id, a.position, a.reference, a.title, a.words, a.owner_id, w.name,
           a.date_words, a.date_kind, a.date_meaning, a.date_doubt, a.earliest, a.latest, a.period_months, a.period_days,
           a.deadline, a.status, a.stopped_why, a.adopted_on, a.last_update, a.steps, a.steps_done, a.evidence,
           a.version, a.updated_at, a.withdrawn_at IS NOT NULL, a.withdrawn_why, a.tags, a.lead_id, l.known_as,
           a.contributors, a.waits_for, a.follows_id, a.left_behind_why
    FROM action a LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN person l ON l.id = a.lead_id WHERE a.id = $1)sql"};
constexpr Query<Action(PlanId)> list_by_plan{"plan.list_all_actions", R"sql(
    SELECT a.id, a.plan_id, a.section_id, a.objective_id, a.position, a.reference, a.title, a.words, a.owner_id, w.name,
           a.date_words, a.date_kind, a.date_meaning, a.date_doubt, a.earliest, a.latest, a.period_months, a.period_days,
           a.deadline, a.status, a.stopped_why, a.adopted_on, a.last_update, a.steps, a.steps_done, a.evidence,
           a.version, a.updated_at, a.withdrawn_at IS NOT NULL, a.withdrawn_why, a.tags, a.lead_id, l.known_as,
           a.contributors, a.waits_for, a.follows_id, a.left_behind_why
    FROM action a LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN person l ON l.id = a.lead_id WHERE a.plan_id = $1 ORDER BY a.position, a.id)sql"};
constexpr Query<Action(SectionId)> list_by_section{"plan.list_actions_of_section", R"sql(
    SELECT a.id, a.plan_id, a.section_id, a.objective_id, a.position, a.reference, a.title, a.words, a.owner_id, w.name,
           a.date_words, a.date_kind, a.date_meaning, a.date_doubt, a.earliest, a.latest, a.period_months, a.period_days,
           a.deadline, a.status, a.stopped_why, a.adopted_on, a.last_update, a.steps, a.steps_done, a.evidence,
           a.version, a.updated_at, a.withdrawn_at IS NOT NULL, a.withdrawn_why, a.tags, a.lead_id, l.known_as,
           a.contributors, a.waits_for, a.follows_id, a.left_behind_why
    FROM action a LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN person l ON l.id = a.lead_id WHERE a.section_id = $1 AND a.withdrawn_at IS NULL ORDER BY a.position, a.id)sql"};
constexpr Query<Step(ActionId)> list_steps{"plan.list_steps", R"sql(
    SELECT id, words, date_words, date_meaning, earliest, latest, done_on FROM step
    WHERE action_id = $1 AND withdrawn_at IS NULL ORDER BY position)sql"};
/// A note has the first two and its place.
struct PartRow {
    bool is_note;
    std::string heading, words, date_words, date_meaning;
    std::optional<Day> earliest, latest, done_on;
    std::string id;
    int position;
};
constexpr Query<PartRow(ActionId)> list_parts{"plan.parts_of_action", R"sql(
    SELECT FALSE AS is_note, '', words, date_words, date_meaning, earliest, latest, done_on, id, position AS position
    FROM step WHERE action_id = $1 AND withdrawn_at IS NULL
    UNION ALL SELECT TRUE, heading, words, '', '', NULL, NULL, NULL, '', position
    FROM action_note WHERE action_id = $1 ORDER BY is_note, position)sql"};
constexpr Query<Note(ActionId)> list_notes{
    "plan.list_notes",
    "SELECT heading, words FROM action_note WHERE action_id = $1 ORDER BY position"};

constexpr Query<None(ActionId, PlanId, SectionId, ObjectiveId, int, std::string_view, Day)>
    insert_action{"plan.add_action", R"sql(
    INSERT INTO action (id, plan_id, section_id, objective_id, position, reference, title, words, date_words, date_kind,
                        date_meaning, date_doubt, period_months, period_days, status, stopped_why, adopted_on, steps,
                        steps_done, evidence, version, updated_at, withdrawn_why)
    VALUES ($1, $2, $3, $4, $5, $6, '', '', '', '', '', '', 0, 0, 'not_started', '', $7, 0, 0, 0, 0, '', ''))sql"};
constexpr Query<None(ActionId, std::int64_t, SectionId, ObjectiveId, int, std::string_view,
                     std::string_view, std::optional<OwnerId>, Status, std::string_view,
                     std::optional<Day>, std::optional<Day>, int, int, int, Moment,
                     std::string_view, std::string_view)>
    update_action{"plan.save_action", R"sql(
    UPDATE action SET version = $2 + 1, section_id = $3, objective_id = $4, position = $5, title = $6, words = $7,
                      owner_id = $8, status = $9, stopped_why = $10, last_update = $11, deadline = $12, steps = $13,
                      steps_done = $14, evidence = $15, updated_at = $16,
                      withdrawn_at = CASE WHEN $17 <> '' THEN coalesce(withdrawn_at, $16) END, withdrawn_why = $17,
                      tags = $18
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(ActionId, std::string_view, std::string_view, std::string_view,
                     std::string_view, std::optional<Day>, std::optional<Day>, int, int,
                     std::optional<PersonId>, std::string_view, std::string_view,
                     std::optional<ActionId>, std::string_view, PlanId, std::string_view)>
    update_more{"plan.save_more_of_action", R"sql(
    UPDATE action SET date_words = $2, date_kind = $3, date_meaning = $4, date_doubt = $5, earliest = $6, latest = $7,
                      period_months = $8, period_days = $9, lead_id = $10, contributors = $11, waits_for = $12,
                      follows_id = $13, left_behind_why = $14, plan_id = $15, reference = $16
    WHERE id = $1)sql"};

/// Whom and what the action names, one by one, beside those that it ever named.
constexpr Query<None(ActionId)> keep_named{"plan.keep_named", R"sql(
    INSERT INTO action_named (action_id, way, named_id)
    WITH RECURSIVE part (way, named_id, rest) AS (
        SELECT CAST('contributor' AS TEXT), substr(contributors, 1, 26), substr(contributors, 28)
        FROM action WHERE id = $1 AND contributors <> ''
        UNION ALL SELECT 'awaited', substr(waits_for, 1, 26), substr(waits_for, 28)
        FROM action WHERE id = $1 AND waits_for <> ''
        UNION ALL SELECT way, substr(rest, 1, 26), substr(rest, 28) FROM part WHERE rest <> '')
    SELECT $1, way, named_id FROM part WHERE TRUE ON CONFLICT DO NOTHING)sql"};

constexpr Query<std::string(OwnerId)> find_owner_name{"plan.find_owner_name",
                                                      "SELECT name FROM owner WHERE id = $1"};
struct Place {
    std::string section_name, objective_title;
};
constexpr Query<Place(SectionId, ObjectiveId)> find_place{"plan.find_place", R"sql(
    SELECT s.name, o.title FROM section s, objective o WHERE s.id = $1 AND o.id = $2)sql"};
constexpr Query<BroughtProgress(ActionId, std::int64_t)> list_brought_progress{
    "plan.brought_progress", R"sql(
    SELECT id, at, coalesce(person_id, ''), status_before, status, words, true_from FROM progress
    WHERE action_id = $1 AND of_version = $2 ORDER BY id)sql"};
constexpr Query<BroughtEvidence(ActionId, std::int64_t)> list_brought_evidence{
    "plan.brought_evidence", R"sql(
    SELECT id, at, coalesce(person_id, ''), title, words, link, true_from FROM evidence
    WHERE action_id = $1 AND of_version = $2 ORDER BY id)sql"};

/// Of the plan that it is in, and of the one that it was in.
constexpr Query<None(PlanId, ActionId)> count_revision{"plan.count_revision", R"sql(
    UPDATE plan SET actions_revision = actions_revision + 1
    WHERE id = $1 OR id = (SELECT plan_id FROM action WHERE id = $2))sql"};

constexpr Query<None(ActionId, Moment)> withdraw_steps{
    "plan.withdraw_steps",
    "UPDATE step SET withdrawn_at = $2 WHERE action_id = $1 AND withdrawn_at IS NULL"};
constexpr Query<None(StepId, ActionId, int, std::string_view, std::string_view, std::string_view,
                     std::optional<Day>, std::optional<Day>, std::optional<Day>)>
    save_step{"plan.save_step", R"sql(
    INSERT INTO step (id, action_id, position, words, date_words, date_meaning, earliest, latest, done_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (id) DO UPDATE SET position = $3, words = $4, date_words = $5, date_meaning = $6, earliest = $7,
                                   latest = $8, done_on = $9, withdrawn_at = NULL)sql"};
constexpr Query<None(ActionId)> count_revision_of_action{"plan.count_revision_of_action", R"sql(
    UPDATE plan SET actions_revision = actions_revision + 1
    WHERE id = (SELECT plan_id FROM action WHERE id = $1))sql"};
constexpr Query<None(ActionId)> keep_next_step{"plan.keep_next_step", R"sql(
    UPDATE action SET next_step = (
        SELECT min(latest) FROM step WHERE action_id = $1 AND withdrawn_at IS NULL AND done_on IS NULL)
    WHERE id = $1)sql"};
constexpr Query<None(ActionId)> clear_notes{"plan.clear_notes",
                                            "DELETE FROM action_note WHERE action_id = $1"};
constexpr Query<None(ActionId, int, std::string_view, std::string_view)> insert_note{
    "plan.add_note",
    "INSERT INTO action_note (action_id, position, heading, words) VALUES ($1, $2, $3, $4)"};

} // namespace

std::optional<Action> find_action(store::Db& db, const Scope& scope, const ActionId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.one(find_action_by_id, id);
}

std::optional<Action> find_action_to_update(store::Db& db, const Scope& scope, const ActionId& id) {
    auto action = find_action(db, scope, id);
    if (!action || !scope.may(Permission::update_action, action->owner, id.view())) return {};
    return action;
}

std::vector<Action> all_actions_of(store::Db& db, const PlanId& plan) {
    return db.all(list_by_plan, plan);
}
std::vector<Action> actions_of_section(store::Db& db, const SectionId& section) {
    return db.all(list_by_section, section);
}
std::vector<Step> steps_of(store::Db& db, const ActionId& action) {
    return db.all(list_steps, action);
}
std::vector<Note> notes_of(store::Db& db, const ActionId& action) {
    return db.all(list_notes, action);
}
PartsOfAction parts_of(store::Db& db, const ActionId& action) {
    PartsOfAction parts;
    db.each(
        list_parts,
        [&](PartRow&& row) {
            if (row.is_note)
                parts.notes.push_back({std::move(row.heading), std::move(row.words)});
            else
                parts.steps.push_back({StepId::unchecked(row.id), std::move(row.words),
                                       std::move(row.date_words), std::move(row.date_meaning),
                                       row.earliest, row.latest, row.done_on});
        },
        action);
    return parts;
}

void begin_action(store::Db& db, const Scope& scope, const Action& action) {
    db.run(insert_action, action.id, action.plan, action.section, action.objective, action.position,
           action.reference, action.adopted_on);
    references::give(db, scope, references::action, action.id.view());
}

void add_action(store::Db& db, const Scope& scope, const Action& action) {
    begin_action(db, scope, action);
    auto first = action;
    first.version = 0;
    (void)save_action(db, scope, std::move(first), {.verb = "action.added"});
}

namespace {

void name_tags(WholeAction& whole, const terms::TermBook& book, std::string_view tags) {
    whole.themes = terms::names_in(book, tags, terms::Kind::theme);
    whole.flourish = terms::names_in(book, tags, terms::Kind::flourish);
}

std::string names_of_owners(store::Db& db, std::string_view ids) {
    std::vector<std::string> names;
    for (const auto& id : ids_in<OwnerId>(ids))
        if (auto name = db.one(find_owner_name, id)) names.push_back(std::move(*name));
    return join(names, "; ");
}

} // namespace

WholeAction whole_action(store::Db& db, Action action) {
    auto place = db.one(find_place, action.section, action.objective).value_or(Place{});
    auto parts = parts_of(db, action.id);
    WholeAction whole{.section_name = std::move(place.section_name),
                      .objective_title = std::move(place.objective_title),
                      .steps = std::move(parts.steps),
                      .notes = std::move(parts.notes),
                      .progress = db.all(list_brought_progress, action.id, action.version),
                      .evidence = db.all(list_brought_evidence, action.id, action.version)};
    if (!action.tags.empty()) name_tags(whole, *terms::term_book(db), action.tags);
    if (!action.contributors.empty()) whole.contributors = names_of_owners(db, action.contributors);
    whole.action = std::move(action);
    return whole;
}

namespace {

/// The twins and the history keep what this version left.
void keep_version(store::Db& db, const Scope& scope, const ActionId& id, const Deed& deed) {
    const auto whole = whole_action(db, *db.one(find_action_by_id, id));
    const auto version = whole.action.version;
    const auto true_from = deed.true_from.value_or(scope.today);
    db.run(twins::copy_action, id, version, true_from, scope.now);
    if (!whole.steps.empty()) db.run(twins::copy_steps, id, version, true_from, scope.now);
    if (!whole.notes.empty()) db.run(twins::copy_notes, id, version, true_from, scope.now);
    audit::record(db, scope,
                  {.verb = deed.verb,
                   .kind = "action",
                   .id = id.view(),
                   .version = version,
                   .content = content_of(whole, deed.why),
                   .true_from = true_from});
}

} // namespace

Result<Done> save_action(store::Db& db, const Scope& scope, Action a, const Deed& deed) {
    a.deadline = deadline_of(a.target, a.adopted_on, a.last_update);
    const int saved =
        db.run(update_action, a.id, a.version, a.section, a.objective, a.position, a.title, a.words,
               a.owner, a.status, a.stopped_why, a.last_update, a.deadline, a.steps, a.steps_done,
               a.evidence, scope.now, a.withdrawn ? std::string_view(a.withdrawn_why) : "", a.tags);
    if (saved == 0) return conflict("Somebody changed this action while you were writing.");
    const auto& t = a.target;
    db.run(count_revision, a.plan, a.id);
    db.run(update_more, a.id, t.words, t.kind, t.meaning, t.doubt, t.earliest, t.latest,
           t.period.months, t.period.days, a.lead, a.contributors, a.waits_for, a.follows,
           a.left_behind_why, a.plan, a.reference);
    if (!a.contributors.empty() || !a.waits_for.empty()) db.run(keep_named, a.id);
    keep_version(db, scope, a.id, deed);
    return Done{};
}

void save_steps(store::Db& db, const Scope& scope, const ActionId& action,
                const std::vector<Step>& steps) {
    db.run(withdraw_steps, action, scope.now);
    int position = 0;
    for (const auto& s : steps)
        db.run(save_step, s.id, action, position++, s.words, s.date_words, s.date_meaning,
               s.earliest, s.latest, s.done_on);
    db.run(keep_next_step, action);
    db.run(count_revision_of_action, action);
}

void save_notes(store::Db& db, const ActionId& action, const std::vector<Note>& notes) {
    db.run(clear_notes, action);
    int position = 0;
    for (const auto& note : notes)
        db.run(insert_note, action, position++, note.heading, note.words);
}

} // namespace openmasa::plan
