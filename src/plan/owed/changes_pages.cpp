#include "core/references/references.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/owed/changes_store.hpp"
#include "plan/owed/changes_views.hpp"
#include "plan/owed/pages.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

std::optional<Day> day_of(const std::optional<Moment>& moment) {
    return moment ? std::optional(london_day(*moment)) : std::nullopt;
}

/// Everything but the sections and the pages.
ChangesPage read_changes(Context& context, Wanted wanted, std::string address) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto typed = context.form.text("since");
    ChangesPage page{.words = context.words,
                     .address = std::move(address),
                     .today = scope.today,
                     .since = since_asked(typed, scope.today),
                     .typed = std::string(typed),
                     .move = move_called(context.form.text("what")),
                     .last_edition = day_of(last_edition(db, scope, wanted.plan))};
    wanted.since = page.since.day;
    page.actions = changed_actions(db, scope, wanted);
    page.changed = changed_sections(db, scope, wanted);
    keep_moved(page.actions, {});
    page.counts = counts_of(page.actions);
    page.all = int(page.actions.size());
    keep_moved(page.actions, page.move);
    for (const auto& action : page.actions)
        page.tags.push_back(restriction::tag(scope, "action", action.id.view()));
    return page;
}

} // namespace

http::Response show_changes(Context& context) {
    const auto id = context.id<plan::PlanId>();
    const auto plan = id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
    if (!plan) return reply_not_found(context);
    auto page = read_changes(context, {.plan = plan->id},
                             fmt::format("/plans/{}/changes", plan->id.view()));
    page.sections = plan::all_sections_of(context.db, plan->id);
    const auto head =
        plan::plan_head(context.words, *plan,
                        {.current = plan::PlanTab::changes,
                         .reference = references::of(context.db, "plan", plan->id.view()),
                         .sentence = changes_sentence(page)});
    return reply(context, {.title = fmt::format("Changes, {}", plan->title),
                           .main = head + changes_view(page),
                           .has_problems = !page.since.problem.empty()});
}

http::Response show_changes_of_priority(Context& context) {
    const auto id = context.id<plan::SectionId>();
    const auto section = id ? plan::find_section(context.db, context.scope, *id) : std::nullopt;
    if (!section) return reply_not_found(context);
    auto page = read_changes(context, {.plan = section->plan, .section = section->id},
                             fmt::format("/priorities/{}/changes", section->id.view()));
    page.sections = {*section};
    page.paging =
        listing::paging(int(whole_number(context.form.text("page"))), int(page.actions.size()));
    const auto head = pages::head({.title = section->name,
                                   .sentence = changes_sentence(page),
                                   .verbs = {},
                                   .facts = {},
                                   .caption = "Changes"});
    return reply(context,
                 {.title = fmt::format("Changes, {}", section->name),
                  .crumbs = {plan::crumb(context.words, section->plan), plan::crumb(*section)},
                  .main = head + changes_view(page),
                  .has_problems = !page.since.problem.empty()});
}

} // namespace openmasa::owed
