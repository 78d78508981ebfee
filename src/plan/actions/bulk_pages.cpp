#include "core/registers/uploads.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "plan/actions/bulk_views.hpp"
#include "plan/actions/pages.hpp"
#include "plan/actions/register.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

std::optional<Plan> plan_of(Context& context) {
    const auto id = context.id<PlanId>();
    return id ? find_plan(context.db, context.scope, *id) : std::nullopt;
}

BulkChange read_change(const http::Form& form) {
    BulkChange change{.chosen = {},
                      .to = std::string(form.text("to")),
                      .owner = std::string(form.text("owner")),
                      .lead = std::string(form.text("lead")),
                      .lead_name = std::string(form.text("lead_name")),
                      .status = std::string(form.text("status")),
                      .stopped_why = std::string(form.text("stopped_why")),
                      .date_words = std::string(form.text("date_words"))};
    for (auto chosen : form.all("chosen")) change.chosen.emplace_back(chosen);
    return change;
}

/// The list's filter stands in the address of a form, too.
ActionFilter filter_of(const Context& context) {
    return read_filter(http::read_query(context.request.query));
}

/// Where they may go: a plan that was just chosen, the one that the form offered, or their own.
void read_places(Context& context, BulkPage& page) {
    page.plans = list_plans(context.db, context.scope);
    auto named = plan_named(page.typed);
    if (!named) named = PlanId::parse(context.form.text("offered"));
    const auto to = std::ranges::find(page.plans, named.value_or(page.plan.id), &Plan::id);
    page.to = to == page.plans.end() ? page.plan : *to;
    page.sections = sections_of(context.db, context.scope, page.to.id);
    page.objectives = objectives_of_plan(context.db, context.scope, page.to.id);
}

http::Response reply_bulk(Context& context, Plan plan, BulkChange typed,
                          std::vector<Problem> problems) {
    const auto filter = filter_of(context);
    BulkPage page{.words = context.words,
                  .plan = std::move(plan),
                  .filter = filter,
                  .rows = {},
                  .owners = access::list_owners(context.db),
                  .plans = {},
                  .to = {},
                  .sections = {},
                  .objectives = {},
                  .typed = std::move(typed),
                  .form_token = form_token::hidden(context),
                  .problems = std::move(problems)};
    read_places(context, page);
    page.rows = bulk_rows(context.db, context.scope, page.plan.id, filter);
    return reply(context, {.title = "Change several actions",
                           .crumbs = {{context.words.heading(terms::Word::plan),
                                       "/plans/" + page.plan.id.str()}},
                           .notice = {},
                           .main = bulk_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_bulk(Context& context) {
    auto plan = plan_of(context);
    return plan ? reply_bulk(context, std::move(*plan), {}, {}) : reply_not_found(context);
}

http::Response post_bulk(Context& context) {
    auto plan = plan_of(context);
    if (!plan) return reply_not_found(context);
    auto change = read_change(context.form);
    const auto kept = submit(context, [&]() -> Result<std::string> {
        const auto rows = TRY(rows_of(context.db, context.scope, change));
        const auto name =
            "Change of " + counted(static_cast<long long>(rows.rows.size()), "action");
        const auto id = TRY(registers::keep(context.db, context.scope, action_register, name, rows,
                                            registers::Policy::skip));
        return "/actions/import/" + id.str();
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_bulk(context, std::move(*plan), std::move(change), kept.refusal().problems);
}

/// Where the register of actions stands: the list of the plan that was changed last.
http::Response show_register(Context& context) {
    const auto plans = list_plans(context.db, context.scope);
    if (plans.empty()) return see_other("/plans");
    const auto& query = context.request.query;
    return see_other(fmt::format("/plans/{}/actions{}{}", plans.front().id.view(),
                                 query.empty() ? "" : "?", query));
}

} // namespace openmasa::plan
