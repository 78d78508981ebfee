#include "core/notices/notice.hpp"
#include "core/routing/address.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "plan/actions/answer_views.hpp"
#include "plan/actions/form_reading.hpp"
#include "plan/actions/link_store.hpp"
#include "plan/actions/pages.hpp"
#include "plan/store.hpp"
#include <charconv>

namespace openmasa::plan {
namespace {

using accounts::RecordLink;

constexpr std::string_view purpose = "action.answer";
constexpr int shown_links = 500;

std::optional<Action> find_for_links(Context& context) {
    const auto id = context.id<ActionId>();
    auto action = id ? find_action(context.db, context.scope, *id) : std::nullopt;
    if (action && action->withdrawn) return std::nullopt;
    return action;
}

http::Response show_links(Context& context, LinksOfAction page) {
    page.words = context.words;
    page.form_token = form_token::hidden(context);
    page.links = accounts::links_of(context.db, purpose, page.action.id.view());
    page.now = context.scope.now;
    return reply(context, {.title = "Ask somebody without an account",
                           .crumbs = {{context.words.heading(terms::Word::plan),
                                       "/plans/" + page.action.plan.str()},
                                      {page.action.reference, "/actions/" + page.action.id.str()}},
                           .notice = {},
                           .main = links_of_action_view(page),
                           .has_problems = !page.problems.empty()});
}

void mail_link(Context& context, const accounts::GiveLink& command, const std::string& path) {
    if (command.email.empty()) return;
    notices::tell(context.db, context.scope,
                  {.email = command.email,
                   .kind = notices::Kind::link_given,
                   .about_kind = "action",
                   .about_id = command.record,
                   .path = path});
}

/// What a link lets its holder do, and only through it: update the one action that it is for.
/// Every finder below is asked for that action alone.
Scope holder_of(const Context& context, const RecordLink& link) {
    return accounts::scope_of_link(context.scope, link, {{Role::business_unit, {}}});
}

struct Opened {
    RecordLink link;
    Scope scope;
    Action action;
};
/// The action behind the link of this request's address.
std::optional<Opened> open_link(Context& context) {
    auto link =
        accounts::find_link(context.db, purpose, context.captured("secret"), context.scope.now);
    const auto id = link ? ActionId::parse(link->record) : std::nullopt;
    if (!id) return std::nullopt;
    auto scope = holder_of(context, *link);
    auto action = find_action_to_update(context.db, scope, *id);
    if (!action || action->withdrawn) return std::nullopt;
    return Opened{std::move(*link), std::move(scope), std::move(*action)};
}

http::Response show_closed_link(const Context& context) {
    return reply_plain(
        context, 404, "This link works no longer",
        html(
            R"(<p class="om-lede">It has ended, was taken back, or was not copied whole.</p>
<p class="govuk-body">Ask whoever sent it to you for a new one.</p>)"));
}

AnswerPage answer_page(Context& context, Opened opened) {
    AnswerPage page{.form_token = form_token::hidden(context),
                    .action = std::move(opened.action),
                    .link = std::move(opened.link),
                    .secret = std::string(context.captured("secret"))};
    page.steps = steps_of(context.db, page.action.id);
    page.typed = as_it_stands(page.action, page.steps);
    return page;
}

http::Response show_answer(Context& context, const AnswerPage& page, const Html& main) {
    return reply(context, {.title = page.action.title,
                           .crumbs = {},
                           .notice = {},
                           .main = main,
                           .has_problems = !page.problems.empty()});
}

std::vector<Problem> said_to_a_holder(const Refusal& refusal) {
    if (refusal.kind != Refusal::Kind::conflict) return refusal.problems;
    return {{"", "Somebody changed this action while you were writing. How it stands now is below; "
                 "what you typed is still there. Look at both, then send it again."}};
}

} // namespace

http::Response show_links_of_action(Context& context) {
    auto action = find_for_links(context);
    if (!action) return reply_not_found(context);
    return show_links(context, {.form_token = {}, .action = std::move(*action)});
}

http::Response give_link_to_action(Context& context) {
    auto action = find_for_links(context);
    if (!action) return reply_not_found(context);
    accounts::GiveLink command{.purpose = purpose,
                               .record = action->id.view(),
                               .holder_name = std::string(context.form.text("holder")),
                               .days = 0,
                               .email = std::string(trimmed(context.form.text("email")))};
    const std::string days(context.form.text("days"));
    std::from_chars(days.data(), days.data() + days.size(), command.days);
    std::string secret;
    const auto given = submit(context, [&]() -> Result<std::string> {
        secret = TRY(accounts::give_link(context.db, context.scope, command));
        mail_link(context, command, "/answer/" + secret);
        return "/actions/" + action->id.str() + "/links";
    });
    if (!given)
        return show_links(context, {.form_token = {},
                                    .action = std::move(*action),
                                    .links = {},
                                    .holder = command.holder_name,
                                    .days = days,
                                    .email = command.email,
                                    .problems = given.refusal().problems});
    if (secret.empty()) return see_other(*given); // sent twice: the first answer showed it
    const LinkGiven page{.action = std::move(*action),
                         .holder = command.holder_name,
                         .address = full_address(context, "/answer/" + secret),
                         .email = command.email,
                         .until = context.scope.now + std::chrono::hours{24} * command.days};
    return reply(context, {.title = "A link to answer with",
                           .crumbs = {{page.action.reference, "/actions/" + page.action.id.str()}},
                           .notice = {},
                           .main = link_given_view(page)});
}

http::Response show_links_given(Context& context) {
    LinksGiven page{.form_token = form_token::hidden(context), .now = context.scope.now};
    const auto titles = linked_actions(context.db, context.scope, purpose);
    for (auto& link : accounts::links_given(context.db, purpose, shown_links)) {
        const auto found = titles.find(link.record);
        if (found == titles.end()) continue;
        page.rows.push_back({std::move(link), found->second.title, found->second.reference});
    }
    return reply(context, {.title = "Links given for actions",
                           .crumbs = {{context.words.heading(terms::Word::plan), "/plans"}},
                           .notice = {},
                           .main = links_given_view(page)});
}

http::Response revoke_link_here(Context& context) {
    const auto id = context.id<accounts::RecordLinkId>();
    if (!id) return reply_not_found(context);
    const auto revoked = submit(context, [&]() -> Result<std::string> {
        const auto link = TRY(accounts::revoke_link(context.db, context.scope, purpose, *id));
        return "/actions/" + link.record + "/links";
    });
    return revoked ? see_other(*revoked) : reply_not_found(context);
}

http::Response show_answer_form(Context& context) {
    auto opened = open_link(context);
    if (!opened) return show_closed_link(context);
    const auto page = answer_page(context, std::move(*opened));
    const bool saved = context.form.text("saved") == "yes";
    return show_answer(context, page, saved ? answered_view(page) : answer_view(page));
}

http::Response post_answer(Context& context) {
    auto opened = open_link(context);
    if (!opened) return show_closed_link(context);
    const auto command = read_progress(context, opened->action.id);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!open_link(context)) return not_found(); // taken back meanwhile
        TRY(record_progress(context.db, opened->scope, command));
        accounts::note_link_used(context.db, opened->scope, opened->link);
        return "/answer/" + std::string(context.captured("secret")) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return show_closed_link(context);
    auto now = open_link(context);
    if (!now) return show_closed_link(context);
    auto page = answer_page(context, std::move(*now));
    page.typed = command;
    page.problems = said_to_a_holder(saved.refusal());
    return show_answer(context, page, answer_view(page));
}

} // namespace openmasa::plan
