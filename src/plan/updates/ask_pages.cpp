#include "core/clocks/store.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include "plan/updates/ask_views.hpp"
#include "plan/updates/pages.hpp"
#include "plan/updates/store.hpp"
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

/// The plan of the address with what may be asked about it.
struct Askable {
    plan::Plan plan;
    std::vector<OpenAction> actions;
};
/// Nothing for who may ask about nothing of it: a plan without open actions is one for those alone
/// who may ask about all.
std::optional<Askable> find_askable(Context& context) {
    const auto id = context.id<plan::PlanId>();
    auto plan = id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
    if (!plan || plan->withdrawn) return std::nullopt;
    auto actions = askable_actions(context.db, context.scope, *id);
    if (actions.empty() && !context.scope.may(Permission::edit_plan)) return std::nullopt;
    return Askable{std::move(*plan), std::move(actions)};
}

std::string requests_address(const plan::PlanId& plan) {
    return fmt::format("/plans/{}/updates", plan.view());
}

Choice read_choice(const http::Form& form) {
    Choice choice{.which = std::string(form.text("which")),
                  .since = std::string(form.text("since")),
                  .by = std::string(form.text("by")),
                  .answer_by = std::string(form.text("answer_by"))};
    for (const auto owner : form.all("owner")) choice.owners.emplace_back(owner);
    return choice;
}

http::Response reply_choose(Context& context, Askable of, Choice typed,
                            std::vector<Problem> problems = {}) {
    const ChoosePage page{.words = context.words,
                          .plan = std::move(of.plan),
                          .candidates = candidates(of.actions, context.scope.today),
                          .typed = std::move(typed),
                          .problems = std::move(problems)};
    return reply(context, {.title = "Ask for updates",
                           .crumbs = {plan::crumb(context.words, page.plan.id),
                                      {"Requests for updates", requests_address(page.plan.id)}},
                           .notice = {},
                           .main = choose_view(page),
                           .has_problems = !page.problems.empty()});
}

Ask read_ask(const Context& context, const Askable& of) {
    Ask command{.plan = of.plan.id,
                .choice = read_choice(context.form),
                .words = std::string(context.form.text("words")),
                .emails = {}};
    for (const auto& action : of.actions)
        command.emails[action.owner.str()] = context.form.text(email_field(action.owner));
    return command;
}

http::Response reply_check(Context& context, const Askable& of, Ask command,
                           std::vector<Problem> problems = {}) {
    const CheckPage page{.form_token = form_token::hidden(context),
                         .words = context.words,
                         .plan = of.plan,
                         .choice = command.choice,
                         .parties = parties(context.db, context.scope, of.plan.id,
                                            chosen(of.actions, command.choice)),
                         .typed_words = std::move(command.words),
                         .emails = std::move(command.emails),
                         .problems = std::move(problems)};
    return reply(context, {.title = "Who will be asked",
                           .crumbs = {plan::crumb(context.words, page.plan.id),
                                      {"Requests for updates", requests_address(page.plan.id)}},
                           .notice = {},
                           .main = check_view(page),
                           .has_problems = !page.problems.empty()});
}

/// What is wrong with a choice; with one that is right, that it means no action.
std::vector<Problem> problems_of(const Askable& of, const Choice& choice, Day today) {
    auto problems = problems_with(choice, today);
    if (problems.empty() && chosen(of.actions, choice).empty())
        problems.push_back({"which", "They have no such action. Choose others."});
    return problems;
}

} // namespace

http::Response show_choose(Context& context) {
    auto of = find_askable(context);
    if (!of) return reply_not_found(context);
    if (context.form.has("which")) { // who comes back from the page after it
        auto typed = read_choice(context.form);
        return reply_choose(context, std::move(*of), std::move(typed));
    }
    auto choice = usual_choice(context.scope.today, *clocks::bank_holidays(context.db));
    for (const auto& one : candidates(of->actions, context.scope.today))
        if (one.is_ticked) choice.owners.push_back(one.owner.str());
    return reply_choose(context, std::move(*of), std::move(choice));
}

http::Response show_check(Context& context) {
    auto of = find_askable(context);
    if (!of) return reply_not_found(context);
    auto choice = read_choice(context.form);
    if (auto problems = problems_of(*of, choice, context.scope.today); !problems.empty())
        return reply_choose(context, std::move(*of), std::move(choice), std::move(problems));
    return reply_check(context, *of, {.plan = of->plan.id, .choice = std::move(choice)});
}

http::Response post_ask(Context& context) {
    auto of = find_askable(context);
    if (!of) return reply_not_found(context);
    auto command = read_ask(context, *of);
    const auto asked = submit(context, [&]() -> Result<std::string> {
        const auto id = TRY(ask(context.db, context.scope, command));
        return fmt::format("/plans/{}/updates/{}?saved=asked", of->plan.id.view(), id.view());
    });
    if (asked) return see_other(*asked);
    if (asked.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto problems = problems_of(*of, command.choice, context.scope.today);
    if (!problems.empty())
        return reply_choose(context, std::move(*of), std::move(command.choice),
                            std::move(problems));
    return reply_check(context, *of, std::move(command), asked.refusal().problems);
}

} // namespace openmasa::updates
