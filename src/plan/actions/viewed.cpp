#include "plan/actions/viewed.hpp"
#include "core/terms/store.hpp"
#include "kernel/text.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/actions/list_views.hpp"
#include "plan/actions/register.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

constexpr store::Query<PlanId()> list_ids{"actions.plans_with_lists", "SELECT id FROM plan"};

std::map<std::string, std::string> addresses(store::Db& db, const Scope& scope) {
    std::map<std::string, std::string> found;
    if (!scope.may(Permission::read_plan)) return found;
    for (const auto& id : db.all(list_ids)) found.emplace(id.str(), list_address(id, {}));
    return found;
}

std::optional<std::string> address(store::Db& db, const Scope& scope, std::string_view within) {
    const auto id = PlanId::parse(within);
    const auto plan = id ? find_plan(db, scope, *id) : std::nullopt;
    return plan ? std::optional(list_address(plan->id, {})) : std::nullopt;
}

std::string owner_words(store::Db& db, const PlanId& plan, const ActionFilter& filter) {
    if (filter.owner == ActionFilter::Owner::none) return "No owner";
    for (const auto& owner : owners_in(db, plan))
        if (owner.id == filter.owner_id) return "Owner: " + owner.name;
    return "One owner";
}

std::string_view due_words(ActionFilter::When when) {
    switch (when) {
    case ActionFilter::When::late: return "Late";
    case ActionFilter::When::soon: return "Due in the next 30 days";
    case ActionFilter::When::none: return "No date";
    case ActionFilter::When::any: break;
    }
    return {};
}

std::string_view order_words(ActionFilter::Sort sort) {
    switch (sort) {
    case ActionFilter::Sort::owner: return "In order of owner";
    case ActionFilter::Sort::date: return "In order of target date";
    case ActionFilter::Sort::status: return "In order of standing, late first";
    case ActionFilter::Sort::plan: break;
    }
    return {};
}

std::string column_words(const ActionFilter& filter, const terms::Words& words) {
    std::vector<std::string> labels;
    for (auto at : columns_of(filter))
        labels.push_back(words.say(action_register.columns[at].label));
    return labels.empty() ? std::string() : "Columns: " + join(labels, ", ");
}

std::vector<std::string> in_words(store::Db& db, const Scope& scope, std::string_view within,
                                  std::string_view query) {
    const auto filter = read_filter(http::read_query(query));
    const auto id = PlanId::parse(within);
    if (!id || !find_plan(db, scope, *id)) return {};
    std::vector<std::string> words;
    if (!filter.words.empty()) words.push_back("Words: " + filter.words);
    if (!filter.priorities.empty())
        for (const auto& section : sections_of(db, scope, *id))
            if (std::ranges::count(filter.priorities, section.id) > 0)
                words.push_back(scope.words.heading(terms::Word::priority) + ": " + section.name);
    for (auto status : filter.statuses) words.push_back(fmt::format("Status: {}", spoken(status)));
    const auto book = terms::term_book(db);
    for (const auto& tag : filter.tags)
        if (const auto* term = book->find(tag)) words.push_back("Tagged: " + term->name);
    words.emplace_back(due_words(filter.when));
    if (filter.owner != ActionFilter::Owner::any) words.push_back(owner_words(db, *id, filter));
    if (filter.evidence_missing) words.emplace_back("Done without evidence");
    words.emplace_back(order_words(filter.sort));
    words.push_back(column_words(filter, scope.words));
    std::erase(words, std::string());
    return words;
}

} // namespace

views::List viewed_actions() {
    return {.kind = action_register.kind,
            .title = action_register.title,
            .address = address,
            .canonical = canonical_query,
            .in_words = in_words,
            .addresses = addresses};
}

} // namespace openmasa::plan
