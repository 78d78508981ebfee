#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/move_action.hpp"
#include "plan/moving/module.hpp"
#include "plan/moving/views.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::moving {
namespace {

std::optional<plan::Action> asked(Context& context) {
    const auto id = context.id<plan::ActionId>();
    auto action = id ? plan::find_action(context.db, context.scope, *id) : std::nullopt;
    if (action && action->withdrawn) return std::nullopt;
    return action;
}

/// The plan that the address names, where this person may choose it; otherwise the action's own.
std::optional<plan::Plan> asked_plan(const Context& context, const std::vector<plan::Plan>& plans,
                                     const plan::Action& action) {
    const auto query = http::read_query(context.request.query);
    const auto named = plan::PlanId::parse(query.text("plan"));
    auto found = std::ranges::find(plans, named.value_or(action.plan), &plan::Plan::id);
    if (found == plans.end()) found = std::ranges::find(plans, action.plan, &plan::Plan::id);
    return found == plans.end() ? std::nullopt : std::optional(*found);
}

http::Response reply_form(Context& context, plan::Action action,
                          std::optional<plan::ObjectiveId> chosen, std::vector<Problem> problems) {
    auto plans = plan::list_plans(context.db, context.scope);
    const auto to = asked_plan(context, plans, action);
    if (!to) return reply_not_found(context);
    const MovePage page{.form_token = form_token::hidden(context),
                        .words = context.words,
                        .action = std::move(action),
                        .plans = std::move(plans),
                        .to = *to,
                        .sections = plan::sections_of(context.db, context.scope, to->id),
                        .objectives = plan::objectives_of_plan(context.db, context.scope, to->id),
                        .chosen = chosen,
                        .problems = std::move(problems)};
    return reply(context, {.title = "Move this action",
                           .crumbs = {plan::crumb(context.words, page.action.plan),
                                      {page.action.reference, "/actions/" + page.action.id.str()}},
                           .notice = {},
                           .main = move_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_move(Context& context) {
    auto action = asked(context);
    return action ? reply_form(context, std::move(*action), {}, {}) : reply_not_found(context);
}

http::Response post_move(Context& context) {
    const auto id = context.id<plan::ActionId>();
    if (!id) return reply_not_found(context);
    const plan::MoveAction command{.action = *id,
                                   .version = version_read(context.form),
                                   .to = plan::ObjectiveId::parse(context.form.text("to"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const bool moved = TRY(plan::move_action(context.db, context.scope, command));
        return fmt::format("/actions/{}?saved={}", id->view(), moved ? "moved" : "nothing");
    });
    if (saved) return see_other(*saved);
    auto action = asked(context);
    if (!action || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return reply_form(context, std::move(*action), command.to, saved.refusal().problems);
}

constexpr Route routes[] = {
    {Method::Get, "/actions/{id}/move", Permission::edit_plan, show_move, Budget{6}},
    {Method::Post, "/actions/{id}/move", Permission::edit_plan, post_move, Budget{50}},
};

} // namespace

Module module() {
    return {.name = "moving", .routes = routes};
}

} // namespace openmasa::moving
