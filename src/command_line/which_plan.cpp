#include "command_line/which_plan.hpp"
#include "core/references/references.hpp"
#include "kernel/text.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

Refusal which_of(const std::vector<plan::Plan>& plans, std::string_view option) {
    if (plans.empty()) return invalid("plan", "There is no plan here.");
    std::vector<std::string> titles;
    for (const auto& plan : plans) titles.push_back(fmt::format("\u201C{}\u201D", plan.title));
    return invalid("plan",
                   fmt::format("Write which plan with {}, by its reference or its title: {}.",
                               option, join(titles, ", ")));
}

} // namespace

Result<plan::Plan> find_plan(store::Db& db, const Scope& scope, const std::string& words,
                             std::string_view option) {
    auto plans = plan::list_plans(db, scope);
    if (words.empty()) {
        auto running = plan::running(plans, scope.today);
        if (running.size() != 1) return which_of(running, option);
        return std::move(running.front());
    }
    const auto found = references::find(db, words);
    for (auto& plan : plans) {
        const bool by_reference =
            found && found->kind == references::plan.kind && found->id == plan.id.view();
        if (by_reference || lower(plan.title) == lower(one_line(words))) return std::move(plan);
    }
    return which_of(plans, option);
}

} // namespace openmasa::command_line
