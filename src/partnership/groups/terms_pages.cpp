#include "core/files/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/form_pages.hpp"
#include "partnership/groups/form_views.hpp"
#include "partnership/groups/terms_views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::TermsId;

FormPage page_of(Context& context, Group group, std::vector<Problem> problems) {
    return {.form_token = form_token::hidden(context),
            .group = std::move(group),
            .today = context.scope.today,
            .problems = std::move(problems)};
}

http::Response reply_terms(Context& context, Group group, const WriteTerms& typed,
                           std::vector<Problem> problems) {
    const auto page = page_of(context, std::move(group), std::move(problems));
    return reply(context, {.title = "Terms of reference",
                           .crumbs = crumbs_below(page.group),
                           .notice = {},
                           .main = terms_form(page, typed),
                           .has_problems = !page.problems.empty()});
}

const Terms* asked_draft(const Context& context, const Group& group) {
    const auto id = TermsId::parse(context.captured("terms"));
    const auto found = std::ranges::find(group.terms, id.value_or(TermsId{}), &Terms::id);
    return id && found != group.terms.end() && is_draft(*found) ? &*found : nullptr;
}

http::Response reply_adopt(Context& context, Group group, const AdoptTerms& typed,
                           std::vector<Problem> problems) {
    const auto* draft = asked_draft(context, group);
    if (!draft) return reply_not_found(context);
    const auto terms = *draft;
    const auto page = page_of(context, std::move(group), std::move(problems));
    return reply(context, {.title = fmt::format("Adopt version {}", terms.number),
                           .crumbs = crumbs_below(page.group),
                           .notice = {},
                           .main = adopt_form(page, terms, typed),
                           .has_problems = !page.problems.empty()});
}

/// Keeps the file that came with the form, outside any transaction; then does the work.
Result<std::string> submit_terms(Context& context, WriteTerms& command) {
    if (const auto* upload = context.form.file("file")) {
        if (!group_of(context)) return not_found();
        context.db.finish(); // nothing is held open while the scanner looks
        command.file = TRY(files::keep(*context.storage, context.scope, *upload, "file"));
    }
    return submit(context, [&]() -> Result<std::string> {
        TRY(write_terms(context.db, context.scope, command));
        return fmt::format("/groups/{}?saved=yes", command.group.view());
    });
}

/// Who may read the group may have its files.
http::Response with_file(Context& context,
                         http::Response (*answer)(Context& context, const files::Shown& shown)) {
    const auto group = group_of(context);
    const auto file = context.id<files::AttachmentId>("file");
    if (!group || !file) return reply_not_found(context);
    const files::About about{.kind = partnership::group_kind, .id = group->id.view()};
    auto found = files::find_attachment(context.db, about, *file);
    if (!found) return reply_not_found(context);
    return answer(context,
                  {.about = about,
                   .attachment = std::move(*found),
                   .address = fmt::format("/groups/{}/files/{}", group->id.view(), file->view()),
                   .crumbs = crumbs_below(*group)});
}

} // namespace

http::Response show_terms(Context& context) {
    auto group = group_of(context);
    if (!group) return reply_not_found(context);
    if (const auto* waits = waiting_in(*group)) return see_other(terms_address(*group, *waits));
    WriteTerms stands{.group = group->id};
    if (!group->terms.empty()) {
        stands.words = group->terms.back().words;
        stands.signs = group->terms.back().signs_name;
    }
    return reply_terms(context, std::move(*group), stands, {});
}

http::Response post_terms(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id) return reply_not_found(context);
    WriteTerms command{.group = *id,
                       .version = version_read(context.form),
                       .words = std::string(context.form.text("words")),
                       .signs = std::string(context.form.text("signs"))};
    const auto saved = submit_terms(context, command);
    if (saved) return see_other(*saved);
    auto group = group_of(context);
    if (!group || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_terms(context, std::move(*group), command, saved.refusal().problems);
}

http::Response show_adopt(Context& context) {
    auto group = group_of(context);
    if (!group) return reply_not_found(context);
    const AdoptTerms empty{.group = group->id, .on = spoken_long(context.scope.today)};
    return reply_adopt(context, std::move(*group), empty, {});
}

http::Response post_adopt(Context& context) {
    const auto id = context.id<OwnerId>();
    const auto terms = TermsId::parse(context.captured("terms"));
    if (!id || !terms) return reply_not_found(context);
    const AdoptTerms command{.group = *id,
                             .terms = *terms,
                             .version = version_read(context.form),
                             .on = std::string(context.form.text("on")),
                             .by = std::string(context.form.text("by")),
                             .minute = std::string(context.form.text("minute"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(adopt_terms(context.db, context.scope, command));
        return fmt::format("/groups/{}?saved=yes", id->view());
    });
    if (saved) return see_other(*saved);
    auto group = group_of(context);
    if (!group || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_adopt(context, std::move(*group), command, saved.refusal().problems);
}

http::Response download_file(Context& context) {
    return with_file(context, files::reply_attachment);
}
http::Response show_file(Context& context) {
    return with_file(context, files::show_attachment);
}
http::Response show_picture(Context& context) {
    return with_file(context, files::reply_picture);
}

} // namespace openmasa::groups
