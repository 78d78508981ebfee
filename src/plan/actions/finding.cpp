#include "plan/actions/finding.hpp"
#include "kernel/text.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

struct Called {
    ActionId id;
    std::string reference, title, plan;
};
/// Plan by plan, so that the index on its references is used.
constexpr store::Query<Called(std::string_view, std::string_view)> find_called{
    "actions.find_called",
    R"sql(
    SELECT a.id, a.reference, a.title, p.title FROM plan p JOIN action a ON a.plan_id = p.id
    WHERE a.reference IN ($1, $2) AND a.withdrawn_at IS NULL
    ORDER BY p.updated_at DESC, a.id LIMIT 20)sql"};

} // namespace

std::vector<Finding> find_actions(store::Db& db, const Scope& scope, std::string_view words) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto typed = one_line(words);
    std::vector<Finding> found;
    for (auto& one : db.all(find_called, typed, upper(typed)))
        found.push_back({.href = "/actions/" + one.id.str(),
                         .title = fmt::format("{}: {}", one.reference, one.title),
                         .where = std::move(one.plan)});
    return found;
}

namespace {

std::optional<RecordPage> action_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = ActionId::parse(text);
    const auto action = id ? find_action(db, scope, *id) : std::nullopt;
    if (!action) return std::nullopt;
    return RecordPage{
        .address = "/actions/" + id->str(), .owner = action->owner, .is_closed = action->withdrawn};
}

struct NamedRow {
    std::string id, title;
};

std::vector<NamedPage> named_actions(store::Db& db, const Scope& scope,
                                     std::span<const std::string> ids) {
    std::vector<NamedPage> pages;
    if (!scope.may(Permission::read_plan)) return pages;
    store::ComposedQuery<NamedRow> query("actions.named");
    query.add("SELECT id, title FROM action WHERE id IN (''");
    for (const auto& id : ids) query.add(", $", id);
    query.add(") ORDER BY id");
    for (auto& row : db.all(query))
        pages.push_back({row.id, std::move(row.title), "/actions/" + row.id});
    return pages;
}

} // namespace

std::span<const RecordKind> action_records() {
    static constexpr RecordKind all[] = {
        {.kind = "action", .page = action_page, .has_comments = true, .named = named_actions},
    };
    return all;
}

} // namespace openmasa::plan
