#include "core/comments/mentions.hpp"
#include "core/comments/module.hpp"
#include "core/comments/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::comments {
namespace {

constexpr auto nothing_is_added = "This was withdrawn meanwhile: nothing more is said about it.";

/// Where a record's comments stand, if it has some and this person may read it: who only sees what
/// it is called has no part in what is said about it.
std::optional<RecordPage> commented_page(Context& context, std::string_view kind,
                                         std::string_view record) {
    const auto* known = find_record_kind(context, kind);
    if (!known || !known->has_comments || !context.scope.reads(record)) return std::nullopt;
    auto page = known->page(context.db, context.scope, record);
    if (page) page->address += known->comments_below;
    return page;
}

std::string place_of(const RecordPage& page, const CommentId& comment) {
    return page.address + "#comment-" + comment.str();
}

/// The comment of the address and the page of its record, if this person may see that.
struct Shown {
    Comment comment;
    RecordPage page;
};
std::optional<Shown> shown(Context& context) {
    const auto id = context.id<CommentId>();
    auto comment = id ? find(context.db, *id) : std::nullopt;
    if (!comment || comment->withdrawn) return std::nullopt;
    auto page = commented_page(context, comment->kind, comment->record);
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
    const bool can_be_answered = about && !about->comment.answers && !about->page.is_closed;
    if (!can_be_answered) return reply_not_found(context);
    const FormPage page{.form_token = form_token::hidden(context),
                        .words = context.words,
                        .kind = about->comment.kind,
                        .record = about->comment.record,
                        .about = about->comment,
                        .back = about->page.address};
    return reply_form(context, "Answer a comment", page, add_view(page));
}

http::Response post_comment(Context& context) {
    const AddComment command{.kind = std::string(context.form.text("kind")),
                             .record = std::string(context.form.text("record")),
                             .answers = CommentId::parse(context.form.text("answers")),
                             .words = std::string(context.form.text("words"))};
    const auto record = commented_page(context, command.kind, command.record);
    if (!record) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (record->is_closed) return invalid("words", nothing_is_added);
        const auto made = TRY(add(context.db, context.scope, command));
        tell(context.db, context.scope, made,
             {.page = place_of(*record, made.id), .owner = record->owner});
        return place_of(*record, made.id);
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    const FormPage page{.form_token = form_token::hidden(context),
                        .words = context.words,
                        .kind = command.kind,
                        .record = command.record,
                        .about =
                            command.answers ? find(context.db, *command.answers) : std::nullopt,
                        .typed = command.words,
                        .back = record->address,
                        .problems = saved.refusal().problems};
    return reply_form(context, "Add a comment", page, add_view(page));
}

http::Response show_withdraw(Context& context, const Shown& own, std::string typed,
                             std::vector<Problem> problems) {
    const FormPage page{.form_token = form_token::hidden(context),
                        .words = context.words,
                        .about = own.comment,
                        .typed = std::move(typed),
                        .back = own.page.address,
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
        return place_of(own->page, command.id);
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
