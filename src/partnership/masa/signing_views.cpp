#include "partnership/masa/signing_views.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/form_frame.hpp"
#include "web/ui/button.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <numeric>

namespace openmasa::masa {
namespace {

std::string held_by(const signoff::HoldersNow& holders, const OwnerId& office) {
    const auto found = holders.find(office);
    if (found == holders.end() || found->second.empty()) return "Nobody holds it today.";
    std::vector<std::string> names;
    for (const auto& holder : found->second)
        names.push_back(holder.known_as + (holder.acting ? ", acting" : ""));
    return fmt::format("Held by {}.", join(names, "; "));
}

/// Which office stands where on the page: by its place, what is no number last.
std::vector<std::size_t> by_place(const OfferPage& page) {
    std::vector<std::size_t> order(page.lead_partners.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) {
        const auto place = whole_number(page.places.at(at));
        return place > 0 ? place : std::numeric_limits<std::int64_t>::max();
    });
    return order;
}

Html place_fields(const OfferPage& page) {
    Html fields;
    for (const auto at : by_place(page)) {
        const auto& office = page.lead_partners[at];
        fields += ui::text_field({.name = "place-" + office.id.str(),
                                  .label = office.name,
                                  .hint = held_by(page.holders, office.id),
                                  .value = page.places[at],
                                  .input_mode = "numeric",
                                  .label_classes = "govuk-label--s",
                                  .classes = "govuk-input--width-2"},
                                 page.problems);
    }
    return fields;
}

Html missing_list(const OfferPage& page) {
    Html items;
    for (const auto& one : page.missing)
        append(items, "<li>{}</li>\n",
               one.below.empty() ? link("/offices", one.words)
                                 : link(address(page.edition.id, one.below), one.words));
    return html(
        R"(<section class="om-missing" aria-labelledby="missing"><h2 id="missing">Before it can be signed</h2><ul>
{}</ul></section>
)",
        items);
}

/// As the first of this person's offices whose turn it is: sign, or ask for changes. They sign for
/// another one after it.
Html turn_view(const SignPage& page) {
    const auto& turn = page.turns.front();
    return signoff::sign_form({.sign_off = page.sign_off,
                               .asked = turn.asked,
                               .holder = turn.holder,
                               .address = address(page.edition.id, "sign"),
                               .form_token = page.form_token,
                               .proof = page.proof,
                               .problems = page.problems}) +
           html(R"(<h3 class="govuk-heading-s om-section">Or ask for changes</h3>
)") +
           signoff::send_back_form({.asked = turn.asked,
                                    .address = address(page.edition.id, "send-back"),
                                    .form_token = page.form_token,
                                    .why = page.why,
                                    .problems = page.problems});
}

Html paragraphs(std::string_view words) {
    Html made;
    std::string text(words);
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find("\n\n", from), text.size());
        if (const auto one = trimmed(std::string_view(text).substr(from, end - from)); !one.empty())
            append(made, R"(<p class="govuk-body om-measure">{}</p>
)",
                   escaped_lines(one));
        from = end + 2;
    }
    return made;
}

} // namespace

Html offer_view(const OfferPage& page) {
    const auto head =
        ui::problems_summary(page.problems) +
        pages::head(
            {.title = "Put it for signature",
             .sentence = html("The lead safeguarding partners sign exactly these words, one "
                              "after the other. From then on they cannot change."),
             .verbs = {},
             .facts = {},
             .caption = page.edition.title});
    if (!page.missing.empty()) return head + missing_list(page);
    const auto fields =
        html(R"(<p class="govuk-body">They sign in this order; change the numbers for another. )"
             R"(Two with the same number sign in any order.</p>
)") + place_fields(page);
    return head + form({.address = address(page.edition.id, "offer"),
                        .token = page.form_token,
                        .version = page.edition.version,
                        .fields = fields,
                        .button = "Put it for signature",
                        .back = address(page.edition.id)});
}

Html sign_view(const SignPage& page) {
    const auto turn = page.turns.empty()
                          ? html(R"(<p class="govuk-body">It is not your turn: {}.</p>
)",
                                 next_in_words(page.sign_off, page.holders))
                          : turn_view(page);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Read and sign",
                        .sentence = html("Version {} of {}, word for word.",
                                         page.sign_off.document.version, page.edition.title),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           document_view(partnership::document_in(page.sign_off.document.content), page.links) +
           part("signatures", "Signatures", signatures_view(page.sign_off, page.holders)) +
           part("turn",
                page.turns.empty() ? "Your signature" : "As " + page.turns.front().asked.name,
                turn);
}

Html why_view(const WhyPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.title,
                        .sentence = escaped(page.sentence),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           form({.address = address(page.edition.id, page.below),
                 .token = page.form_token,
                 .version = page.edition.version,
                 .fields = lines("why", page.label, "", page.why, page.problems),
                 .button = page.button,
                 .back = address(page.edition.id)});
}

Html document_view(const MasaDocument& document, const FileLinks& links) {
    Html made;
    const auto fact = [&](std::string_view what, const std::string& words) {
        if (!words.empty())
            append(made, R"(<p class="govuk-body om-measure"><b class="om-strong">{}:</b> {}</p>
)",
                   what, escaped_lines(words));
    };
    fact("Area", document.area);
    fact("What changed", document.changed);
    fact("Why", document.changed_why);
    fact("Authorised by", document.authorised);
    for (const auto& section : document.sections)
        append(made, R"(<h2 class="govuk-heading-m">{}</h2>
{})",
               section.heading, paragraphs(section.words));
    for (const auto& file : document.files) {
        const auto found = links.find(file.digest);
        append(made, R"(<p class="govuk-body">File: {} <code class="om-code">{}</code></p>
)",
               found == links.end() ? escaped(file.name) : link(found->second, file.name),
               file.digest);
    }
    return html(R"(<div class="om-document">
{}</div>
)",
                made);
}

} // namespace openmasa::masa
