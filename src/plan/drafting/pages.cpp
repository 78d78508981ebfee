#include "plan/drafting/pages.hpp"
#include "core/access/store.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/terms/store.hpp"
#include "kernel/text.hpp"
#include "plan/drafting/drafting.hpp"
#include "plan/drafting/rules.hpp"
#include "plan/drafting/views.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::drafting {
namespace {

// What stands there, as this person may change it.

std::optional<plan::Plan> find(Context& context, const plan::PlanId& id) {
    auto found = plan::find_plan(context.db, context.scope, id);
    return found && !found->withdrawn ? found : std::nullopt;
}
std::optional<plan::Section> find(Context& context, const plan::SectionId& id) {
    auto found = plan::find_section(context.db, context.scope, id);
    return found && !found->withdrawn ? found : std::nullopt;
}
std::optional<plan::Objective> find(Context& context, const plan::ObjectiveId& id) {
    auto found = plan::find_objective(context.db, context.scope, id);
    return found && !found->withdrawn ? found : std::nullopt;
}
template<class SomeId> auto asked(Context& context) {
    const auto id = context.id<SomeId>();
    return id ? find(context, *id) : decltype(find(context, *id)){};
}

// What was typed.

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}
ChosenOwner read_owner(const Context& context) {
    return {.id = OwnerId::parse(context.form.text("owner")),
            .new_name = text(context, "new_owner")};
}
std::optional<int> read_place(const Context& context) {
    if (context.form.text("place").empty()) return std::nullopt;
    return static_cast<int>(
        std::clamp<std::int64_t>(whole_number(context.form.text("place")), 0, 1'000'000));
}
std::string read_tags(const Context& context) {
    std::vector<std::string> ids;
    for (const auto& kind : terms::tag_kinds)
        for (auto id : context.form.all(kind.field)) ids.emplace_back(id);
    return join(ids, " ");
}

void read(const Context& context, PlanDraft& draft) {
    draft.version = version_read(context.form);
    draft.title = text(context, "title");
    draft.period = text(context, "period");
    from_text(context.form.text("type"), draft.type);
    draft.owner = read_owner(context);
    draft.tags = read_tags(context);
}
void read(const Context& context, PriorityDraft& draft) {
    draft.version = version_read(context.form);
    draft.name = text(context, "name");
    draft.remark = text(context, "remark");
    draft.is_priority = context.form.text("is_priority") != "no";
    draft.owner = read_owner(context);
    draft.chair = text(context, "chair");
    draft.difference = text(context, "difference");
    draft.place = read_place(context);
}
void read(const Context& context, ObjectiveDraft& draft) {
    draft.version = version_read(context.form);
    draft.title = text(context, "title");
    draft.words = text(context, "words");
    draft.place = read_place(context);
}
void read(const Context& context, ActionDraft& draft) {
    draft.title = text(context, "title");
    draft.words = text(context, "words");
    draft.owner = read_owner(context);
    draft.date_words = text(context, "date_words");
    draft.date_words_are_meant = context.form.text("date_words_are_meant") == "yes";
    draft.tags = read_tags(context);
}

// The page around a form.

FormPage page_of(Context& context, std::string back, std::string caption) {
    return {.form_token = form_token::hidden(context),
            .words = context.words,
            .address = context.request.path,
            .back = std::move(back),
            .caption = std::move(caption),
            .owners = access::list_owners(context.db),
            .terms = terms::term_book(context.db),
            .today = context.scope.today};
}

/// The names of the others, and the place of the one that is changed among them.
template<class Noun, class Draft, class Name>
void put_among(FormPage& page, const std::vector<Noun>& all, Draft& draft, Name name) {
    for (const auto& noun : all) {
        if (draft.id && noun.id == *draft.id) {
            if (!draft.place) draft.place = static_cast<int>(page.others.size());
            continue;
        }
        page.others.push_back(std::invoke(name, noun));
    }
}

FormPage page_for(Context& context, PlanDraft& draft) {
    return draft.id ? page_of(context, fmt::format("/plans/{}/editions", draft.id->view()), "")
                    : page_of(context, "/plans", "");
}
FormPage page_for(Context& context, PriorityDraft& draft) {
    auto page = page_of(context,
                        draft.id ? "/priorities/" + draft.id->str()
                                 : fmt::format("/plans/{}/priorities", draft.plan.view()),
                        "");
    put_among(page, plan::sections_of(context.db, context.scope, draft.plan), draft,
              &plan::Section::name);
    return page;
}
FormPage page_for(Context& context, ObjectiveDraft& draft) {
    auto page = page_of(
        context, draft.id ? "/objectives/" + draft.id->str() : "/priorities/" + draft.section.str(),
        "");
    put_among(page, plan::objectives_of(context.db, context.scope, draft.section), draft,
              &plan::Objective::title);
    return page;
}
FormPage page_for(Context& context, ActionDraft& draft) {
    return page_of(context, "/objectives/" + draft.objective.str(), "");
}

template<class Draft>
http::Response reply_form(Context& context, Draft draft, const std::string& caption,
                          const Refusal* refusal = nullptr, std::string_view kind = {}) {
    auto page = page_for(context, draft);
    page.caption = caption;
    if (refusal) page.problems = refusal->problems;
    if constexpr (requires { draft.id; })
        if (refusal && draft.id && refusal->kind == Refusal::Kind::conflict)
            page.meanwhile = plan::saved_meanwhile(context.db, kind, draft.id->view(),
                                                   version_read(context.form));
    return reply(context,
                 {.title = title_of(context.words, draft),
                  .crumbs = {{page.caption.empty() ? context.words.headings(terms::Word::plan)
                                                   : page.caption,
                              page.back}},
                  .notice = {},
                  .main = form(page, draft),
                  .has_problems = !page.problems.empty()});
}

/// Saves what was typed and leads to `page` of it, which says what came of it; otherwise the form
/// again with what is wrong. A form that is shown again has the newest version.
template<class Draft, class Newest, class Page>
http::Response finish(Context& context, Draft draft, const std::string& caption,
                      std::string_view kind, Newest newest, Page page) {
    read(context, draft);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto done = TRY(save(context.db, context.scope, draft));
        return page(done.id) + (!done.anything ? "?saved=nothing"
                                : draft.id     ? "?saved=change"
                                               : "?saved=added");
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    draft.version = newest();
    return reply_form(context, std::move(draft), caption, &saved.refusal(), kind);
}

std::int64_t nothing_before() {
    return 0;
}
std::string priority_page(const plan::SectionId& id) {
    return "/priorities/" + id.str();
}
std::string objective_page(const plan::ObjectiveId& id) {
    return "/objectives/" + id.str();
}
std::string plan_page(const plan::PlanId& id) {
    return fmt::format("/plans/{}/priorities", id.view());
}

} // namespace

// Plans.

http::Response show_add_plan(Context& context) {
    return reply_form(context, PlanDraft{}, "");
}
http::Response post_add_plan(Context& context) {
    return finish(context, PlanDraft{}, "", "plan", nothing_before, plan_page);
}
http::Response show_change_plan(Context& context) {
    const auto found = asked<plan::PlanId>(context);
    return found ? reply_form(context, as_it_stands(*found), found->title)
                 : reply_not_found(context);
}
http::Response post_change_plan(Context& context) {
    const auto found = asked<plan::PlanId>(context);
    if (!found) return reply_not_found(context);
    return finish(
        context, PlanDraft{.id = found->id}, found->title, "plan",
        [&] { return find(context, found->id).value_or(*found).version; }, plan_page);
}

// Priorities.

http::Response show_add_priority(Context& context) {
    const auto found = asked<plan::PlanId>(context);
    return found ? reply_form(context, PriorityDraft{.plan = found->id}, found->title)
                 : reply_not_found(context);
}
http::Response post_add_priority(Context& context) {
    const auto found = asked<plan::PlanId>(context);
    if (!found) return reply_not_found(context);
    return finish(context, PriorityDraft{.plan = found->id}, found->title, "section",
                  nothing_before, priority_page);
}
http::Response show_change_priority(Context& context) {
    const auto found = asked<plan::SectionId>(context);
    return found ? reply_form(context, as_it_stands(*found), found->name)
                 : reply_not_found(context);
}
http::Response post_change_priority(Context& context) {
    const auto found = asked<plan::SectionId>(context);
    if (!found) return reply_not_found(context);
    return finish(
        context, PriorityDraft{.plan = found->plan, .id = found->id}, found->name, "section",
        [&] { return find(context, found->id).value_or(*found).version; }, priority_page);
}

// Objectives.

http::Response show_add_objective(Context& context) {
    const auto found = asked<plan::SectionId>(context);
    return found ? reply_form(context, ObjectiveDraft{.section = found->id}, found->name)
                 : reply_not_found(context);
}
http::Response post_add_objective(Context& context) {
    const auto found = asked<plan::SectionId>(context);
    if (!found) return reply_not_found(context);
    return finish(context, ObjectiveDraft{.section = found->id}, found->name, "objective",
                  nothing_before, objective_page);
}
http::Response show_change_objective(Context& context) {
    const auto found = asked<plan::ObjectiveId>(context);
    return found ? reply_form(context, as_it_stands(*found), found->title)
                 : reply_not_found(context);
}
http::Response post_change_objective(Context& context) {
    const auto found = asked<plan::ObjectiveId>(context);
    if (!found) return reply_not_found(context);
    return finish(
        context, ObjectiveDraft{.section = found->section, .id = found->id}, found->title,
        "objective", [&] { return find(context, found->id).value_or(*found).version; },
        objective_page);
}

// Actions.

/// The priority's owner answers for its actions unless they say otherwise.
http::Response show_add_action(Context& context) {
    const auto found = asked<plan::ObjectiveId>(context);
    const auto section = found ? find(context, found->section) : std::nullopt;
    if (!section) return reply_not_found(context);
    return reply_form(context, ActionDraft{.objective = found->id, .owner = {.id = section->owner}},
                      found->title);
}
http::Response post_add_action(Context& context) {
    const auto found = asked<plan::ObjectiveId>(context);
    if (!found) return reply_not_found(context);
    ActionDraft draft{.objective = found->id};
    read(context, draft);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto id = TRY(add(context.db, context.scope, draft));
        return fmt::format("/actions/{}?saved=added", id.view());
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_form(context, std::move(draft), found->title, &saved.refusal());
}

} // namespace openmasa::drafting
