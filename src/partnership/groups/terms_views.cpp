#include "partnership/groups/terms_views.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_rules.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::link;
using partnership::missing;
using partnership::section;
using partnership::TermsSigning;

std::string address(const Group& group, std::string_view below) {
    return fmt::format("/groups/{}/{}", group.id.view(), below);
}

std::string version_of(const Terms& terms) {
    return fmt::format("version {}", terms.number);
}

// --- on the page of the group -------------------------------------------------------------------

Html draft_state(const Group& group, const Terms& terms, bool may_change) {
    const auto ways =
        html("<br>{}<br>{}",
             link(terms_address(group, terms, "offer"), "Put for signature", version_of(terms)),
             link(terms_address(group, terms, "adopt"), "Adopt", version_of(terms)));
    return html("{}{}", missing("Draft"), when(may_change, ways));
}

Html state_of(const Group& group, const Terms& terms, bool may_change) {
    if (is_draft(terms)) return draft_state(group, terms, may_change);
    if (!terms.adopted_on) return escaped(spoken(*terms.signing));
    return html("{} on {} by {}{}", terms.signing ? "Signed" : "Adopted", spoken(*terms.adopted_on),
                terms.agreed_by_name, terms.minute.empty() ? "" : ", " + terms.minute);
}

Html signs_words(const Terms& terms) {
    return terms.signs ? link("/offices/" + terms.signs->str(), terms.signs_name) : Html();
}

Html text_of(const Group& group, const Terms& terms) {
    Html text;
    if (!terms.file.empty())
        append(text, "<p>{}</p>",
               link(address(group, "files/" + terms.file + "/about"),
                    fmt::format("The file of version {}", terms.number)));
    if (!terms.words.empty())
        text += ui::details({.summary = fmt::format("The words of version {}", terms.number),
                             .text = escaped_lines(terms.words)});
    return text;
}

/// What is written next: the draft, or a new version once none waits.
Html write_link(const Group& group) {
    if (waiting_in(group)) return {};
    return html(R"(<p class="govuk-body">{}</p>
)",
                link(address(group, "terms"),
                     draft_in(group) ? "Change the draft" : "Write a new version"));
}

// --- one version --------------------------------------------------------------------------------

Html paragraphs(std::string_view words) {
    Html made;
    for (std::size_t from = 0; from < words.size();) {
        const auto end = std::min(words.find("\n\n", from), words.size());
        if (const auto one = trimmed(words.substr(from, end - from)); !one.empty())
            append(made, R"(<p class="govuk-body om-measure">{}</p>
)",
                   escaped_lines(one));
        from = end + 2;
    }
    return made;
}

/// Words and file, word for word; the file with its SHA-256.
Html document_view(const Group& group, const Terms& terms, const SignedTerms& document) {
    auto made = paragraphs(document.words);
    if (!document.file_name.empty())
        append(made, R"(<p class="govuk-body">File: {} <code class="om-code">{}</code></p>
)",
               link(address(group, "files/" + terms.file + "/about"), document.file_name),
               document.file_digest);
    return html(R"(<div class="om-document">
{}</div>
)",
                made);
}

Html document_view(const Group& group, const Terms& terms) {
    return document_view(group, terms, {terms.words, terms.file_name, terms.file_digest});
}

Html review_words(const TermsPage& page) {
    const auto& terms = page.terms;
    if (partnership::terms_on(page.group, page.today) != &terms)
        return html(" A later version counts now.");
    if (partnership::review_is_overdue(terms, page.today))
        return html(" {}", missing(fmt::format("To be looked at again since {}.",
                                               spoken(*terms.review_on))));
    return html(" To be looked at again by {}.", spoken(*terms.review_on));
}

Html sentence(const TermsPage& page) {
    const auto& terms = page.terms;
    if (terms.adopted_on)
        return html("{}.{}", state_of(page.group, terms, false), review_words(page));
    if (!terms.signing)
        return html("A draft: it counts once it is signed, or once it is adopted as a group or an "
                    "office agreed it.");
    if (*terms.signing != TermsSigning::asked)
        return html("{}. It never counted; its words went on as the next version.",
                    spoken(*terms.signing));
    return html("For signature. {}",
                page.sign_off ? next_in_words(*page.sign_off, page.holders) + "." : "");
}

Html button(std::string_view text, const std::string& href, bool is_second = false) {
    return ui::button(
        {.text = text, .href = href, .classes = is_second ? "govuk-button--secondary" : ""});
}

Html verbs(const TermsPage& page) {
    const auto& group = page.group;
    const auto& terms = page.terms;
    Html made;
    if (page.may_sign) made += button("Read and sign", terms_address(group, terms, "sign"));
    if (!page.may_change) return made;
    if (is_draft(terms))
        return button("Put for signature", terms_address(group, terms, "offer")) +
               button("Adopt", terms_address(group, terms, "adopt"), true) +
               button("Change the draft", address(group, "terms"), true);
    if (terms.signing == TermsSigning::asked)
        made += button("Take it back", terms_address(group, terms, "take-back"), true);
    return made;
}

// --- signing ------------------------------------------------------------------------------------

Html head(const Group& group, std::string title, Html sentence, const ui::Problems& problems) {
    return ui::problems_summary(problems) + pages::head({.title = std::move(title),
                                                         .sentence = std::move(sentence),
                                                         .verbs = {},
                                                         .facts = {},
                                                         .caption = group.name});
}

std::string held_by(const signoff::HoldersNow& holders, const OwnerId& office) {
    const auto found = holders.find(office);
    if (found == holders.end() || found->second.empty()) return {};
    std::vector<std::string> names;
    for (const auto& holder : found->second)
        names.push_back(holder.known_as + (holder.acting ? ", acting" : ""));
    return join(names, "; ");
}

Html signers_list(const OfferPage& page) {
    ui::SummaryList list;
    for (const auto& one : page.signers) {
        const auto who = held_by(page.holders, one.office);
        list.rows.push_back(
            {.key = one.name,
             .value = who.empty() ? missing("Nobody holds it today.") : escaped(who)});
    }
    return ui::summary_list(list);
}

Html why_not(const OfferPage& page) {
    return html(
        R"(<section class="om-missing" aria-labelledby="missing"><h2 id="missing">Before it can be signed</h2><p>{}</p>
<ul class="govuk-list"><li>{}</li><li>{}</li></ul></section>
)",
        page.why_not, link(address(page.group, "terms"), "Name the office that signs them off"),
        link("/groups/" + page.group.id.str(), "The page of the group"));
}

Html turn_view(const SignPage& page) {
    const auto& turn = page.turns.front();
    return signoff::sign_form({.sign_off = page.sign_off,
                               .asked = turn.asked,
                               .holder = turn.holder,
                               .address = terms_address(page.group, page.terms, "sign"),
                               .form_token = page.form_token,
                               .proof = page.proof,
                               .problems = page.problems}) +
           html(R"(<h3 class="govuk-heading-s om-section">Or ask for changes</h3>
)") +
           signoff::send_back_form({.asked = turn.asked,
                                    .address = terms_address(page.group, page.terms, "send-back"),
                                    .form_token = page.form_token,
                                    .why = page.why,
                                    .problems = page.problems});
}

} // namespace

std::string terms_address(const Group& group, const Terms& terms, std::string_view below) {
    return fmt::format("/groups/{}/terms/{}{}{}", group.id.view(), terms.id.view(),
                       below.empty() ? "" : "/", below);
}

Html terms_section(const Group& group, bool may_change) {
    ui::Table table{
        .caption = "Terms of reference, the newest first",
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "Version"}, {.text = "State"}, {.text = "Signs off"}, {.text = "Text"}},
        .first_cell_is_header = true,
        .classes = "om-stack"};
    for (auto at = group.terms.rbegin(); at != group.terms.rend(); ++at)
        table.rows.push_back(
            {{.text = link(terms_address(group, *at), fmt::format("Version {}", at->number))},
             {.text = state_of(group, *at, may_change)},
             {.text = signs_words(*at)},
             {.text = text_of(group, *at)}});
    const auto none = html(R"(<p class="govuk-body om-quiet">None yet.</p>
)");
    return section("terms", "Terms of reference",
                   (table.rows.empty() ? none : ui::table(table)) +
                       when(may_change, write_link(group)));
}

Html terms_view(const TermsPage& page) {
    const auto signatures = page.sign_off ? section("signatures", "Signatures",
                                                    signatures_view(*page.sign_off, page.holders))
                                          : Html();
    return pages::head({.title = fmt::format("Terms of reference, {}", version_of(page.terms)),
                        .sentence = sentence(page),
                        .verbs = verbs(page),
                        .facts = {},
                        .caption = page.group.name}) +
           section("words", "What they say", document_view(page.group, page.terms)) + signatures;
}

Html offer_view(const OfferPage& page) {
    const auto top = head(page.group, fmt::format("Put {} for signature", version_of(page.terms)),
                          html("Exactly these words are signed. With the last signature they "
                               "count, and never change after that."),
                          page.problems);
    if (!page.why_not.empty()) return top + why_not(page);
    return top +
           section("signers", page.signers.size() == 1 ? "Who signs" : "Who signs, in any order",
                   signers_list(page)) +
           section("words", "What is signed", document_view(page.group, page.terms)) +
           partnership::form({.address = terms_address(page.group, page.terms, "offer"),
                              .token = page.form_token,
                              .version = page.group.version,
                              .fields = {},
                              .button = "Put for signature",
                              .back = terms_address(page.group, page.terms)});
}

Html sign_view(const SignPage& page) {
    const auto turn = page.turns.empty() ? html(R"(<p class="govuk-body">You have signed. {}.</p>
)",
                                                next_in_words(page.sign_off, page.holders))
                                         : turn_view(page);
    return head(page.group, "Read and sign",
                html("Terms of reference, {}, word for word.", version_of(page.terms)),
                page.problems) +
           section(
               "words", "What they say",
               document_view(page.group, page.terms, terms_in(page.sign_off.document.content))) +
           section("signatures", "Signatures", signatures_view(page.sign_off, page.holders)) +
           section("turn",
                   page.turns.empty() ? "Your signature" : "As " + page.turns.front().asked.name,
                   turn);
}

Html take_back_view(const TakeBackPage& page) {
    return head(page.group, fmt::format("Take {} back", version_of(page.terms)),
                html("Its words go on as the next version, a draft. The signatures so far stay on "
                     "record."),
                page.problems) +
           partnership::form({.address = terms_address(page.group, page.terms, "take-back"),
                              .token = page.form_token,
                              .version = page.group.version,
                              .fields = ui::textarea_field({.name = "why",
                                                            .label = "Why is it taken back?",
                                                            .value = page.why,
                                                            .rows = 4,
                                                            .label_classes = "govuk-label--s"},
                                                           page.problems),
                              .button = "Take it back",
                              .back = terms_address(page.group, page.terms)});
}

} // namespace openmasa::groups
