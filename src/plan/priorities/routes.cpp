#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/plan_head.hpp"
#include "plan/priorities/actions.hpp"
#include "plan/priorities/module.hpp"
#include "plan/priorities/views.hpp"
#include "plan/store.hpp"

namespace openmasa::priorities {
namespace {

std::optional<plan::Section> asked(Context& context) {
    const auto id = context.id<plan::SectionId>();
    auto section = id ? plan::find_section(context.db, context.scope, *id) : std::nullopt;
    if (section && section->withdrawn) return std::nullopt;
    return section;
}

FormPage page_for(Context& context, plan::Section section, const Refusal* refusal = nullptr) {
    FormPage page{.form_token = form_token::hidden(context),
                  .words = context.words,
                  .section = std::move(section),
                  .problems = {},
                  .meanwhile = {}};
    if (!refusal) return page;
    page.problems = refusal->problems;
    if (refusal->kind == Refusal::Kind::conflict)
        page.meanwhile = plan::saved_meanwhile(context.db, "section", page.section.id.view(),
                                               version_read(context.form));
    return page;
}

http::Response reply_form(const Context& context, const FormPage& page, const std::string& title,
                          Html form) {
    return reply(context, {.title = title,
                           .crumbs = {plan::crumb(context.words, page.section.plan),
                                      plan::crumb(page.section)},
                           .main = std::move(form),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_adoption(const Context& context, const FormPage& page,
                              const SayAdoption& typed) {
    return reply_form(context, page, "Adoption and impact", adoption_form(page, typed));
}
http::Response reply_review(const Context& context, const FormPage& page, const Review& typed) {
    return reply_form(context, page, "Yearly review", review_form(page, typed));
}

/// To the priority when it was saved; otherwise the form again with what is wrong.
template<class Show>
http::Response finish(Context& context, const Result<std::string>& saved, Show show) {
    if (saved) return see_other(*saved);
    auto section = asked(context);
    if (!section || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return show(page_for(context, std::move(*section), &saved.refusal()));
}

std::string page_of(const plan::SectionId& id, std::string_view saved) {
    return "/priorities/" + id.str() + "?saved=" + std::string(saved);
}

http::Response show_adoption(Context& context) {
    auto section = asked(context);
    if (!section) return reply_not_found(context);
    const auto typed = as_it_stands(*section);
    return reply_adoption(context, page_for(context, std::move(*section)), typed);
}

http::Response post_adoption(Context& context) {
    const auto id = context.id<plan::SectionId>();
    if (!id) return reply_not_found(context);
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    const SayAdoption command{.id = *id,
                              .version = version_read(context.form),
                              .adopted_on = text("adopted_on"),
                              .adopted_by = text("adopted_by"),
                              .adopted_evidence = text("adopted_evidence"),
                              .prevalence = text("prevalence"),
                              .pathways = text("pathways"),
                              .commissioning = text("commissioning"),
                              .impact = text("impact")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const bool anything = TRY(say_adoption(context.db, context.scope, command));
        return page_of(*id, anything ? "adoption" : "nothing");
    });
    return finish(context, saved,
                  [&](const FormPage& page) { return reply_adoption(context, page, command); });
}

/// The priority as asked(), where this person may keep its review.
std::optional<plan::Section> asked_to_review(Context& context) {
    auto section = asked(context);
    const bool may = section && context.scope.may(Permission::review_priority, section->owner);
    return may ? std::move(section) : std::nullopt;
}

http::Response show_review(Context& context) {
    auto section = asked_to_review(context);
    if (!section) return reply_not_found(context);
    const Review typed{
        .id = section->id, .held_on = spoken_long(context.scope.today), .outcome = {}, .words = {}};
    return reply_review(context, page_for(context, std::move(*section)), typed);
}

http::Response post_review(Context& context) {
    const auto id = context.id<plan::SectionId>();
    if (!id) return reply_not_found(context);
    Review command{.id = *id,
                   .version = version_read(context.form),
                   .held_on = std::string(context.form.text("held_on")),
                   .outcome = {},
                   .words = std::string(context.form.text("words"))};
    plan::Outcome outcome{};
    if (from_text(context.form.text("outcome"), outcome)) command.outcome = outcome;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(keep_review(context.db, context.scope, command));
        return page_of(*id, "review");
    });
    return finish(context, saved,
                  [&](const FormPage& page) { return reply_review(context, page, command); });
}

constexpr Route routes[] = {
    {Method::Get, "/priorities/{id}/adoption", Permission::edit_plan, show_adoption, Budget{4}},
    {Method::Post, "/priorities/{id}/adoption", Permission::edit_plan, post_adoption, Budget{20}},
    {Method::Get, "/priorities/{id}/review", Permission::review_priority, show_review, Budget{4}},
    {Method::Post, "/priorities/{id}/review", Permission::review_priority, post_review, Budget{20}},
};

} // namespace

Module module() {
    return {.name = "priorities", .routes = routes};
}

} // namespace openmasa::priorities
