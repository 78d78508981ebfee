#include "core/registers/routes.hpp"
#include "core/registers/change_many_pages.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/row_form.hpp"
#include "plan/look_back.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendations/module.hpp"
#include "plan/recommendations/pages.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/recommendations/thread.hpp"

namespace openmasa::recommendations {
namespace {

/// Its sources and its actions have forms of their own (source_pages.cpp, step_pages.cpp).
constexpr std::string_view elsewhere[] = {"document", "paragraph",     "source_kind", "dated",
                                          "words",    "proposed_lead", "actions"};

/// The one of the address; a new one has a form of its own (add_pages.cpp).
registers::RowForm form_of(const Context& context, bool) {
    const std::string id(context.captured("id"));
    return {.which = recommendation_register,
            .id = id,
            .title = "Change this recommendation",
            .button = "Save this recommendation",
            .crumbs = crumbs(),
            .address = "/recommendations/" + id + "/change",
            .back = "/recommendations/" + id,
            .elsewhere = elsewhere};
}

using Forms = registers::RowForms<form_of>;

constexpr registers::ManyForm many_form{.which = recommendation_register, .elsewhere = elsewhere};
using Many = registers::ChangeMany<many_form>;

using enum Permission;
using enum Method;

constexpr auto keep = keep_recommendations;
constexpr Route own[] = {
    {Get, "/recommendations", read_plan, show_list, Budget{15}},
    {Get, "/recommendations/moves", read_plan, show_moves, Budget{2}},
    {Get, "/recommendations/add", keep, show_add, Budget{4}},
    {Post, "/recommendations/add", keep, post_add, Budget{60}},
    {Get, "/recommendations/change-many", keep, Many::show, Budget{12}},
    {Post, "/recommendations/change-many", keep, Many::post, Budget{30}},
    {Get, "/recommendations/{id}", read_plan, show_recommendation, Budget{22}},
    {Get, "/recommendations/{id}/change", keep, Forms::show_change, Budget{10}},
    {Post, "/recommendations/{id}/change", keep, Forms::post_change, Budget{60}},
    {Get, "/recommendations/{id}/sources/add", keep, show_add_source, Budget{10}},
    {Post, "/recommendations/{id}/sources/add", keep, post_add_source, Budget{50}},
    {Get, "/recommendations/{id}/sources/{source}", keep, show_source, Budget{10}},
    {Post, "/recommendations/{id}/sources/{source}", keep, post_source, Budget{50}},
    {Get, "/recommendations/{id}/sources/{source}/remove", keep, show_remove_source, Budget{10}},
    {Post, "/recommendations/{id}/sources/{source}/remove", keep, post_remove_source, Budget{50}},
    // Which permission a step needs is in the table of moves; whoever may not is not shown it.
    {Get, "/recommendations/{id}/moves/{move}", read_plan, show_move, Budget{11}},
    // Whoever is expected to respond is told, each with what they may read.
    {Post, "/recommendations/{id}/moves/{move}", read_plan, post_move, Budget{200}},
    {Get, "/recommendations/{id}/evidence", answer_recommendation, show_evidence, Budget{10}},
    {Post, "/recommendations/{id}/evidence", answer_recommendation, post_evidence, Budget{50}},
    {Get, "/recommendations/{id}/actions", answer_recommendation, show_actions, Budget{10}},
    {Post, "/recommendations/{id}/actions", answer_recommendation, post_actions, Budget{150}},
    {Get, "/recommendations/{id}/join", keep, show_join, Budget{15}},
    {Post, "/recommendations/{id}/join", keep, post_join, Budget{60}},
    {Get, "/recommendations/{id}/part", keep, show_part, Budget{10}},
    {Post, "/recommendations/{id}/part", keep, post_part, Budget{50}},
    {Get, "/recommendations/{id}/withdraw", keep, show_withdraw, Budget{10}},
    {Post, "/recommendations/{id}/withdraw", keep, post_withdraw, Budget{50}},
};
constexpr auto routes =
    registers::joined(registers::routes_of<"/recommendations", recommendation_register>(
                          read_plan, keep, {.look = {4000}, .save = {60000}}),
                      own);

std::optional<RecordPage> recommendation_page(store::Db& db, const Scope& scope,
                                              std::string_view text) {
    const auto id = RecommendationId::parse(text);
    const auto it = id ? find_recommendation(db, scope, *id) : std::nullopt;
    if (!it) return std::nullopt;
    return RecordPage{.address = address_of(*id), .owner = it->owner, .is_closed = it->withdrawn};
}

struct NamedRow {
    std::string id, title;
};
std::vector<NamedPage> named_recommendations(store::Db& db, const Scope& scope,
                                             std::span<const std::string> ids) {
    std::vector<NamedPage> pages;
    if (!scope.may(read_plan)) return pages;
    store::ComposedQuery<NamedRow> query("recommendations.named");
    query.add("SELECT id, title FROM recommendation WHERE id IN (''");
    for (const auto& id : ids) query.add(", $", id);
    query.add(") ORDER BY id");
    for (auto& row : db.all(query))
        pages.push_back({row.id, std::move(row.title), "/recommendations/" + row.id});
    return pages;
}

constexpr RecordKind records[] = {
    {.kind = record_kind,
     .page = recommendation_page,
     .has_comments = true,
     .named = named_recommendations},
};

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<recommendation_register>()};
    return {.name = "recommendations",
            .routes = routes,
            .records = records,
            .looks_back = plan::look_back,
            .lists = lists,
            .thread = follow_thread};
}

} // namespace openmasa::recommendations
