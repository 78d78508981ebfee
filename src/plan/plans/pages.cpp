#include "plan/plans/pages.hpp"
#include "core/comments/pages.hpp"
#include "core/references/references.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "core/thread/pages.hpp"
#include "plan/asking.hpp"
#include "plan/plan_head.hpp"
#include "plan/plans/store.hpp"
#include "plan/plans/tag_views.hpp"
#include "plan/plans/views.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

std::optional<plan::Plan> asked_plan(Context& context) {
    const auto id = context.id<plan::PlanId>();
    return id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
}

/// What the address chose by ?tag=; nothing when it names no term.
const terms::Term* asked_term(const Context& context, const terms::TermBook& book) {
    const auto id = terms::TermId::parse(context.form.text("tag"));
    return id ? book.find(*id) : nullptr;
}

/// Leaves only what carries that term.
template<class Noun> void keep_tagged(std::vector<Noun>& nouns, const terms::Term* term) {
    if (!term) return;
    std::erase_if(nouns, [&](const Noun& noun) {
        return std::ranges::count(terms::ids_in(noun.tags), term->id) == 0;
    });
}

PlanPage read_plan_page(Context& context, const plan::Plan& plan) {
    const auto book = terms::term_book(context.db);
    return {.today = context.scope.today,
            .plan = plan,
            .reference = references::of(context.db, "plan", plan.id.view()),
            .sections = plan::sections_of(context.db, context.scope, plan.id),
            .groups = plan::tally_of(context.db, context.scope, plan.id),
            .objectives = {},
            .in_objectives = {},
            .words = context.words,
            .tags = tag_facts(*book, plan.tags, "/plans"),
            .only = {},
            .verbs =
                plan::asking_verb(context.scope, plan) + plan::import_verb(context.scope, plan),
            .may_change = context.scope.may(Permission::edit_plan),
            .succession = plan::succession_of(context.db, context.scope, plan)};
}

template<class Noun> Html comments_on(Context& context, std::string_view kind, const Noun& noun) {
    return comments::section(context, kind, noun.id.view(),
                             noun.withdrawn ? comments::Record::closed : comments::Record::open);
}

std::string notice_of(const Context& context) {
    const auto saved = context.form.text("saved");
    if (saved == "themes") return "Saved: the themes are changed.";
    if (saved == "adoption") return "Saved: its adoption and impact.";
    if (saved == "review") return "Saved: the review is kept.";
    if (saved == "added") return "Saved: it is added.";
    if (saved == "follows") return "Saved: it follows no edition.";
    if (saved == "change") return "Saved: your changes.";
    return saved == "nothing" ? "Nothing was changed." : "";
}

/// With one plan in force, whoever asks for plans means that one; the others are a step away.
const plan::Plan* only_one_that_runs(const AllPlans& all) {
    if (!all.withdrawn.empty()) return nullptr;
    const auto found = plan::running(all.plans, all.today);
    if (found.size() != 1) return nullptr;
    return &*std::ranges::find(all.plans, found.front().id, &plan::Plan::id);
}

bool asks_for_all(const Context& context) {
    return context.form.text("all") == "yes";
}

int asked_page(const Context& context) {
    const auto text = context.form.text("page");
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return page;
}

} // namespace

http::Response show_plans(Context& context) {
    AllPlans all{.today = context.scope.today,
                 .plans = plan::list_plans(context.db, context.scope),
                 .groups = {},
                 .words = context.words,
                 .may_import = context.scope.may(Permission::import_plan),
                 .may_change = context.scope.may(Permission::edit_plan),
                 .withdrawn = withdrawn_plans(context.db, context.scope)};
    const auto book = terms::term_book(context.db);
    const auto* term = asked_term(context, *book);
    if (const auto* only = only_one_that_runs(all); only && !term && !asks_for_all(context))
        return see_other(fmt::format("/plans/{}", only->id.view()));
    keep_tagged(all.plans, term);
    all.only = only_with_tag(term, "/plans", context.words.several(terms::Word::plan));
    all.groups = plan::tally_of_all(context.db, context.scope);
    return reply(context,
                 {.title = context.words.headings(terms::Word::plan), .main = plans_view(all)});
}

http::Response show_plan(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    return see_other(fmt::format("/plans/{}/actions", plan->id.view()));
}

http::Response show_priorities(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    auto page = read_plan_page(context, *plan);
    const auto book = terms::term_book(context.db);
    page.only = only_with_tag(asked_term(context, *book),
                              fmt::format("/plans/{}/priorities", plan->id.view()),
                              context.words.several(terms::Word::priority));
    page.shown = page.sections;
    keep_tagged(page.shown, asked_term(context, *book));
    page.objectives = plan::objectives_of_plan(context.db, context.scope, plan->id);
    page.in_objectives = plan::count_by_objective_of(context.db, context.scope, plan->id);
    return reply(
        context,
        {.title = fmt::format("{}, {}", context.words.headings(terms::Word::priority), plan->title),
         .notice = notice_of(context),
         .main = priorities_view(page)});
}

http::Response show_editions(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    return reply(context,
                 {.title = fmt::format("Editions, {}", plan->title),
                  .notice = notice_of(context),
                  .main = editions_view(read_plan_page(context, *plan),
                                        editions_of(context.db, context.scope, plan->id),
                                        withdrawn_from(context.db, context.scope, plan->id),
                                        thread::section(context, {"plan", plan->id.str()}))});
}

http::Response show_comments(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    return reply(context, {.title = fmt::format("Comments, {}", plan->title),
                           .main = comments_view(read_plan_page(context, *plan),
                                                 comments_on(context, "plan", *plan))});
}

http::Response show_without_update(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    const auto today = context.scope.today;
    const auto tally = plan::total(plan::tally_of(context.db, context.scope, plan->id), today);
    const auto paging = listing::paging(asked_page(context), tally.without_update);
    const WithoutUpdatePage page{
        .today = today,
        .plan = *plan,
        .paging = paging,
        .actions = actions_without_update(context.db, context.scope, plan->id, paging)};
    return reply(context, {.title = "Actions without an update",
                           .crumbs = {plan::crumb(context.words, plan->id)},
                           .main = without_update_view(page)});
}

http::Response show_priority(Context& context) {
    const auto id = context.id<plan::SectionId>();
    const auto section = id ? plan::find_section(context.db, context.scope, *id) : std::nullopt;
    if (!section) return reply_not_found(context);
    const PriorityPage page{
        .today = context.scope.today,
        .words = context.words,
        .section = *section,
        .reference = references::of(context.db, "section", section->id.view()),
        .objectives = plan::objectives_of(context.db, context.scope, section->id),
        .groups = plan::tally_of(context.db, context.scope, section->plan),
        .in_objectives = plan::count_by_objective_of(context.db, context.scope, section->plan),
        .actions = actions_of(context.db, context.scope, section->id),
        .tags = tag_facts(*terms::term_book(context.db), section->tags,
                          fmt::format("/plans/{}/priorities", section->plan.view())),
        .thread = thread::section(context, {"section", section->id.str()}),
        .comments = comments_on(context, "section", *section),
        .may_change = context.scope.may(Permission::edit_plan),
        .may_review = context.scope.may(Permission::review_priority, section->owner),
        .reviews = plan::reviews_of(context.db, context.scope, section->id),
        .may_ask = !section->withdrawn && plan::may_ask_for_updates(context.scope, section->owner),
        .restriction = restriction::notice(context.scope, "section", section->id.view()),
        .restrict_path =
            restriction::path_to_restrict(context.scope, "section", section->id.view())};
    return reply(context, {.title = section->name,
                           .crumbs = {plan::crumb(context.words, section->plan)},
                           .notice = notice_of(context),
                           .main = priority_view(page)});
}

http::Response show_objective(Context& context) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto id = context.id<plan::ObjectiveId>();
    const auto objective = id ? plan::find_objective(db, scope, *id) : std::nullopt;
    const auto section =
        objective ? plan::find_section(db, scope, objective->section) : std::nullopt;
    if (!section) return reply_not_found(context);
    const auto tally = plan::total(plan::tally_of(db, scope, *id), scope.today);
    const auto paging = listing::paging(asked_page(context), tally.actions);
    const ObjectivePage page{.today = scope.today,
                             .words = context.words,
                             .objective = *objective,
                             .section = *section,
                             .tally = tally,
                             .paging = paging,
                             .actions = actions_of(db, scope, *id, paging),
                             .thread = thread::section(context, {"objective", id->str()}),
                             .comments = comments_on(context, "objective", *objective),
                             .may_change = scope.may(Permission::edit_plan),
                             .restriction = restriction::notice(scope, "objective", id->view()),
                             .restrict_path =
                                 restriction::path_to_restrict(scope, "objective", id->view())};
    return reply(context,
                 {.title = objective->title,
                  .crumbs = {plan::crumb(context.words, section->plan), plan::crumb(*section)},
                  .notice = notice_of(context),
                  .main = objective_view(page)});
}

} // namespace openmasa::plans
