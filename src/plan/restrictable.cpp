#include "plan/restrictable.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using restriction::Described;
using store::Query;

struct Row {
    std::string id, reference, title;
    std::optional<OwnerId> owner;
};
constexpr Query<Row(std::string_view)> describe_plan{
    "plan.describe_plan", "SELECT id, period, title, NULL FROM plan WHERE id = $1"};
constexpr Query<Row(std::string_view)> describe_section{
    "plan.describe_section", "SELECT id, code, name, owner_id FROM section WHERE id = $1"};
constexpr Query<Row(std::string_view)> describe_objective{"plan.describe_objective", R"sql(
    SELECT o.id, s.code, o.title, s.owner_id FROM objective o JOIN section s ON s.id = o.section_id WHERE o.id = $1)sql"};
constexpr Query<Row(std::string_view)> describe_action{
    "plan.describe_action", "SELECT id, reference, title, owner_id FROM action WHERE id = $1"};
constexpr Query<Row(std::string_view)> describe_recommendation{
    "plan.describe_recommendation",
    "SELECT id, reference, title, owner_id FROM recommendation WHERE id = $1"};
constexpr Query<Row(std::string_view)> find_recommendations_called{
    "plan.find_recommendations_called", R"sql(
    SELECT id, reference, title, owner_id FROM recommendation WHERE upper(reference) = upper($1) ORDER BY id)sql"};
struct ResponseRow {
    std::string recommendation, reference;
    OwnerId owner;
    std::string owner_name;
};
constexpr Query<ResponseRow(std::string_view)> describe_response{"plan.describe_response", R"sql(
    SELECT r.id, r.reference, w.id, w.name
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id JOIN owner w ON w.id = x.owner_id
    WHERE x.id = $1)sql"};
constexpr Query<std::string(std::string_view)> list_responses{
    "plan.responses_to",
    "SELECT id FROM recommendation_response WHERE recommendation_id = $1 ORDER BY id"};
constexpr Query<Row(std::string_view)> find_actions_called{"plan.find_actions_called", R"sql(
    SELECT id, reference, title, owner_id FROM action WHERE upper(reference) = upper($1) ORDER BY id)sql"};
/// By its own code, or by the reference of an action in it: that is what people are told.
constexpr Query<Row(std::string_view)> find_sections_called{"plan.find_sections_called", R"sql(
    SELECT s.id, s.code, s.name, s.owner_id FROM section s
    WHERE upper(s.code) = upper($1)
       OR EXISTS (SELECT 1 FROM action a WHERE a.section_id = s.id AND upper(a.reference) = upper($1))
    ORDER BY s.id)sql"};
constexpr Query<Row(std::string_view)> find_objectives_called{"plan.find_objectives_called", R"sql(
    SELECT o.id, s.code, o.title, s.owner_id FROM objective o JOIN section s ON s.id = o.section_id
    WHERE EXISTS (SELECT 1 FROM action a WHERE a.objective_id = o.id AND upper(a.reference) = upper($1))
    ORDER BY o.id)sql"};
constexpr Query<std::string(std::string_view)> list_parts_of_plan{"plan.parts_of_plan", R"sql(
    SELECT id FROM section WHERE plan_id = $1
    UNION ALL SELECT o.id FROM objective o JOIN section s ON s.id = o.section_id WHERE s.plan_id = $1
    UNION ALL SELECT id FROM action WHERE plan_id = $1 ORDER BY 1)sql"};
constexpr Query<Record(std::string_view)> list_around_section{
    "plan.around_section", "SELECT 'plan', plan_id FROM section WHERE id = $1"};
constexpr Query<Record(std::string_view)> list_around_objective{"plan.around_objective", R"sql(
    SELECT 'section', section_id FROM objective WHERE id = $1
    UNION ALL SELECT 'plan', s.plan_id FROM objective o JOIN section s ON s.id = o.section_id WHERE o.id = $1
    ORDER BY 1)sql"};
constexpr Query<Record(std::string_view)> list_around_action{"plan.around_action", R"sql(
    SELECT 'objective', objective_id FROM action WHERE id = $1
    UNION ALL SELECT 'section', section_id FROM action WHERE id = $1
    UNION ALL SELECT 'plan', plan_id FROM action WHERE id = $1 ORDER BY 1)sql"};
constexpr Query<std::string(std::string_view)> list_parts_of_section{
    "plan.parts_of_section", "SELECT id FROM objective WHERE section_id = $1 "
                             "UNION ALL SELECT id FROM action WHERE section_id = $1 ORDER BY 1"};
constexpr Query<std::string(std::string_view)> list_parts_of_objective{
    "plan.parts_of_objective", "SELECT id FROM action WHERE objective_id = $1 ORDER BY id"};

Described described(Row row, std::string_view path) {
    auto address = fmt::format("/{}/{}", path, row.id);
    return {std::move(row.id), std::move(row.reference), std::move(row.title), std::move(address),
            row.owner};
}

std::optional<Described> one(store::Db& db, const Query<Row(std::string_view)>& query,
                             std::string_view id, std::string_view path) {
    auto row = db.one(query, id);
    if (!row) return std::nullopt;
    return described(std::move(*row), path);
}

std::optional<Described> plan(store::Db& db, std::string_view id) {
    return one(db, describe_plan, id, "plans");
}
std::optional<Described> section(store::Db& db, std::string_view id) {
    return one(db, describe_section, id, "priorities");
}
std::optional<Described> objective(store::Db& db, std::string_view id) {
    return one(db, describe_objective, id, "objectives");
}
std::optional<Described> action(store::Db& db, std::string_view id) {
    return one(db, describe_action, id, "actions");
}

std::vector<std::string> parts_of_plan(store::Db& db, std::string_view id) {
    return db.all(list_parts_of_plan, id);
}
std::vector<Record> around_section(store::Db& db, std::string_view id) {
    return db.all(list_around_section, id);
}
std::vector<Record> around_objective(store::Db& db, std::string_view id) {
    return db.all(list_around_objective, id);
}
std::vector<Record> around_action(store::Db& db, std::string_view id) {
    return db.all(list_around_action, id);
}
std::vector<std::string> parts_of_section(store::Db& db, std::string_view id) {
    return db.all(list_parts_of_section, id);
}
std::vector<std::string> parts_of_objective(store::Db& db, std::string_view id) {
    return db.all(list_parts_of_objective, id);
}

std::vector<Described> called(store::Db& db, const Query<Row(std::string_view)>& query,
                              std::string_view reference, std::string_view path) {
    std::vector<Described> found;
    for (auto& row : db.all(query, reference)) found.push_back(described(std::move(row), path));
    return found;
}
std::vector<Described> sections_called(store::Db& db, std::string_view reference) {
    return called(db, find_sections_called, reference, "priorities");
}
std::vector<Described> objectives_called(store::Db& db, std::string_view reference) {
    return called(db, find_objectives_called, reference, "objectives");
}
std::vector<Described> actions_called(store::Db& db, std::string_view reference) {
    return called(db, find_actions_called, reference, "actions");
}

std::optional<Described> recommendation(store::Db& db, std::string_view id) {
    return one(db, describe_recommendation, id, "recommendations");
}
std::optional<Described> response(store::Db& db, std::string_view id) {
    const auto row = db.one(describe_response, id);
    if (!row) return std::nullopt;
    return Described{.id = std::string(id),
                     .reference = row->reference,
                     .title = row->owner_name,
                     .address = fmt::format("/recommendations/{}/answers/{}", row->recommendation,
                                            row->owner.view()),
                     .owner = row->owner};
}
std::vector<std::string> responses_to(store::Db& db, std::string_view id) {
    return db.all(list_responses, id);
}
std::vector<Described> recommendations_called(store::Db& db, std::string_view reference) {
    return called(db, find_recommendations_called, reference, "recommendations");
}

constexpr restriction::Kind kinds[] = {
    {.kind = "plan",
     .called = "[Plan]",
     .describe = plan,
     .parts = parts_of_plan,
     .can_be_restricted = false},
    {.kind = "section",
     .called = "[Priority]",
     .describe = section,
     .parts = parts_of_section,
     .find = sections_called,
     .within = around_section},
    {.kind = "objective",
     .called = "Objective",
     .describe = objective,
     .parts = parts_of_objective,
     .find = objectives_called,
     .within = around_objective},
    {.kind = "action",
     .called = "Action",
     .describe = action,
     .find = actions_called,
     .within = around_action},
    {.kind = "recommendation",
     .called = "Recommendation",
     .describe = recommendation,
     .parts = responses_to,
     .find = recommendations_called},
    {.kind = "recommendation_response",
     .called = "Answer to a recommendation",
     .describe = response,
     .can_be_restricted = false},
};
constexpr restriction::Hangs hangs[] = {
    {"section", "plan_id", "plan"},
    {"objective", "section_id", "section"},
    {"action", "section_id", "section"},
    {"action", "objective_id", "objective"},
    {"step", "action_id", "action"},
    {"action_note", "action_id", "action"},
    {"progress", "action_id", "action"},
    {"evidence", "action_id", "action"},
    {"action_named", "action_id", "action"},
    {"action_reminder", "action_id", "action"},
    {"plan_import", "saved_as", "plan"},
    {"recommendation_source", "recommendation_id", "recommendation"},
    {"recommendation_evidence", "recommendation_id", "recommendation"},
    {"recommendation_move", "recommendation_id", "recommendation"},
    {"recommendation_action", "recommendation_id", "recommendation"},
    {"recommendation_action", "action_id", "action"},
    {"recommendation_response", "recommendation_id", "recommendation"},
    {"recommendation_response_office", "recommendation_id", "recommendation"},
    // The same records at other times.
    {"recommendation_response_version", "recommendation_id", "recommendation"},
    {"recommendation_version", "id", "recommendation"},
    {"recommendation_source_version", "recommendation_id", "recommendation"},
    {"recommendation_evidence_version", "recommendation_id", "recommendation"},
    {"recommendation_move_version", "recommendation_id", "recommendation"},
    {"plan_version", "id", "plan"},
    {"section_version", "id", "section"},
    {"objective_version", "id", "objective"},
    {"action_version", "id", "action"},
    {"step_version", "action_id", "action"},
    {"action_note_version", "action_id", "action"},
};
constexpr restriction::About about[] = {
    {"legal_hold", "kind", "record_id"},
    {"destruction", "kind", "record_id"},
};
/// A document that waits to be saved holds the words of the plan; whoever chose
/// it has read it. A link to answer for an action opens nothing that is restricted: whoever follows
/// it is nobody; links of other purposes stand on other records.
constexpr restriction::Also also[] = {
    {"record_link", "action",
     "(t.purpose <> 'action.answer' OR t.record_id IN (SELECT p.id FROM action AS p))"},
    {"record_link", "recommendation",
     "(t.purpose <> 'recommendation.answer' OR t.record_id IN (SELECT p.id FROM "
     "recommendation_response AS p))"},
    {"plan_import", "action", "(t.saved_at IS NOT NULL OR t.person_id = {person})"},
};

} // namespace

restriction::Kinds restrictable() {
    return {.kinds = kinds, .hangs = hangs, .about = about, .also = also};
}

} // namespace openmasa::plan
