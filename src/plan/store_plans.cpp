#include "core/audit/audit.hpp"
#include "core/references/references.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "plan/content.hpp"
#include "plan/store.hpp"
#include "plan/twins.hpp"

namespace openmasa::plan {
namespace {

using store::None;
using store::Query;

constexpr Query<Plan()> list_all_plans{"plan.list_plans", R"sql(
    SELECT p.id, p.title, p.period, p.edition, p.version, p.updated_at, FALSE, '', p.tags, p.type, p.owner_id, w.name,
           p.follows_id
    FROM plan p LEFT JOIN owner w ON w.id = p.owner_id
    WHERE p.withdrawn_at IS NULL ORDER BY p.updated_at DESC, p.id)sql"};
constexpr Query<Plan(PlanId)> find_plan_by_id{"plan.find_plan", R"sql(
    SELECT p.id, p.title, p.period, p.edition, p.version, p.updated_at, p.withdrawn_at IS NOT NULL, p.withdrawn_why,
           p.tags, p.type, p.owner_id, w.name, p.follows_id
    FROM plan p LEFT JOIN owner w ON w.id = p.owner_id WHERE p.id = $1)sql"};
constexpr Query<Section(SectionId)> find_section_by_id{"plan.find_section", R"sql(
    SELECT s.id, s.plan_id, s.position, s.code, s.name, s.remark, s.is_priority, s.owner_id, w.name, s.chair,
           s.difference, s.version, s.withdrawn_at IS NOT NULL, s.withdrawn_why, s.tags,
           s.adopted_on, s.adopted_by, s.adopted_evidence, s.stepped_down_on, s.stepped_down_why, s.prevalence,
           s.pathways, s.commissioning, s.impact, s.follows_id, s.reviewed_on, s.review_outcome, s.review_words
    FROM section s LEFT JOIN owner w ON w.id = s.owner_id WHERE s.id = $1)sql"};
constexpr Query<Section(PlanId)> list_sections{"plan.list_sections", R"sql(
    SELECT s.id, s.plan_id, s.position, s.code, s.name, s.remark, s.is_priority, s.owner_id, w.name, s.chair,
           s.difference, s.version, FALSE, '', s.tags,
           s.adopted_on, s.adopted_by, s.adopted_evidence, s.stepped_down_on, s.stepped_down_why, s.prevalence,
           s.pathways, s.commissioning, s.impact, s.follows_id, s.reviewed_on, s.review_outcome, s.review_words
    FROM section s LEFT JOIN owner w ON w.id = s.owner_id
    WHERE s.plan_id = $1 AND s.withdrawn_at IS NULL ORDER BY s.position)sql"};
constexpr Query<Objective(ObjectiveId)> find_objective_by_id{"plan.find_objective", R"sql(
    SELECT id, section_id, position, title, words, version, withdrawn_at IS NOT NULL, withdrawn_why
    FROM objective WHERE id = $1)sql"};
constexpr Query<Objective(SectionId)> list_objectives{"plan.list_objectives", R"sql(
    SELECT id, section_id, position, title, words, version, FALSE, '' FROM objective
    WHERE section_id = $1 AND withdrawn_at IS NULL ORDER BY position)sql"};
constexpr Query<Objective(PlanId)> list_plan_objectives{"plan.list_objectives_of_plan", R"sql(
    SELECT o.id, o.section_id, o.position, o.title, o.words, o.version, FALSE, ''
    FROM objective o JOIN section s ON s.id = o.section_id
    WHERE s.plan_id = $1 AND o.withdrawn_at IS NULL AND s.withdrawn_at IS NULL ORDER BY s.position, o.position)sql"};

constexpr Query<Section(PlanId)> list_every_section{"plan.list_every_section", R"sql(
    SELECT s.id, s.plan_id, s.position, s.code, s.name, s.remark, s.is_priority, s.owner_id, w.name, s.chair,
           s.difference, s.version, s.withdrawn_at IS NOT NULL, s.withdrawn_why, s.tags,
           s.adopted_on, s.adopted_by, s.adopted_evidence, s.stepped_down_on, s.stepped_down_why, s.prevalence,
           s.pathways, s.commissioning, s.impact, s.follows_id, s.reviewed_on, s.review_outcome, s.review_words
    FROM section s LEFT JOIN owner w ON w.id = s.owner_id WHERE s.plan_id = $1 ORDER BY s.position)sql"};
constexpr Query<Objective(PlanId)> list_every_objective{"plan.list_every_objective", R"sql(
    SELECT o.id, o.section_id, o.position, o.title, o.words, o.version, o.withdrawn_at IS NOT NULL, o.withdrawn_why
    FROM objective o JOIN section s ON s.id = o.section_id WHERE s.plan_id = $1 ORDER BY s.position, o.position)sql"};

constexpr Query<None(PlanId, std::string_view, std::string_view, std::string_view, std::int64_t,
                     Moment, PlanType, std::optional<OwnerId>, std::optional<PlanId>,
                     std::string_view)>
    insert_plan{"plan.add_plan", R"sql(
    INSERT INTO plan (id, title, period, edition, version, created_at, updated_at, type, owner_id, follows_id, tags)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10))sql"};
constexpr Query<None(PlanId, std::string_view, std::string_view, std::string_view, std::int64_t,
                     Moment, std::string_view, std::string_view, PlanType, std::optional<OwnerId>,
                     std::optional<PlanId>)>
    update_plan{"plan.save_plan", R"sql(
    UPDATE plan SET title = $2, period = $3, edition = $4, version = $5, updated_at = $6,
                    withdrawn_at = CASE WHEN $7 <> '' THEN coalesce(withdrawn_at, $6) END, withdrawn_why = $7,
                    tags = $8, type = $9, owner_id = $10, follows_id = $11
    WHERE id = $1)sql"};

constexpr Query<None(SectionId, PlanId, int, std::string_view, std::string_view, std::string_view,
                     bool, std::optional<OwnerId>, std::string_view, std::string_view, std::int64_t,
                     std::string_view)>
    insert_section{"plan.add_section", R"sql(
    INSERT INTO section (id, plan_id, position, code, name, remark, is_priority, owner_id, chair, difference, version,
                         tags)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql"};
constexpr Query<None(SectionId, int, std::string_view, std::string_view, std::optional<OwnerId>,
                     std::string_view, std::string_view, std::int64_t, Moment, std::string_view,
                     std::string_view, bool)>
    update_section{"plan.save_section", R"sql(
    UPDATE section SET position = $2, name = $3, remark = $4, owner_id = $5, chair = $6, difference = $7, version = $8,
                       withdrawn_at = CASE WHEN $10 <> '' THEN coalesce(withdrawn_at, $9) END, withdrawn_why = $10,
                       tags = $11, is_priority = $12
    WHERE id = $1)sql"};

/// What a priority says of itself over time.
constexpr Query<None(SectionId, std::optional<Day>, std::string_view, std::string_view,
                     std::optional<Day>, std::string_view, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::optional<SectionId>,
                     std::optional<Day>, std::string_view, std::string_view)>
    update_priority{"plan.save_priority", R"sql(
    UPDATE section SET adopted_on = $2, adopted_by = $3, adopted_evidence = $4, stepped_down_on = $5,
                       stepped_down_why = $6, prevalence = $7, pathways = $8, commissioning = $9, impact = $10,
                       follows_id = $11, reviewed_on = $12, review_outcome = $13, review_words = $14
    WHERE id = $1)sql"};

constexpr Query<None(ObjectiveId, SectionId, int, std::string_view, std::string_view, std::int64_t)>
    insert_objective{
        "plan.add_objective",
        "INSERT INTO objective (id, section_id, position, title, words, version) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Query<None(ObjectiveId, int, std::string_view, std::string_view, std::int64_t, Moment,
                     std::string_view)>
    update_objective{"plan.save_objective", R"sql(
    UPDATE objective SET position = $2, title = $3, words = $4, version = $5,
                         withdrawn_at = CASE WHEN $7 <> '' THEN coalesce(withdrawn_at, $6) END, withdrawn_why = $7
    WHERE id = $1)sql"};

/// One version of a plan, a section or an objective as it stands now.
template<class Record, class Copy>
void record(store::Db& db, const Scope& scope, const Deed& deed, std::string_view kind,
            const Record& record, const Copy& copy, history::Content content) {
    const auto true_from = deed.true_from.value_or(scope.today);
    db.run(copy, record.id, record.version, true_from, scope.now);
    audit::record(db, scope,
                  {.verb = deed.verb,
                   .kind = kind,
                   .id = record.id.view(),
                   .version = record.version,
                   .content = std::move(content),
                   .true_from = true_from});
}

TagNames tag_names(store::Db& db, std::string_view tags) {
    if (tags.empty()) return {};
    const auto book = terms::term_book(db);
    return {.themes = terms::names_in(*book, tags, terms::Kind::theme),
            .flourish = terms::names_in(*book, tags, terms::Kind::flourish)};
}

void record(store::Db& db, const Scope& scope, const Deed& deed, const Plan& plan) {
    record(db, scope, deed, "plan", plan, twins::copy_plan,
           content_of(plan, deed.why, tag_names(db, plan.tags)));
}
void record(store::Db& db, const Scope& scope, const Deed& deed, const Section& section) {
    record(db, scope, deed, "section", section, twins::copy_section,
           content_of(section, deed.why, tag_names(db, section.tags)));
}
void record(store::Db& db, const Scope& scope, const Deed& deed, const Objective& objective) {
    record(db, scope, deed, "objective", objective, twins::copy_objective,
           content_of(objective, deed.why));
}

void save_priority(store::Db& db, const Section& s) {
    db.run(update_priority, s.id, s.adopted_on, s.adopted_by, s.adopted_evidence, s.stepped_down_on,
           s.stepped_down_why, s.prevalence, s.pathways, s.commissioning, s.impact, s.follows,
           s.reviewed_on, s.review_outcome, s.review_words);
}

// Whoever reads single records sees of what these stand in only what it is called.
void leave_its_name(Plan& plan) {
    plan.edition.clear();
    plan.tags.clear();
    plan.owner.reset();
    plan.owner_name.reset();
    plan.follows.reset();
}
void leave_its_name(Section& section) {
    section.remark.clear();
    section.owner.reset();
    section.owner_name.reset();
    section.chair.clear();
    section.difference.clear();
    section.tags.clear();
    section.adopted_on.reset();
    section.stepped_down_on.reset();
    section.follows.reset();
    section.reviewed_on.reset();
    for (auto* words :
         {&section.adopted_by, &section.adopted_evidence, &section.stepped_down_why,
          &section.prevalence, &section.pathways, &section.commissioning, &section.impact})
        words->clear();
}
void leave_its_name(Objective& objective) {
    objective.words.clear();
}

template<class Row> std::optional<Row> as_read_by(const Scope& scope, std::optional<Row> row) {
    if (row && !scope.reads(row->id.view())) leave_its_name(*row);
    return row;
}
template<class Row> std::vector<Row> as_read_by(const Scope& scope, std::vector<Row> rows) {
    if (!scope.reads_single_records()) return rows;
    for (auto& row : rows)
        if (!scope.reads(row.id.view())) leave_its_name(row);
    return rows;
}

} // namespace

std::vector<Plan> list_plans(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    return as_read_by(scope, db.all(list_all_plans));
}

std::optional<Plan> find_plan(store::Db& db, const Scope& scope, const PlanId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return as_read_by(scope, db.one(find_plan_by_id, id));
}

std::optional<Section> find_section(store::Db& db, const Scope& scope, const SectionId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return as_read_by(scope, db.one(find_section_by_id, id));
}

std::optional<Objective> find_objective(store::Db& db, const Scope& scope, const ObjectiveId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return as_read_by(scope, db.one(find_objective_by_id, id));
}

std::vector<Section> sections_of(store::Db& db, const Scope& scope, const PlanId& plan) {
    return as_read_by(scope, db.all(list_sections, plan));
}
std::vector<Objective> objectives_of(store::Db& db, const Scope& scope, const SectionId& section) {
    return as_read_by(scope, db.all(list_objectives, section));
}
std::vector<Objective> objectives_of_plan(store::Db& db, const Scope& scope, const PlanId& plan) {
    return as_read_by(scope, db.all(list_plan_objectives, plan));
}

std::vector<Section> all_sections_of(store::Db& db, const PlanId& plan) {
    return db.all(list_every_section, plan);
}
std::vector<Objective> all_objectives_of(store::Db& db, const PlanId& plan) {
    return db.all(list_every_objective, plan);
}

void add_plan(store::Db& db, const Scope& scope, const Plan& plan) {
    db.run(insert_plan, plan.id, plan.title, plan.period, plan.edition, plan.version, scope.now,
           plan.type, plan.owner, plan.follows, plan.tags);
    references::give(db, scope, references::plan, plan.id.view());
    record(db, scope, {.verb = "plan.added"}, plan);
}

void save_plan(store::Db& db, const Scope& scope, const Plan& plan, const Deed& deed) {
    db.run(update_plan, plan.id, plan.title, plan.period, plan.edition, plan.version, scope.now,
           plan.withdrawn_why, plan.tags, plan.type, plan.owner, plan.follows);
    record(db, scope, deed, plan);
}

void add_section(store::Db& db, const Scope& scope, const Section& s) {
    db.run(insert_section, s.id, s.plan, s.position, s.code, s.name, s.remark, s.is_priority,
           s.owner, s.chair, s.difference, s.version, s.tags);
    save_priority(db, s);
    references::give(db, scope, references::section, s.id.view());
    record(db, scope, {.verb = "section.added"}, s);
}

void save_section(store::Db& db, const Scope& scope, const Section& s, const Deed& deed) {
    db.run(update_section, s.id, s.position, s.name, s.remark, s.owner, s.chair, s.difference,
           s.version, scope.now, s.withdrawn_why, s.tags, s.is_priority);
    save_priority(db, s);
    record(db, scope, deed, s);
}

void add_objective(store::Db& db, const Scope& scope, const Objective& o) {
    db.run(insert_objective, o.id, o.section, o.position, o.title, o.words, o.version);
    record(db, scope, {.verb = "objective.added"}, o);
}

void save_objective(store::Db& db, const Scope& scope, const Objective& o, const Deed& deed) {
    db.run(update_objective, o.id, o.position, o.title, o.words, o.version, scope.now,
           o.withdrawn_why);
    record(db, scope, deed, o);
}

void withdraw_section(store::Db& db, const Scope& scope, const SectionId& id,
                      std::string_view why) {
    auto section = db.one(find_section_by_id, id);
    if (!section) return;
    section->withdrawn = true;
    section->withdrawn_why = why;
    ++section->version;
    save_section(db, scope, *section, {.verb = "section.withdrawn"});
}

void withdraw_objective(store::Db& db, const Scope& scope, const ObjectiveId& id,
                        std::string_view why) {
    auto objective = db.one(find_objective_by_id, id);
    if (!objective) return;
    objective->withdrawn = true;
    objective->withdrawn_why = why;
    ++objective->version;
    save_objective(db, scope, *objective, {.verb = "objective.withdrawn"});
}

} // namespace openmasa::plan
