#include "plan/plans/records.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

std::optional<RecordPage> plan_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::PlanId::parse(text);
    const auto plan = id ? plan::find_plan(db, scope, *id) : std::nullopt;
    if (!plan) return std::nullopt;
    return RecordPage{.address = fmt::format("/plans/{}", id->view()),
                      .is_closed = plan->withdrawn};
}

std::optional<RecordPage> section_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::SectionId::parse(text);
    const auto section = id ? plan::find_section(db, scope, *id) : std::nullopt;
    if (!section) return std::nullopt;
    return RecordPage{.address = fmt::format("/priorities/{}", id->view()),
                      .owner = section->owner,
                      .is_closed = section->withdrawn};
}

std::optional<RecordPage> objective_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::ObjectiveId::parse(text);
    const auto objective = id ? plan::find_objective(db, scope, *id) : std::nullopt;
    const auto section =
        objective ? plan::find_section(db, scope, objective->section) : std::nullopt;
    if (!section) return std::nullopt;
    return RecordPage{.address = fmt::format("/objectives/{}", id->view()),
                      .owner = section->owner,
                      .is_closed = objective->withdrawn};
}

struct NamedRow {
    std::string id, title;
};
std::vector<NamedPage> named(store::Db& db, const Scope& scope,
                             store::ComposedQuery<NamedRow> query, std::span<const std::string> ids,
                             std::string_view pages_at) {
    std::vector<NamedPage> pages;
    if (!scope.may(Permission::read_plan)) return pages;
    query.add("WHERE id IN (''");
    for (const auto& id : ids) query.add(", $", id);
    query.add(") ORDER BY id");
    for (auto& row : db.all(query))
        pages.push_back({row.id, std::move(row.title), std::string(pages_at) + row.id});
    return pages;
}

std::vector<NamedPage> named_plans(store::Db& db, const Scope& scope,
                                   std::span<const std::string> ids) {
    store::ComposedQuery<NamedRow> query("plans.named");
    query.add("SELECT id, title FROM plan");
    return named(db, scope, std::move(query), ids, "/plans/");
}

std::vector<NamedPage> named_sections(store::Db& db, const Scope& scope,
                                      std::span<const std::string> ids) {
    store::ComposedQuery<NamedRow> query("plans.named_sections");
    query.add("SELECT id, name FROM section");
    return named(db, scope, std::move(query), ids, "/priorities/");
}

std::vector<NamedPage> named_objectives(store::Db& db, const Scope& scope,
                                        std::span<const std::string> ids) {
    store::ComposedQuery<NamedRow> query("plans.named_objectives");
    query.add("SELECT id, title FROM objective");
    return named(db, scope, std::move(query), ids, "/objectives/");
}

} // namespace

std::span<const RecordKind> records() {
    static constexpr RecordKind all[] = {
        {.kind = "plan",
         .page = plan_page,
         .has_comments = true,
         .comments_below = "/comments",
         .named = named_plans},
        {.kind = "section", .page = section_page, .has_comments = true, .named = named_sections},
        {.kind = "objective",
         .page = objective_page,
         .has_comments = true,
         .named = named_objectives},
    };
    return all;
}

} // namespace openmasa::plans
