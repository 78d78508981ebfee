#include "core/accounts/record_link.hpp"
#include "core/history/history.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/updates/answer_views.hpp"
#include "plan/updates/answering.hpp"
#include "plan/updates/owing.hpp"
#include "plan/updates/pages.hpp"
#include "plan/updates/rules.hpp"
#include "plan/updates/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

using accounts::RecordLink;

/// Who answers, and what: behind an account or a link.
struct Opened {
    Scope scope;
    Request request;
    std::string address;
    std::optional<RecordLink> link;
};

std::optional<Opened> open_by_account(Context& context) {
    const auto id = context.id<RequestId>("request");
    auto request = id ? find_request(context.db, *id) : std::nullopt;
    if (!request) return std::nullopt;
    return Opened{context.scope, std::move(*request), "/updates/" + id->str(), std::nullopt};
}

/// What a link lets its holder do, and only through it: say how the actions of that one owner stand
/// that this request asks about.
std::optional<Opened> open_by_link(Context& context) {
    auto link = accounts::find_link(context.db, link_purpose, context.captured("secret"),
                                    context.scope.now);
    const auto id = link ? OfficeId::parse(link->record) : std::nullopt;
    const auto office = id ? find_office(context.db, *id, context.scope.now) : std::nullopt;
    auto request = office ? find_request(context.db, office->request) : std::nullopt;
    if (!request || !request->is_open()) return std::nullopt;
    auto scope =
        accounts::scope_of_link(context.scope, *link, {{Role::agency_lead, office->owner}});
    scope.right = "link " + link->id.str();
    return Opened{std::move(scope), std::move(*request),
                  "/answers/" + std::string(context.captured("secret")), std::move(link)};
}

using Open = std::optional<Opened> (*)(Context&);

http::Response reply_closed_link(const Context& context) {
    return reply_plain(
        context, 404, "This link works no longer",
        html(
            R"(<p class="om-lede">It has ended, was taken back, or was not copied whole.</p>
<p class="govuk-body">Ask whoever sent it to you for a new one.</p>)"));
}

http::Response reply_nothing(const Context& context, Open open) {
    return open == open_by_link ? reply_closed_link(context) : reply_not_found(context);
}

std::optional<AnswersPage> answers_page(Context& context, const Opened& opened) {
    AnswersPage page{.form_token = form_token::hidden(context),
                     .words = context.words,
                     .today = context.scope.today,
                     .request = opened.request,
                     .address = opened.address,
                     .reader = opened.scope.person,
                     .asked = asked_of(context.db, opened.scope, opened.request.id)};
    if (page.asked.empty()) return std::nullopt;
    if (opened.link) {
        page.holder = opened.link->holder_name;
        page.until = opened.link->expires_at;
    }
    put_urgent_first(page.asked, page.today);
    return page;
}

Answer read_answer(const http::Form& form, const plan::ActionId& id) {
    Answer answer{.action = id,
                  .version = whole_number(form.text(field_of("version", id))),
                  .status = {},
                  .words = std::string(form.text(field_of("words", id))),
                  .evidence = std::string(form.text(field_of("evidence", id))),
                  .nothing_changed = form.text(field_of("same", id)) == "yes"};
    plan::Status status{};
    if (plan::from_text(form.text(field_of("status", id)), status)) answer.status = status;
    if (plan::from_text(form.text(field_of("stood", id)), status)) answer.stood = status;
    return answer;
}

/// Those of the actions that the form holds.
std::vector<Answer> read_answers(const http::Form& form, const std::vector<Asked>& asked) {
    std::vector<Answer> answers;
    for (const auto& one : asked)
        if (form.has(field_of("version", one.id))) answers.push_back(read_answer(form, one.id));
    return answers;
}

void add_what_others_saved(Context& context, AnswersPage& page,
                           const std::vector<plan::ActionId>& overtaken) {
    for (const auto& id : overtaken) {
        const auto typed = std::ranges::find(page.typed, id, &Answer::action);
        const auto now = std::ranges::find(page.asked, id, &Asked::id);
        if (typed == page.typed.end() || now == page.asked.end()) continue;
        auto other = plan::saved_meanwhile(context.db, "action", id.view(), typed->version);
        if (!other) other = plan::Meanwhile{.who = now->who_said, .at = context.scope.now};
        const auto old = history::find_version(context.db, "action", id.view(), typed->version);
        if (old && now->said_at && *now->said_at > old->at) other->words = now->said;
        page.meanwhile.emplace(id, std::move(*other));
        page.problems.push_back(
            {field_of("words", id),
             fmt::format("{}: somebody changed it while you were writing. Look at both, then send "
                         "it again.",
                         now->reference)});
    }
}

/// The form again: what is wrong beside its field, and what was overtaken with both texts. Answers
/// that were saved are no longer among the typed ones.
http::Response show_again(Context& context, Open open, const std::vector<Answer>& typed,
                          std::vector<Problem> problems,
                          const std::vector<plan::ActionId>& overtaken) {
    context.db.finish(); // the newest state
    const auto opened = open(context);
    auto page = opened ? answers_page(context, *opened) : std::nullopt;
    if (!page) return reply_nothing(context, open);
    page->typed = typed;
    page->problems = std::move(problems);
    add_what_others_saved(context, *page, overtaken);
    return reply(context, {.title = "How do these actions stand?",
                           .crumbs = {},
                           .notice = {},
                           .main = answers_view(*page),
                           .has_problems = true});
}

http::Response show(Context& context, Open open) {
    const auto opened = open(context);
    const auto page = opened ? answers_page(context, *opened) : std::nullopt;
    if (!page) return reply_nothing(context, open);
    const bool sent = context.form.text("saved") == "yes";
    return reply(context, {.title = sent ? "Thank you" : "How do these actions stand?",
                           .crumbs = {},
                           .notice = {},
                           .main = sent ? thanks_view(*page) : answers_view(*page)});
}

/// Records the answers and, behind a link, that it was used.
Result<Answered> record(Context& context, Open open, const std::vector<Answer>& answers) {
    const auto now = open(context);
    if (!now) return not_found(); // closed or taken back meanwhile
    const auto done = TRY(answer(context.db, now->scope, now->request, answers));
    if (now->link && done.recorded > 0)
        accounts::note_link_used(context.db, now->scope, *now->link);
    return done;
}

http::Response post(Context& context, Open open) {
    const auto opened = open(context);
    if (!opened) return reply_nothing(context, open);
    const auto answers =
        read_answers(context.form, asked_of(context.db, opened->scope, opened->request.id));
    Answered done;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        done = TRY(record(context, open, answers));
        return opened->address + "?saved=yes";
    });
    if (!saved && saved.refusal().kind == Refusal::Kind::not_found)
        return reply_nothing(context, open);
    if (!saved) return show_again(context, open, answers, saved.refusal().problems, {});
    if (done.overtaken.empty()) return see_other(*saved);
    return show_again(context, open, answers, {}, done.overtaken);
}

} // namespace

http::Response show_answers(Context& context) {
    return show(context, open_by_account);
}
http::Response post_answers(Context& context) {
    return post(context, open_by_account);
}
http::Response show_answers_by_link(Context& context) {
    return show(context, open_by_link);
}
http::Response post_answers_by_link(Context& context) {
    return post(context, open_by_link);
}

} // namespace openmasa::updates
