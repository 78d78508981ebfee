#include "core/comments/mentions.hpp"
#include "core/comments/module.hpp"
#include "core/comments/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::comments {
namespace {

/// The comment of the address and the page of its record, if this person may see that.
struct Shown {
    Comment comment;
    std::string page;
};
std::optional<Shown> shown(Context& context) {
    const auto id = context.id<CommentId>();
    auto comment = id ? find(context.db, *id) : std::nullopt;
    if (!comment || comment->withdrawn) return std::nullopt;
    auto page = page_of(context, comment->kind, comment->record);
    if (!page) return std::nullopt;
    return Shown{std::move(*comment), std::move(*page)};
}

http::Response reply_form(const Context& context, const std::string& title, const FormPage& page,
                          Html main) {
    return reply(context, {.title = title,
                           .crumbs = {{"Back to the page", page.back}},
                           .notice = {},
                           .main = std::move(main),
                           .has_problems = !page.problems.empty()});
}

http::Response answer_form(Context& context) {
    auto about = shown(context);
    if (!about || about->comment.answers) return reply_not_found(context);
    const FormPage page{.form_token = form_token::hidden(context),
                        .kind = about->comment.kind,
                        .record = about->comment.record,
                        .about = about->comment,
                        .back = about->page};
    return reply_form(context, "Answer a comment", page, add_view(page));
}

http::Response post_comment(Context& context) {
    const AddComment command{.kind = std::string(context.form.text("kind")),
                             .record = std::string(context.form.text("record")),
                             .answers = CommentId::parse(context.form.text("answers")),
                             .words = std::string(context.form.text("words"))};
    const auto record = page_of(context, command.kind, command.record);
    if (!record) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto made = TRY(add(context.db, context.scope, command));
        tell_mentioned(context.db, context.scope, made, *record);
        return *record + "#comment-" + made.id.str();
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    const FormPage page{.form_token = form_token::hidden(context),
                        .kind = command.kind,
                        .record = command.record,
                        .about =
                            command.answers ? find(context.db, *command.answers) : std::nullopt,
                        .typed = command.words,
                        .back = *record,
                        .problems = saved.refusal().problems};
    return reply_form(context, "Add a comment", page, add_view(page));
}

http::Response show_withdraw(Context& context, const Shown& own, std::string typed,
                             std::vector<Problem> problems) {
    const FormPage page{.form_token = form_token::hidden(context),
                        .about = own.comment,
                        .typed = std::move(typed),
                        .back = own.page,
                        .problems = std::move(problems)};
    return reply_form(context, "Withdraw your comment", page, withdraw_view(page));
}

http::Response withdraw_form(Context& context) {
    const auto own = shown(context);
    if (!own || !may_withdraw(context.scope, own->comment)) return reply_not_found(context);
    return show_withdraw(context, *own, {}, {});
}

http::Response post_withdraw(Context& context) {
    const auto own = shown(context);
    if (!own || !may_withdraw(context.scope, own->comment)) return reply_not_found(context);
    const WithdrawComment command{.id = own->comment.id,
                                  .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(withdraw(context.db, context.scope, command));
        return own->page + "#comment-" + command.id.str();
    });
    if (saved) return see_other(*saved);
    return show_withdraw(context, *own, command.why, saved.refusal().problems);
}

constexpr Route routes[] = {
    // Some three statements for each of those who are mentioned.
    {Method::Post, "/comments", Permission::own_account, post_comment, Budget{200}},
    {Method::Get, "/comments/{id}/answer", Permission::own_account, answer_form, Budget{8}},
    {Method::Get, "/comments/{id}/withdraw", Permission::own_account, withdraw_form, Budget{8}},
    {Method::Post, "/comments/{id}/withdraw", Permission::own_account, post_withdraw, Budget{20}},
};

constexpr restriction::Kind own_kinds[] = {{.kind = "comment", .called = "Comment"}};
constexpr restriction::About own_about[] = {{"comment", "kind", "record_id"}};

} // namespace

Module module() {
    return {
        .name = "comments", .routes = routes, .kinds = {.kinds = own_kinds, .about = own_about}};
}

} // namespace openmasa::comments
