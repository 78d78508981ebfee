#include "core/references/references.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/asking.hpp"
#include "plan/owed/gaps_store.hpp"
#include "plan/owed/gaps_views.hpp"
#include "plan/owed/pages.hpp"
#include "plan/plan_head.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

std::optional<plan::Plan> asked_plan(Context& context) {
    const auto id = context.id<plan::PlanId>();
    return id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
}

std::optional<Gap> gap_called(std::string_view text) {
    Gap gap{};
    return from_text(text, gap) ? std::optional(gap) : std::nullopt;
}

} // namespace

http::Response show_gaps(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    const GapsPage page{.words = context.words,
                        .plan = plan->id,
                        .gaps = gaps_of(count_gaps(context.db, context.scope, plan->id), plan->id),
                        .may_change = context.scope.may(Permission::edit_plan)};
    const auto head =
        plan::plan_head(context.words, *plan,
                        {.current = plan::PlanTab::gaps,
                         .reference = references::of(context.db, "plan", plan->id.view()),
                         .sentence = gaps_sentence(page.gaps),
                         .verbs = plan::asking_verb(context.scope, *plan)});
    return reply(context,
                 {.title = fmt::format("Gaps, {}", plan->title), .main = head + gaps_view(page)});
}

http::Response show_gap(Context& context) {
    const auto plan = asked_plan(context);
    const auto gap = gap_called(context.captured("gap"));
    if (!plan || !gap) return reply_not_found(context);
    if (is_listed_elsewhere(*gap)) return see_other(rows_address(*gap, plan->id));
    const auto counts = gaps_of(count_gaps(context.db, context.scope, plan->id), plan->id);
    GapPage page{.words = context.words,
                 .plan = *plan,
                 .gap = *gap,
                 .paging = listing::paging(int(whole_number(context.form.text("page"))),
                                           count_of(counts, *gap)),
                 .rows = {},
                 .may_change = context.scope.may(Permission::edit_plan)};
    page.rows = gap_rows(context.db, context.scope, *gap, plan->id, page.paging);
    return reply(context, {.title = context.words.say(words_of(*gap).several),
                           .crumbs = {plan::crumb(context.words, plan->id),
                                      {"Gaps", fmt::format("/plans/{}/gaps", plan->id.view())}},
                           .main = gap_view(page)});
}

http::Response show_all_gaps(Context& context) {
    auto plans = plan::running(plan::list_plans(context.db, context.scope), context.scope.today);
    auto counts = count_gaps(context.db, context.scope, plans);
    const AllGapsPage page{.words = context.words,
                           .plans = std::move(plans),
                           .counts = std::move(counts),
                           .only = gap_called(context.form.text("gap"))};
    return reply(context, {.title = context.words.say("What the [plans] lack"),
                           .main = all_gaps_view(page)});
}

} // namespace openmasa::owed
