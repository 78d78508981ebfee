#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/responses/asking.hpp"
#include "plan/responses/pages.hpp"
#include "plan/responses/views.hpp"
#include <algorithm>

namespace openmasa::responses {
namespace {

using recommendations::Recommendation;
using recommendations::Whole;

std::optional<Whole> find_askable(Context& context) {
    const auto id = context.id<RecommendationId>();
    return id ? find_to_ask(context.db, context.scope, *id) : std::nullopt;
}

std::vector<pages::Crumb> crumbs(const Recommendation& it) {
    return {{"Recommendations", "/recommendations"},
            {it.reference, "/recommendations/" + it.id.str()}};
}

http::Response reply_ask(Context& context, Whole whole, Ask typed,
                         std::vector<Problem> problems = {}) {
    auto all = candidates(context.db, context.scope, whole);
    const AskPage page{.token = form_token::hidden(context),
                       .words = context.words,
                       .it = std::move(whole.it),
                       .candidates = std::move(all),
                       .typed = std::move(typed),
                       .problems = std::move(problems)};
    return reply(context, {.title = "Ask for their answers",
                           .crumbs = crumbs(page.it),
                           .notice = {},
                           .main = ask_view(page),
                           .has_problems = !page.problems.empty()});
}

Ask read_ask(const Context& context, const Whole& whole) {
    Ask command{.recommendation = whole.it.id,
                .due = std::string(context.form.text("due")),
                .words = std::string(context.form.text("words"))};
    for (const auto owner : context.form.all("owner")) command.owners.emplace_back(owner);
    for (const auto& one : whole.expected)
        command.emails[one.owner.str()] = context.form.text(email_field(one.owner));
    return command;
}

http::Response reply_remind(Context& context, Whole whole, std::vector<Problem> problems = {}) {
    auto open = to_remind(context.db, context.scope, whole.it.id);
    const RemindPage page{.token = form_token::hidden(context),
                          .it = std::move(whole.it),
                          .open = std::move(open),
                          .today = context.scope.today,
                          .problems = std::move(problems)};
    return reply(context, {.title = "Remind those who have not answered",
                           .crumbs = crumbs(page.it),
                           .notice = {},
                           .main = remind_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_ask(Context& context) {
    auto whole = find_askable(context);
    if (!whole) return reply_not_found(context);
    Ask usual{.recommendation = whole->it.id,
              .due = spoken_long(context.scope.today + std::chrono::days{days_to_answer})};
    const auto responses = responses_of(context.db, context.scope, whole->it.id);
    for (const auto& one : whole->expected) // those who were not asked yet
        if (std::ranges::count(responses, one.owner, &Response::owner) == 0)
            usual.owners.push_back(one.owner.str());
    return reply_ask(context, std::move(*whole), std::move(usual));
}

http::Response post_ask(Context& context) {
    const auto whole = find_askable(context);
    if (!whole) return reply_not_found(context);
    const auto command = read_ask(context, *whole);
    const auto asked = submit(context, [&]() -> Result<std::string> {
        TRY(ask(context.db, context.scope, command));
        return "/recommendations/" + command.recommendation.str() + "?saved=asked";
    });
    if (asked) return see_other(*asked);
    auto now = find_askable(context);
    if (!now || asked.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_ask(context, std::move(*now), command, asked.refusal().problems);
}

http::Response show_remind(Context& context) {
    auto whole = find_askable(context);
    return whole ? reply_remind(context, std::move(*whole)) : reply_not_found(context);
}

http::Response post_remind(Context& context) {
    const auto id = context.id<RecommendationId>();
    if (!id) return reply_not_found(context);
    const auto done = submit(context, [&]() -> Result<std::string> {
        TRY(remind_by_hand(context.db, context.scope, *id));
        return "/recommendations/" + id->str() + "?saved=reminded";
    });
    if (done) return see_other(*done);
    auto now = find_askable(context);
    if (!now || done.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_remind(context, std::move(*now), done.refusal().problems);
}

} // namespace openmasa::responses
