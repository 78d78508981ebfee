#include "core/files/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/masa/comment_views.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/part_views.hpp"
#include "partnership/masa_history.hpp"
#include <algorithm>

namespace openmasa::masa {
namespace {

http::Response reply_words(Context& context, MasaEdition edition, std::vector<Problem> problems) {
    WordsPage page{.form_token = form_token::hidden(context),
                   .edition = std::move(edition),
                   .problems = std::move(problems)};
    page.files = files_shown(context, page.edition);
    page.comments = counted_by_section(comments_on(context.db, context.scope, page.edition.id));
    page.may_write = is_open(page.edition) && context.scope.may(Permission::edit_agencies);
    return reply(context, {.title = "The words",
                           .crumbs = crumbs(page.edition),
                           .notice = notice_of(context),
                           .main = words_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_section(Context& context, MasaEdition edition, SectionPage page) {
    page.form_token = form_token::hidden(context);
    page.edition = std::move(edition);
    return reply(context, {.title = page.is_new ? "Add a section" : "Write this section",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = section_view(page),
                           .has_problems = !page.problems.empty()});
}

/// The section of the address, or an empty one; nothing when there is none of that id.
std::optional<SectionPage> asked_section(Context& context, const MasaEdition& edition) {
    SectionPage page{.place = edition.sections.size(), .is_new = context.captured("part") == "new"};
    if (page.is_new) return page;
    const auto id = MasaPartId::parse(context.captured("part"));
    const auto found =
        std::ranges::find(edition.sections, id.value_or(MasaPartId{}), &MasaSection::id);
    if (!id || found == edition.sections.end()) return std::nullopt;
    page.typed = *found;
    page.place = static_cast<std::size_t>(found - edition.sections.begin());
    return page;
}

Result<Done> save(Context& context, const Read& read, const MasaSection& section) {
    if (context.form.text("away") == "yes")
        return take_away(context.db, context.scope, read, PartOf::words, section.id);
    return write(context.db, context.scope,
                 WriteSection{.read = read,
                              .section = section,
                              .place = static_cast<std::size_t>(std::max<std::int64_t>(
                                  0, whole_number(text(context, "place"))))});
}

} // namespace

std::vector<files::Attachment> files_shown(Context& context, const MasaEdition& edition) {
    return files_of(context.db, edition,
                    context.as_at ? std::optional(history::end_of(context.as_at->day))
                                  : std::nullopt);
}

FileLinks links_to_files(Context& context, const MasaId& id) {
    FileLinks links;
    for (const auto& one :
         files::attachments_of(context.db, {partnership::arrangements_kind, id.view()}))
        links.emplace(one.file.digest, address(id, "files/" + one.id.str()));
    return links;
}

http::Response show_words(Context& context) {
    auto edition = asked_edition(context);
    return edition ? reply_words(context, std::move(*edition), {}) : reply_not_found(context);
}

http::Response post_file(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const auto* upload = context.form.file("file");
    auto refused = invalid("file", "Choose a file.");
    if (upload) {
        if (!asked_edition(context)) return reply_not_found(context);
        context.db.finish(); // nothing is held open while the scanner looks
        const auto file = files::keep(*context.storage, context.scope, *upload, "file");
        const auto saved = submit(context, [&]() -> Result<std::string> {
            if (!file) return file.refusal();
            TRY(add_file(context.db, context.scope, *read, *file));
            return address(read->id, "words") + "?saved=yes";
        });
        if (saved) return see_other(*saved);
        refused = saved.refusal();
    }
    auto edition = asked_edition(context);
    if (!edition || refused.kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_words(context, std::move(*edition), refused.problems);
}

http::Response download_file(Context& context) {
    const auto edition = asked_edition(context);
    const auto id = context.id<files::AttachmentId>("file");
    if (!edition || !id) return reply_not_found(context);
    const files::About about{partnership::arrangements_kind, edition->id.view()};
    auto found = files::find_attachment(context.db, about, *id);
    if (!found) return reply_not_found(context);
    return files::reply_attachment(context, {.about = about,
                                             .attachment = std::move(*found),
                                             .address = address(edition->id, "files/" + id->str()),
                                             .crumbs = crumbs(*edition)});
}

http::Response post_leave_out(Context& context) {
    const auto read = read_of(context);
    const auto file = context.id<files::AttachmentId>("file");
    if (!read || !file) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(leave_out(context.db, context.scope, *read, *file));
        return address(read->id, "words") + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto edition = asked_edition(context);
    if (!edition || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return reply_words(context, std::move(*edition), saved.refusal().problems);
}

http::Response show_section(Context& context) {
    auto edition = asked_edition(context);
    auto page = edition ? asked_section(context, *edition) : std::nullopt;
    return page ? reply_section(context, std::move(*edition), std::move(*page))
                : reply_not_found(context);
}

http::Response post_section(Context& context) {
    const auto read = read_of(context);
    auto edition = asked_edition(context);
    auto page = edition ? asked_section(context, *edition) : std::nullopt;
    if (!read || !page) return reply_not_found(context);
    if (page->is_new) page->typed.id = context.scope.new_id<MasaPartId>();
    page->typed.heading = text(context, "heading");
    page->typed.words = text(context, "words");
    page->place =
        static_cast<std::size_t>(std::max<std::int64_t>(0, whole_number(text(context, "place"))));
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(save(context, *read, page->typed));
        return address(read->id, "words") + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    edition->version = read->version;
    page->problems = saved.refusal().problems;
    return reply_section(context, std::move(*edition), std::move(*page));
}

} // namespace openmasa::masa
