#include "partnership/masa/publication_views.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/signing_views.hpp"
#include "web/ui/button.hpp"
#include "web/ui/inset_text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

Html signed_by(const MasaDocument& document) {
    Html items;
    for (const auto& one : document.signatures) append(items, "<li>{}</li>\n", one);
    return when(!items.empty(), part("signed", "Who signed",
                                     html(R"(<ul class="govuk-list">
{}</ul>
)",
                                          items)));
}

Html correction(const MasaDocument& document) {
    if (document.corrected.empty()) return {};
    return ui::inset_text(
        {.text = html(
             R"(<p class="govuk-body"><b class="om-strong">Corrected on {}:</b> {}</p>
<p class="govuk-body">{}</p><p class="govuk-body om-quiet">The signatures are of the words before the correction.</p>)",
             document.published_on ? spoken(*document.published_on) : "",
             escaped_lines(document.corrected), escaped_lines(document.corrected_why))});
}

Html other_versions(const PublishedPage& page) {
    Html items;
    for (const auto& one : page.edition.publications)
        if (one.number != page.publication.number)
            append(items, "<li>{}</li>\n",
                   link(address(page.edition.id, fmt::format("published/{}", one.number)),
                        fmt::format("{} on {}", one.number == 1 ? "First published" : "Corrected",
                                    spoken(one.published_on))));
    return when(!items.empty(), part("others", "Other versions",
                                     html(R"(<ul class="govuk-list">
{}</ul>
)",
                                          items)));
}

bool is_newest(const PublishedPage& page) {
    return page.publication.number == static_cast<int>(page.edition.publications.size());
}

Html downloads(const PublishedPage& page) {
    const auto below = fmt::format("published/{}", page.publication.number);
    const auto file = [&](std::string_view extension) {
        return address(page.edition.id, fmt::format("{}/arrangements.{}", below, extension));
    };
    return html(
        R"(<p class="govuk-body">{}, {}{}</p>
)",
        link(file("docx"), "Word"), link(file("json"), "The exact bytes"),
        page.why_no_pdf.empty() ? html(", {}", link(file("pdf"), "PDF")) : Html());
}

Html one_text(std::string_view name, const std::optional<std::string>& words) {
    return html(R"(<div><h3 class="govuk-heading-s">{}</h3><p class="govuk-body">{}</p></div>
)",
                name,
                words
                    ? (trimmed(*words).empty() ? html(R"(<span class="om-quiet">No words.</span>)")
                                               : escaped_lines(*words))
                    : html(R"(<span class="om-quiet">Not in this edition.</span>)"));
}

std::string_view became(const ComparedSection& one) {
    if (!one.before) return "New";
    if (!one.now) return "Gone";
    return *one.before == *one.now ? "As it was" : "Changed";
}

} // namespace

Html publish_view(const PublishPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Publish",
                        .sentence = html("Everybody who was asked has signed it."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           html(
               R"(<p class="govuk-body om-measure">It is published today, {}, exactly as it was signed. From then on it is never edited; a correction is published beside it. The edition that was in force is superseded, and the review of this one falls due in its time.</p>
)",
               spoken(page.today)) +
           form({.address = address(page.edition.id, "publish"),
                 .token = page.form_token,
                 .version = page.edition.version,
                 .button = "Publish it today",
                 .back = address(page.edition.id)});
}

Html snapshot_view(const MasaDocument& document, const std::string& digest,
                   const FileLinks& links) {
    return correction(document) + document_view(document, links) + signed_by(document) +
           html(
               R"(<p class="govuk-body om-quiet">Its fingerprint (SHA-256): <code class="om-code">{}</code></p>
)",
               digest);
}

Html published_view(const PublishedPage& page) {
    const auto document = partnership::document_in(page.publication.content);
    const auto newest = when(
        !is_newest(page), ui::inset_text({.text = html("It was corrected later: {}.",
                                                       link(address(page.edition.id, "published"),
                                                            "read the newest version"))}));
    return pages::head({.title = document.title,
                        .sentence = html("{} on {}.",
                                         page.publication.number == 1 ? "Published" : "Corrected",
                                         spoken(page.publication.published_on)),
                        .verbs = {},
                        .facts = {},
                        .caption = "Multi-agency safeguarding arrangements"}) +
           newest + downloads(page) + snapshot_view(document, page.publication.digest, page.links) +
           other_versions(page);
}

Html correct_view(const CorrectPage& page) {
    const auto& typed = page.typed;
    auto fields = line("corrected", "What is corrected?", "For example a wrong address.",
                       typed.corrected, page.problems) +
                  line("why", "Why?", "", typed.why, page.problems) +
                  line("title", "Title", "", typed.title, page.problems);
    for (std::size_t at = 0; at < page.edition.sections.size(); ++at)
        fields += lines(fmt::format("words-{}", at + 1), page.edition.sections[at].heading, "",
                        at < typed.words.size() ? typed.words[at] : "", page.problems, 8);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Correct what is published",
                        .sentence = html("For slips alone. What changes the arrangements is a new "
                                         "edition, signed anew."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           form({.address = address(page.edition.id, "correct"),
                 .token = page.form_token,
                 .version = typed.read.version,
                 .fields = fields,
                 .button = "Publish the correction",
                 .back = address(page.edition.id)});
}

std::vector<ComparedSection> compared(const MasaEdition& before, const MasaEdition& now) {
    std::vector<ComparedSection> all;
    std::vector<bool> is_used(before.sections.size());
    for (const auto& section : now.sections) {
        ComparedSection one{.heading = section.heading, .now = section.words};
        for (std::size_t at = 0; at < before.sections.size() && !one.before; ++at)
            if (!is_used[at] && lower(before.sections[at].heading) == lower(section.heading)) {
                one.before = before.sections[at].words;
                is_used[at] = true;
            }
        all.push_back(std::move(one));
    }
    for (std::size_t at = 0; at < before.sections.size(); ++at)
        if (!is_used[at])
            all.push_back(
                {.heading = before.sections[at].heading, .before = before.sections[at].words});
    return all;
}

Html compared_view(const MasaEdition& before, const MasaEdition& now) {
    Html sections;
    std::vector<std::string> unchanged;
    int number = 0, changes = 0;
    for (const auto& one : compared(before, now)) {
        ++number;
        const auto words = became(one);
        if (words == "As it was") {
            unchanged.push_back(one.heading);
            continue;
        }
        ++changes;
        sections += part(fmt::format("c{}", number), fmt::format("{}: {}", one.heading, words),
                         html(R"(<div class="om-beside">
{}{}</div>
)",
                              one_text(before.title, one.before), one_text(now.title, one.now)));
    }
    if (!unchanged.empty())
        sections += part("unchanged", "As it was",
                         html(R"(<p class="govuk-body">{}.</p>
)",
                              join(unchanged, "; ")));
    return pages::head({.title = "What differs",
                        .sentence = html("{} of {} sections are others than in {}.", changes,
                                         number, link(address(before.id), before.title)),
                        .verbs = {},
                        .facts = {},
                        .caption = now.title}) +
           sections;
}

} // namespace openmasa::masa
