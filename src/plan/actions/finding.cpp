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

std::string in_capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

} // namespace

std::vector<Finding> find_actions(store::Db& db, const Scope& scope, std::string_view words) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto typed = one_line(words);
    std::vector<Finding> found;
    for (auto& one : db.all(find_called, typed, in_capitals(typed)))
        found.push_back({.href = "/actions/" + one.id.str(),
                         .title = fmt::format("{}: {}", one.reference, one.title),
                         .where = std::move(one.plan)});
    return found;
}

std::optional<std::string> page_of_action(store::Db& db, const Scope& scope, std::string_view kind,
                                          std::string_view id) {
    const auto action = kind == "action" ? ActionId::parse(id) : std::nullopt;
    if (!action || !find_action(db, scope, *action)) return std::nullopt;
    return "/actions/" + action->str();
}

} // namespace openmasa::plan
