#include "core/audit/downloads.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/editions/compared_views.hpp"
#include "plan/editions/making.hpp"
#include "plan/editions/module.hpp"
#include "plan/editions/next_views.hpp"
#include "plan/editions/pages.hpp"
#include "plan/editions/rules.hpp"
#include "plan/look_back.hpp"
#include "plan/plan_head.hpp"
#include "plan/rules.hpp"

namespace openmasa::editions {
namespace {

std::optional<Edition> asked(Context& context) {
    const auto id = context.id<plan::PlanId>();
    return id ? read_edition(context.db, context.scope, *id) : std::nullopt;
}

// The next edition.

http::Response reply_next(Context& context, const NextPage& page) {
    return reply(context, {.title = "The next edition",
                           .crumbs = {plan::crumb(context.words, page.edition.plan.id)},
                           .notice = {},
                           .main = next_view(page),
                           .has_problems = !page.problems.empty()});
}

NextPage page_for(Context& context, Edition edition, MakeNext typed) {
    NextPage page{.form_token = form_token::hidden(context),
                  .words = context.words,
                  .today = context.scope.today,
                  .edition = std::move(edition),
                  .typed = std::move(typed)};
    page.after = plan::succession_of(context.db, context.scope, page.edition.plan).after;
    return page;
}

http::Response show_next(Context& context) {
    auto edition = asked(context);
    if (!edition) return reply_not_found(context);
    auto typed = proposed(*edition);
    return reply_next(context, page_for(context, std::move(*edition), std::move(typed)));
}

std::string text_of(const http::Form& form, std::string_view what, std::string_view id) {
    return std::string(form.text(field(what, id)));
}
std::int64_t version_of(const http::Form& form, std::string_view what, std::string_view id) {
    return whole_number(form.text(field(what, id)));
}

ChosenPriority read_priority(const http::Form& form, const plan::SectionId& id) {
    ChosenPriority chosen{.id = id,
                          .version = version_of(form, course_version_field, id.view()),
                          .course = {},
                          .why = text_of(form, course_why_field, id.view())};
    Course course{};
    if (from_text(form.text(field(course_field, id.view())), course)) chosen.course = course;
    return chosen;
}

ChosenAction read_action(const http::Form& form, const plan::ActionId& id) {
    ChosenAction chosen{.id = id,
                        .version = version_of(form, version_field, id.view()),
                        .fate = {},
                        .why = text_of(form, why_field, id.view()),
                        .date_words = text_of(form, date_field, id.view())};
    Fate fate{};
    if (from_text(form.text(field(fate_field, id.view())), fate)) chosen.fate = fate;
    return chosen;
}

/// The id behind the name of a field that begins with `what`.
template<class SomeId>
std::optional<SomeId> id_behind(std::string_view name, std::string_view what) {
    if (!name.starts_with(what) || name.size() <= what.size() + 1) return std::nullopt;
    return SomeId::parse(name.substr(what.size() + 1));
}

MakeNext read_form(const http::Form& form, const plan::PlanId& plan) {
    MakeNext command{.plan = plan,
                     .version = version_read(form),
                     .title = std::string(form.text("title")),
                     .period = std::string(form.text("period")),
                     .priorities = {},
                     .actions = {}};
    for (const auto& sent : form.fields()) {
        if (const auto section = id_behind<plan::SectionId>(sent.name, course_version_field))
            command.priorities.push_back(read_priority(form, *section));
        else if (const auto action = id_behind<plan::ActionId>(sent.name, version_field))
            command.actions.push_back(read_action(form, *action));
    }
    return command;
}

/// What others saved of a record since the form was read, or that it came in since.
template<class Record>
void add_news(Context& context, NextPage& page, std::string_view kind, const Record& record) {
    if (!is_stale(page.typed, record)) return;
    const auto* chosen = find_choice(page.typed, record.id);
    if (!chosen) {
        page.unseen.insert(record.id.str());
        return;
    }
    if (auto other = plan::saved_meanwhile(context.db, kind, record.id.view(), chosen->version))
        page.changed.emplace(record.id.str(), std::move(*other));
}

void add_all_news(Context& context, NextPage& page) {
    const auto& plan = page.edition.plan;
    if (page.typed.version != plan.version)
        if (auto other =
                plan::saved_meanwhile(context.db, "plan", plan.id.view(), page.typed.version))
            page.changed.emplace(plan.id.str(), std::move(*other));
    for (const auto& section : page.edition.sections) add_news(context, page, "section", section);
    for (const auto& action : page.edition.actions) add_news(context, page, "action", action);
}

/// What came in since, with what the form would have proposed for it.
void propose_what_is_new(NextPage& page) {
    const auto fresh = proposed(page.edition);
    for (const auto& one : fresh.priorities)
        if (!find_choice(page.typed, one.id)) page.typed.priorities.push_back(one);
    for (const auto& one : fresh.actions)
        if (!find_choice(page.typed, one.id)) page.typed.actions.push_back(one);
}

http::Response refuse(Context& context, const Refusal& refusal, MakeNext typed) {
    auto edition = asked(context);
    if (!edition || refusal.kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto page = page_for(context, std::move(*edition), std::move(typed));
    page.problems = refusal.problems;
    if (refusal.kind == Refusal::Kind::conflict) add_all_news(context, page);
    propose_what_is_new(page);
    return reply_next(context, page);
}

http::Response post_next(Context& context) {
    const auto id = context.id<plan::PlanId>();
    if (!id) return reply_not_found(context);
    auto command = read_form(context.form, *id);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto next = TRY(make_next(context.db, context.scope, command));
        return "/plans/" + next.str() + "/compared?saved=next";
    });
    return saved ? see_other(*saved) : refuse(context, saved.refusal(), std::move(command));
}

// The comparison.

/// Nothing where it follows no edition that this person may read.
std::optional<Comparison> compared(Context& context, Edition now) {
    if (!now.plan.follows) return std::nullopt;
    auto before = read_edition(context.db, context.scope, *now.plan.follows);
    if (!before) return std::nullopt;
    return compare(std::move(*before), std::move(now));
}

http::Response show_compared(Context& context) {
    auto now = asked(context);
    if (!now) return reply_not_found(context);
    const auto plan = now->plan;
    const auto comparison = compared(context, std::move(*now));
    const auto saved = context.form.text("saved");
    return reply(context,
                 {.title = "Compared with the edition before",
                  .crumbs = {plan::crumb(context.words, plan.id)},
                  .notice = saved == "next"      ? "Saved: the next edition is made."
                            : saved == "follows" ? "Saved: what goes on from the edition before."
                                                 : "",
                  .main = comparison ? compared_view(context.words, *comparison)
                                     : nothing_before_view(context.words, plan)});
}

http::Response download_compared(Context& context) {
    auto now = asked(context);
    if (!now) return reply_not_found(context);
    const auto id = now->plan.id;
    const auto comparison = compared(context, std::move(*now));
    if (!comparison) return reply_not_found(context);
    audit::record_taken(context.db, context.scope, "comparison.downloaded", "plan", id.view());
    return reply_download(to_csv(*comparison), "text/csv; charset=utf-8", "editions-compared.csv");
}

constexpr Route routes[] = {
    {Method::Get, "/plans/{id}/next", Permission::edit_plan, show_next, Budget{7}},
    // Some twenty statements an action, all in one transaction.
    {Method::Post, "/plans/{id}/next", Permission::edit_plan, post_next, Budget{40000}},
    {Method::Get, "/plans/{id}/follows", Permission::edit_plan, show_follows, Budget{12}},
    // A few statements for each action of the two.
    {Method::Post, "/plans/{id}/follows", Permission::edit_plan, post_follows, Budget{20000}},
    {Method::Get, "/plans/{id}/compared", Permission::read_plan, show_compared, Budget{10}},
    {Method::Get, "/plans/{id}/compared.csv", Permission::read_plan, download_compared, Budget{14}},
};

} // namespace

Module module() {
    return {.name = "editions", .routes = routes, .looks_back = plan::look_back};
}

} // namespace openmasa::editions
