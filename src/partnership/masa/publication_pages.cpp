#include "core/audit/downloads.hpp"
#include "core/documents/pdf.hpp"
#include "core/routing/address.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/masa/document_word.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/publication_views.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using partnership::MasaPublication;

http::Response reply_publish(Context& context, MasaEdition edition, std::vector<Problem> problems) {
    const PublishPage page{.form_token = form_token::hidden(context),
                           .edition = std::move(edition),
                           .today = context.scope.today,
                           .problems = std::move(problems)};
    return reply(context, {.title = "Publish",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = publish_view(page),
                           .has_problems = !page.problems.empty()});
}

struct Asked {
    MasaEdition edition;
    MasaPublication publication;
};
/// The snapshot of the address; without a number the newest.
std::optional<Asked> asked_publication(Context& context) {
    auto edition = asked_edition(context);
    if (!edition || edition->publications.empty()) return std::nullopt;
    const auto number = context.captured("number");
    const auto which = number.empty() ? edition->publications.back().number : whole_number(number);
    const auto found = std::ranges::find(edition->publications, which, &MasaPublication::number);
    if (found == edition->publications.end()) return std::nullopt;
    auto publication = *found;
    return Asked{std::move(*edition), std::move(publication)};
}

std::string site_of(const Context& context) {
    const auto all = full_address(context, "/");
    return all.starts_with("http") ? all.substr(0, all.size() - 1) : std::string();
}

void note_taken(Context& context, const Asked& asked) {
    audit::record_taken(context.db, context.scope, "arrangements.document_taken",
                        partnership::arrangements_kind, asked.edition.id.view());
}

http::Response reply_correct(Context& context, MasaEdition edition, Correct typed,
                             std::vector<Problem> problems) {
    const CorrectPage page{.form_token = form_token::hidden(context),
                           .edition = std::move(edition),
                           .typed = std::move(typed),
                           .problems = std::move(problems)};
    return reply(context, {.title = "Correct what is published",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = correct_view(page),
                           .has_problems = !page.problems.empty()});
}

Correct typed_correction(const Context& context, const Read& read, std::size_t sections) {
    Correct typed{.read = read,
                  .title = text(context, "title"),
                  .words = {},
                  .corrected = text(context, "corrected"),
                  .why = text(context, "why")};
    for (std::size_t at = 1; at <= sections; ++at)
        typed.words.push_back(text(context, fmt::format("words-{}", at)));
    return typed;
}

} // namespace

http::Response show_publish(Context& context) {
    auto edition = asked_edition(context);
    if (!edition || edition->stage != MasaStage::signed_by_all) return reply_not_found(context);
    return reply_publish(context, std::move(*edition), {});
}

http::Response post_publish(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(publish(context.db, context.scope, *read));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto edition = asked_edition(context);
    if (!edition || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    edition->version = read->version;
    return reply_publish(context, std::move(*edition), saved.refusal().problems);
}

http::Response show_published(Context& context) {
    auto asked = asked_publication(context);
    if (!asked) return reply_not_found(context);
    PublishedPage page{.edition = std::move(asked->edition),
                       .publication = std::move(asked->publication),
                       .links = {},
                       .why_no_pdf = documents::why_no_pdf()};
    page.links = links_to_files(context, page.edition.id);
    return reply(context, {.title = page.edition.title,
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = published_view(page)});
}

http::Response download_word(Context& context) {
    const auto asked = asked_publication(context);
    if (!asked) return reply_not_found(context);
    note_taken(context, *asked);
    const auto& publication = asked->publication;
    return reply_download(documents::write_word(word_file_of(
                              partnership::document_in(publication.content), publication.digest,
                              context.settings.partnership, context.scope.now)),
                          documents::word_media_type, "arrangements.docx");
}

http::Response download_pdf(Context& context) {
    const auto asked = asked_publication(context);
    if (!asked) return reply_not_found(context);
    const auto document = partnership::document_in(asked->publication.content);
    auto pdf = documents::print_pdf(
        {.title = document.title,
         .main = pages::head({.title = document.title,
                              .sentence = html("Published on {}.",
                                               spoken(asked->publication.published_on))}) +
                 snapshot_view(document, asked->publication.digest, {}),
         .site = site_of(context)});
    if (!pdf)
        return reply_plain(context, 503, "No PDF just now",
                           html(
                               R"(<p class="govuk-body">{}</p>
<p class="govuk-body">{} prints well, and there is a Word document of it.</p>)",
                               pdf.refusal().problems.at(0).words,
                               link(address(asked->edition.id, "published"), "The page itself")));
    note_taken(context, *asked);
    return reply_download(std::move(*pdf), "application/pdf", "arrangements.pdf");
}

http::Response download_bytes(Context& context) {
    const auto asked = asked_publication(context);
    if (!asked) return reply_not_found(context);
    note_taken(context, *asked);
    return reply_download(asked->publication.content, "application/json", "arrangements.json");
}

http::Response show_correct(Context& context) {
    auto edition = asked_edition(context);
    if (!edition || edition->stage != MasaStage::published) return reply_not_found(context);
    Correct typed{.read = {edition->id, edition->version}, .title = edition->title};
    for (const auto& section : edition->sections) typed.words.push_back(section.words);
    return reply_correct(context, std::move(*edition), std::move(typed), {});
}

http::Response post_correct(Context& context) {
    const auto read = read_of(context);
    auto edition = asked_edition(context);
    if (!read || !edition) return reply_not_found(context);
    const auto command = typed_correction(context, *read, edition->sections.size());
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(correct(context.db, context.scope, command));
        return address(read->id, "published");
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_correct(context, std::move(*edition), command, saved.refusal().problems);
}

http::Response show_compared(Context& context) {
    const auto edition = asked_edition(context);
    const auto before = edition && edition->follows
                            ? partnership::find_masa(context.db, context.scope, *edition->follows)
                            : std::nullopt;
    if (!before) return reply_not_found(context);
    return reply(context, {.title = "What differs",
                           .crumbs = crumbs(*edition),
                           .notice = {},
                           .main = compared_view(*before, *edition)});
}

} // namespace openmasa::masa
