#include "core/signoff/views.hpp"
#include "kernel/text.hpp"
#include "web/ui/button.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::signoff {
namespace {

std::string names_of(const HoldersNow& holders, const OwnerId& office) {
    std::vector<std::string> names;
    if (const auto found = holders.find(office); found != holders.end())
        for (const auto& holder : found->second)
            names.push_back(holder.known_as + (holder.acting ? ", acting" : ""));
    return join(names, "; ");
}

Html signed_cell(const Signature& signature) {
    return html(R"(Signed by {}{}<span class="om-plan__meta">{}</span>)", signature.known_as,
                signature.acting ? ", acting" : "", spoken(signature.at));
}

Html next_cell(const Asked& asked, const HoldersNow& holders) {
    const auto names = names_of(holders, asked.office);
    return names.empty()
               ? html(R"(<b class="om-strong">Next.</b> <span class="om-ev--missing">Nobody )"
                      R"(holds this office today.</span>)")
               : html(R"(<b class="om-strong">Next:</b> {})", names);
}

Html cell(const SignOff& sign_off, const Asked& asked, const HoldersNow& holders) {
    if (const auto* signature = signature_of(sign_off, asked.office))
        return signed_cell(*signature);
    if (sign_off.end) return html(R"(<span class="om-quiet">Did not sign this version.</span>)");
    const auto turn = whose_turn(sign_off);
    if (std::ranges::count(turn, asked.office, &Asked::office)) return next_cell(asked, holders);
    return html(R"(<span class="om-quiet">Waits for those before.</span>)");
}

Html end_words(const SignOff& sign_off) {
    if (!sign_off.end) return {};
    const auto& end = *sign_off.end;
    const auto* office = end.office ? asked_of(sign_off, *end.office) : nullptr;
    return html(
        R"(<div class="govuk-inset-text"><p class="govuk-body">{} by {}{} on {}:</p>
<p class="govuk-body">{}</p></div>
)",
        end.how == Ending::sent_back ? "Sent back for changes" : "Withdrawn", end.known_as,
        office ? " as " + office->name : "", spoken(london_day(end.at)), escaped_lines(end.why));
}

Html hidden(std::string_view name, std::string_view value) {
    return html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

} // namespace

Html signatures_view(const SignOff& sign_off, const HoldersNow& holders) {
    ui::Table table{.caption = fmt::format("Who signs version {}", sign_off.document.version),
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Office"}, {.text = "Signature"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& asked : sign_off.asked)
        table.rows.push_back(
            {{.text = escaped(asked.name)}, {.text = cell(sign_off, asked, holders)}});
    return end_words(sign_off) + ui::table(table) +
           html(
               R"(<p class="govuk-body om-quiet">Version {}, put for signature on {}. Its fingerprint (SHA-256): <code class="om-code">{}</code></p>
)",
               sign_off.document.version, spoken(london_day(sign_off.offered_at)), sign_off.digest);
}

std::string next_in_words(const SignOff& sign_off, const HoldersNow& holders) {
    std::vector<std::string> words;
    for (const auto* one : whose_turn(sign_off)) {
        const auto names = names_of(holders, one->office);
        words.push_back(
            fmt::format("{} ({})", one->name, names.empty() ? "nobody holds it today" : names));
    }
    return words.empty() ? "" : "Next: " + join(words, "; ");
}

Html sign_form(const SignForm& form) {
    ui::CheckboxesField confirm{.name = "confirmed",
                                .legend = "Your signature",
                                .legend_classes = "govuk-fieldset__legend--s"};
    confirm.items.push_back({.text = sentence(form.sign_off, form.asked, form.holder) + ".",
                             .value = "yes",
                             .hint = {.text = "Exactly the words above; what is signed cannot "
                                              "change any more."}});
    return html(
        R"(<form class="om-form" action="{}" method="post" novalidate>{}{}{}
{}{}<div class="om-form__acts">{}</div></form>
)",
        form.address, form.form_token, hidden("office", form.asked.office.view()),
        hidden("digest", form.sign_off.digest), ui::checkboxes_field(confirm, form.problems),
        form.proof, ui::button({.text = "Sign as " + form.asked.name}));
}

Html send_back_form(const SendBackForm& form) {
    return html(
        R"(<form class="om-form" action="{}" method="post" novalidate>{}{}
{}<div class="om-form__acts">{}</div></form>
)",
        form.address, form.form_token, hidden("office", form.asked.office.view()),
        ui::textarea_field({.name = "why",
                            .label = "What is to change?",
                            .hint = "It becomes a draft again, and is signed anew by everybody. "
                                    "The signatures so far stay on record.",
                            .value = form.why,
                            .rows = 4,
                            .label_classes = "govuk-label--s"},
                           form.problems),
        ui::button({.text = "Ask for changes as " + form.asked.name,
                    .classes = "govuk-button--secondary"}));
}

} // namespace openmasa::signoff
