#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/masa/comment_views.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/pages.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

bool may_answer(const Context& context, const MasaEdition& edition) {
    return is_open(edition) && context.scope.may(Permission::edit_agencies);
}

/// The section of the address as it is, or as it was called where it is gone since.
std::optional<MasaSection> asked_section(const MasaPartId& id, const MasaEdition& edition,
                                         const std::vector<Comment>& comments) {
    const auto found = std::ranges::find(edition.sections, id, &MasaSection::id);
    if (found != edition.sections.end()) return *found;
    if (comments.empty()) return std::nullopt;
    return MasaSection{id, comments.front().heading, ""};
}

http::Response reply_section_comments(Context& context, std::string words,
                                      std::vector<Problem> problems) {
    auto edition = asked_edition(context);
    const auto id = context.id<MasaPartId>("part");
    if (!edition || !id) return reply_not_found(context);
    auto comments = comments_on(context.db, context.scope, edition->id);
    std::erase_if(comments, [&](const Comment& one) { return one.section != *id; });
    auto section = asked_section(*id, *edition, comments);
    if (!section) return reply_not_found(context);
    const bool takes = takes_comments(*edition) && !context.as_at;
    SectionCommentsPage page{.form_token = form_token::hidden(context),
                             .edition = std::move(*edition),
                             .section = std::move(*section),
                             .comments = std::move(comments),
                             .may_add = takes && context.scope.person.has_value(),
                             .words = std::move(words),
                             .problems = std::move(problems)};
    page.may_answer = may_answer(context, page.edition);
    for (const auto& one : page.comments)
        if (may_withdraw(context.scope, one)) page.own.push_back(one.id);
    return reply(context, {.title = page.section.heading,
                           .crumbs = crumbs(page.edition),
                           .notice = notice_of(context),
                           .main = section_comments_view(page),
                           .has_problems = !page.problems.empty()});
}

/// The comment of the address, of the edition of the address.
struct Asked {
    MasaEdition edition;
    Comment comment;
};
std::optional<Asked> asked_comment(Context& context) {
    auto edition = asked_edition(context);
    const auto id = context.id<MasaCommentId>("comment");
    auto comment = id ? find_comment(context.db, *id) : std::nullopt;
    if (!edition || !comment || comment->edition != edition->id) return std::nullopt;
    return Asked{std::move(*edition), std::move(*comment)};
}

http::Response reply_answer(Context& context, Asked asked, std::string outcome, std::string words,
                            std::vector<Problem> problems) {
    const AnswerPage page{.form_token = form_token::hidden(context),
                          .edition = std::move(asked.edition),
                          .comment = std::move(asked.comment),
                          .version =
                              problems.empty() ? asked.comment.version : version_read(context.form),
                          .outcome = std::move(outcome),
                          .words = std::move(words),
                          .problems = std::move(problems)};
    return reply(context, {.title = "Answer a comment",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = answer_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_withdraw_comment(Context& context, Asked asked, std::string why,
                                      std::vector<Problem> problems) {
    const WithdrawCommentPage page{.form_token = form_token::hidden(context),
                                   .edition = std::move(asked.edition),
                                   .comment = std::move(asked.comment),
                                   .why = std::move(why),
                                   .problems = std::move(problems)};
    return reply(context, {.title = "Withdraw your comment",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = withdraw_comment_view(page),
                           .has_problems = !page.problems.empty()});
}

std::string section_address(const Comment& comment) {
    return address(comment.edition, fmt::format("sections/{}/comments", comment.section.view()));
}

} // namespace

http::Response show_section_comments(Context& context) {
    return reply_section_comments(context, {}, {});
}

http::Response post_section_comment(Context& context) {
    const auto edition = context.id<MasaId>();
    const auto section = context.id<MasaPartId>("part");
    if (!edition || !section) return reply_not_found(context);
    const AddComment command{
        .edition = *edition, .section = *section, .words = text(context, "words")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto made = TRY(add(context.db, context.scope, command));
        return section_address(made) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_section_comments(context, command.words, saved.refusal().problems);
}

http::Response show_comments(Context& context) {
    auto edition = asked_edition(context);
    if (!edition) return reply_not_found(context);
    CommentsPage page{.edition = std::move(*edition)};
    page.comments = comments_on(context.db, context.scope, page.edition.id);
    page.may_answer = may_answer(context, page.edition);
    return reply(context, {.title = "Comments",
                           .crumbs = crumbs(page.edition),
                           .notice = notice_of(context),
                           .main = comments_view(page)});
}

http::Response show_answer(Context& context) {
    auto asked = asked_comment(context);
    if (!asked || !may_answer(context, asked->edition)) return reply_not_found(context);
    const bool is_open = asked->comment.state == Comment::State::open;
    auto outcome = is_open ? std::string() : std::string(to_text(asked->comment.state));
    auto words = asked->comment.answer;
    return reply_answer(context, std::move(*asked), std::move(outcome), std::move(words), {});
}

http::Response post_answer(Context& context) {
    auto asked = asked_comment(context);
    if (!asked) return reply_not_found(context);
    AnswerComment command{.id = asked->comment.id,
                          .version = version_read(context.form),
                          .words = text(context, "words")};
    Comment::State outcome{};
    if (from_text(context.form.text("outcome"), outcome)) command.outcome = outcome;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(answer(context.db, context.scope, command));
        return address(asked->edition.id, "comments") + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_answer(context, std::move(*asked), text(context, "outcome"), command.words,
                        saved.refusal().problems);
}

http::Response show_withdraw_comment(Context& context) {
    auto asked = asked_comment(context);
    if (!asked || !may_withdraw(context.scope, asked->comment)) return reply_not_found(context);
    return reply_withdraw_comment(context, std::move(*asked), {}, {});
}

http::Response post_withdraw_comment(Context& context) {
    auto asked = asked_comment(context);
    if (!asked) return reply_not_found(context);
    const WithdrawComment command{.id = asked->comment.id, .why = text(context, "why")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(withdraw(context.db, context.scope, command));
        return section_address(asked->comment) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_withdraw_comment(context, std::move(*asked), command.why,
                                  saved.refusal().problems);
}

} // namespace openmasa::masa
