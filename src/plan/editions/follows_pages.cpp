#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/editions/follows_views.hpp"
#include "plan/editions/pages.hpp"
#include "plan/editions/rules.hpp"
#include "plan/editions/say_follows.hpp"
#include "plan/plan_head.hpp"
#include <algorithm>

namespace openmasa::editions {
namespace {

std::optional<Edition> asked(Context& context) {
    const auto id = context.id<plan::PlanId>();
    return id ? read_edition(context.db, context.scope, *id) : std::nullopt;
}

http::Response reply_choice(Context& context, const Edition& now) {
    const ChooseBeforePage page{.words = context.words,
                                .plan = now.plan,
                                .plans = may_follow(context.db, context.scope, now.plan)};
    return reply(context, {.title = "Which edition does it follow?",
                           .crumbs = {plan::crumb(context.words, now.plan.id)},
                           .main = choose_before_view(page)});
}

http::Response reply_pairs(Context& context, const FollowsPage& page) {
    return reply(context, {.title = "What goes on from the edition before",
                           .crumbs = {plan::crumb(context.words, page.now.plan.id)},
                           .notice = {},
                           .main = follows_view(page),
                           .has_problems = !page.problems.empty()});
}

/// The edition that the address names, if this one may follow it.
std::optional<Edition> asked_before(Context& context, const plan::Plan& plan,
                                    std::string_view words) {
    const auto id = plan::PlanId::parse(words);
    const auto plans = may_follow(context.db, context.scope, plan);
    if (!id || !std::ranges::count(plans, *id, &plan::Plan::id)) return std::nullopt;
    return read_edition(context.db, context.scope, *id);
}

FollowsPage page_for(Context& context, Edition now, std::optional<Edition> before,
                     SayFollows typed) {
    return {.form_token = form_token::hidden(context),
            .words = context.words,
            .before = std::move(before),
            .now = std::move(now),
            .typed = std::move(typed)};
}

bool is_checked(const http::Form& form, const std::string& name) {
    return form.text(name) == "yes";
}

FollowedAction read_action(const http::Form& form, const plan::ActionId& id) {
    return {.before = id,
            .as = std::string(form.text(field(as_field, id.view()))),
            .is_done = is_checked(form, field(done_field, id.view())),
            .why = std::string(form.text(field(left_why_field, id.view())))};
}

/// For what the earlier edition holds; the state tells whether the form was about the same.
SayFollows read_form(const http::Form& form, const plan::PlanId& plan,
                     const std::optional<Edition>& before) {
    SayFollows said{.plan = plan, .state = std::string(form.text("state"))};
    if (!before) return said;
    said.before = before->plan.id;
    for (const auto& section : before->sections)
        said.priorities.push_back(
            {.before = section.id,
             .now = plan::SectionId::parse(form.text(field(goes_on_field, section.id.view())))});
    for (const auto& action : before->actions) said.actions.push_back(read_action(form, action.id));
    return said;
}

http::Response refuse(Context& context, const Refusal& refusal, const SayFollows& typed) {
    auto now = asked(context);
    if (!now || refusal.kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto before = typed.before ? read_edition(context.db, context.scope, *typed.before)
                               : std::optional<Edition>();
    auto page = page_for(context, std::move(*now), std::move(before), typed);
    const auto* earlier = page.before ? &*page.before : nullptr;
    if (refusal.kind == Refusal::Kind::conflict)
        page.news = news_since(context.db, typed, earlier, page.now);
    // What is shown now is what is saved over.
    page.typed.state = state_of(earlier, page.now);
    page.problems = refusal.problems;
    return reply_pairs(context, page);
}

} // namespace

http::Response show_follows(Context& context) {
    auto now = asked(context);
    if (!now) return reply_not_found(context);
    const auto words = context.form.text("before");
    if (words.empty()) return reply_choice(context, *now);
    if (words == "none") {
        SayFollows said{.plan = now->plan.id, .state = state_of(nullptr, *now)};
        return reply_pairs(context, page_for(context, std::move(*now), {}, std::move(said)));
    }
    auto before = asked_before(context, now->plan, words);
    if (!before) return reply_not_found(context);
    auto said = proposed_pairs(*before, *now);
    return reply_pairs(context,
                       page_for(context, std::move(*now), std::move(before), std::move(said)));
}

http::Response post_follows(Context& context) {
    const auto id = context.id<plan::PlanId>();
    if (!id) return reply_not_found(context);
    const auto before_id = plan::PlanId::parse(context.form.text("before"));
    const auto before =
        before_id ? read_edition(context.db, context.scope, *before_id) : std::optional<Edition>();
    if (!before && context.form.text("before") != "none") return reply_not_found(context);
    const auto command = read_form(context.form, *id, before);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(say_follows(context.db, context.scope, command));
        return "/plans/" + id->str() + (command.before ? "/compared" : "/editions") +
               "?saved=follows";
    });
    return saved ? see_other(*saved) : refuse(context, saved.refusal(), command);
}

} // namespace openmasa::editions
