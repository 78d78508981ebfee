#include "core/accounts/record_link.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/responses/answering.hpp"
#include "plan/responses/pages.hpp"
#include "plan/responses/views.hpp"

namespace openmasa::responses {
namespace {

using accounts::RecordLink;

/// Who answers, and what: behind an account or a link.
struct Opened {
    Scope scope;
    Response response;
    std::string address;
    std::optional<RecordLink> link{};
};

std::optional<Opened> open_by_account(Context& context) {
    const auto id = context.id<RecommendationId>();
    const auto owner = context.id<OwnerId>("owner");
    if (!id || !owner) return {};
    auto response = find_to_answer(context.db, context.scope, *id, *owner);
    if (!response) return {};
    auto address = address_of(*response);
    return Opened{context.scope, std::move(*response), std::move(address)};
}

/// What a link lets its holder do, and only through it: answer for that one owner what this
/// response asks of it.
std::optional<Opened> open_by_link(Context& context) {
    const auto secret = context.captured("secret");
    auto link = accounts::find_link(context.db, link_purpose, secret, context.scope.now);
    const auto id = link ? ResponseId::parse(link->record) : std::nullopt;
    if (!id) return {};
    // Who holds it may read one thing and answer it: which owner's, its record says.
    const auto reader = accounts::scope_of_link(context.scope, *link, {{Role::agency_lead, {}}});
    const auto asked = find_response(context.db, reader, *id);
    if (!asked) return {};
    auto scope = accounts::scope_of_link(context.scope, *link, {{Role::agency_lead, asked->owner}});
    scope.right = "link " + link->id.str();
    auto response = find_to_answer(context.db, scope, asked->recommendation, asked->owner);
    if (!response) return {};
    return Opened{std::move(scope), std::move(*response), "/responses/" + std::string(secret),
                  std::move(link)};
}

using Open = std::optional<Opened> (*)(Context&);

http::Response reply_nothing(const Context& context, Open open) {
    if (open == open_by_account) return reply_not_found(context);
    return reply_plain(
        context, 404, "This link works no longer",
        html(
            R"(<p class="om-lede">It has ended, was taken back, or was not copied whole.</p>
<p class="govuk-body">Ask whoever sent it to you for a new one.</p>)"));
}

GiveAnswer as_it_stands(const Response& now, Day today) {
    return {.recommendation = now.recommendation,
            .owner = now.owner,
            .version = now.version,
            .answer = now.answer,
            .done = now.done,
            .evidence = now.evidence,
            .link = now.link,
            .on = spoken_long(now.answered_on.value_or(today))};
}

GiveAnswer read_answer(const Context& context, const Response& about) {
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    GiveAnswer command{.recommendation = about.recommendation,
                       .owner = about.owner,
                       .version = version_read(context.form),
                       .done = text("done"),
                       .evidence = text("evidence"),
                       .link = text("link"),
                       .on = text("on")};
    Answer answer{};
    if (from_text(context.form.text("answer"), answer)) command.answer = answer;
    return command;
}

/// The link that works, for whoever may take it back.
std::optional<RecordLink> link_given(Context& context, const Response& response) {
    if (!context.scope.may(Permission::keep_recommendations)) return {};
    auto links = accounts::links_of(context.db, link_purpose, response.id.view());
    std::erase_if(links, [&](const RecordLink& one) { return !one.is_open(context.scope.now); });
    return links.empty() ? std::nullopt : std::optional(links.front());
}

AnswerPage answer_page(Context& context, const Opened& opened, GiveAnswer typed) {
    const auto& about = opened.response.recommendation;
    AnswerPage page{.token = form_token::hidden(context),
                    .words = context.words,
                    .response = opened.response,
                    .address = opened.address,
                    .sources = recommendations::all_sources_of(context.db, opened.scope, about),
                    .typed = std::move(typed),
                    .today = context.scope.today};
    if (opened.link) {
        page.holder = opened.link->holder_name;
        page.until = opened.link->expires_at;
    } else {
        page.back = "/recommendations/" + about.str();
        page.given = link_given(context, opened.response);
    }
    return page;
}

std::vector<pages::Crumb> crumbs(const Opened& opened) {
    if (opened.link) return {};
    return {
        {"Recommendations", "/recommendations"},
        {opened.response.reference, "/recommendations/" + opened.response.recommendation.str()}};
}

http::Response show(Context& context, Open open) {
    const auto opened = open(context);
    if (!opened) return reply_nothing(context, open);
    const auto page =
        answer_page(context, *opened, as_it_stands(opened->response, context.scope.today));
    const bool is_sent = opened->link && context.form.text("saved") == "yes";
    return reply(context, {.title = is_sent ? "Thank you" : "What did you do about it?",
                           .crumbs = crumbs(*opened),
                           .notice = {},
                           .main = is_sent ? thanks_view(page) : answer_view(page)});
}

/// The form again: what is wrong beside its field, and what somebody else saved meanwhile above
/// what was typed.
http::Response show_again(Context& context, Open open, const GiveAnswer& typed,
                          const Refusal& refusal) {
    const auto opened = open(context);
    if (!opened || refusal.kind == Refusal::Kind::not_found) return reply_nothing(context, open);
    auto page = answer_page(context, *opened, typed);
    page.problems = refusal.problems;
    if (refusal.kind == Refusal::Kind::conflict)
        page.meanwhile = plan::saved_meanwhile(context.db, record_kind, opened->response.id.view(),
                                               typed.version);
    return reply(context, {.title = "What did you do about it?",
                           .crumbs = crumbs(*opened),
                           .notice = {},
                           .main = answer_view(page),
                           .has_problems = true});
}

/// Keeps the answer and, behind a link, that it was used.
Result<std::string> keep(Context& context, Open open, const GiveAnswer& command) {
    const auto now = open(context);
    if (!now) return not_found(); // taken back meanwhile
    TRY(answer(context.db, now->scope, command));
    if (!now->link)
        return "/recommendations/" + command.recommendation.str() + "?saved=answered#answers";
    accounts::note_link_used(context.db, now->scope, *now->link);
    return now->address + "?saved=yes";
}

http::Response post(Context& context, Open open) {
    const auto opened = open(context);
    if (!opened) return reply_nothing(context, open);
    const auto command = read_answer(context, opened->response);
    const auto saved = submit(context, [&] { return keep(context, open, command); });
    return saved ? see_other(*saved) : show_again(context, open, command, saved.refusal());
}

} // namespace

http::Response show_answer(Context& context) {
    return show(context, open_by_account);
}
http::Response post_answer(Context& context) {
    return post(context, open_by_account);
}
http::Response post_take_back(Context& context) {
    const auto id = context.id<RecommendationId>();
    const auto owner = context.id<OwnerId>("owner");
    if (!id || !owner) return reply_not_found(context);
    const auto done = submit(context, [&]() -> Result<std::string> {
        TRY(take_link_back(context.db, context.scope, *id, *owner));
        return "/recommendations/" + id->str() + "?saved=taken#answers";
    });
    return done ? see_other(*done) : reply_not_found(context);
}
http::Response show_answer_by_link(Context& context) {
    return show(context, open_by_link);
}
http::Response post_answer_by_link(Context& context) {
    return post(context, open_by_link);
}

} // namespace openmasa::responses
