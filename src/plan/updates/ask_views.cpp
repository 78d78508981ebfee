#include "plan/updates/ask_views.hpp"
#include "kernel/text.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

std::string hint_of(const Candidate& one) {
    auto text = fmt::format("{} open", counted(one.open, "action"));
    if (one.silent) text += fmt::format(", {} without an update for a quarter", one.silent);
    if (one.late) text += fmt::format(", {} late", one.late);
    return text;
}

Html owners_field(const ChoosePage& page) {
    ui::CheckboxesField field{.name = "owner",
                              .legend = "Who is asked?",
                              .hint =
                                  "Ticked are those with something silent for a quarter, or due "
                                  "within 60 days.",
                              .values = page.typed.owners,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto& one : page.candidates)
        field.items.push_back(
            {.text = one.name, .value = one.owner.str(), .hint = {.text = hint_of(one)}});
    return ui::checkboxes_field(field, page.problems);
}

Html day_field(const ChoosePage& page, const char* name, const char* label,
               const std::string& value) {
    return ui::text_field(
        {.name = name, .label = label, .value = value, .classes = "govuk-input--width-10"},
        page.problems);
}

Html which_field(const ChoosePage& page) {
    return ui::radios_field(
        {.name = "which",
         .legend = "About which of their actions?",
         .value = page.typed.which,
         .items = {{.text = "All that are open", .value = "open"},
                   {.text = "Those without an update since a day",
                    .value = "silent",
                    .conditional = day_field(page, "since", "Since", page.typed.since)},
                   {.text = "Those due by a day",
                    .value = "due",
                    .conditional = day_field(page, "by", "By", page.typed.by)}},
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--small"},
        page.problems);
}

Html hidden(std::string_view name, std::string_view value) {
    return html(R"(<input type="hidden" name="{}" value="{}">
)",
                name, value);
}

Html hidden_choice(const Choice& choice) {
    Html fields;
    for (const auto& owner : choice.owners) fields += hidden("owner", owner);
    return fields + hidden("which", choice.which) + hidden("since", choice.since) +
           hidden("by", choice.by) + hidden("answer_by", choice.answer_by);
}

/// "Chief Constable, about 4 actions".
Html told(const Party& party) {
    Html people;
    for (const auto& one : party.people)
        append(people, "<li>{}, about {}</li>\n", one.known_as, counted(one.actions, "action"));
    return html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                people);
}

Html not_told(const CheckPage& page, const Party& party) {
    if (party.by_link == 0)
        return html(
            R"(<p class="govuk-body">Nobody who may read these actions has an account. They are not asked.</p>
)");
    const auto typed = page.emails.find(party.owner.str());
    return ui::text_field(
        {.name = email_field(party.owner),
         .label = html("Nobody has an account. Where shall a link be sent?"),
         .hint = "The office's e-mail address. The link opens these actions alone, without an "
                 "account. Leave it empty to leave them out.",
         .value = typed == page.emails.end() ? "" : typed->second,
         .autocomplete = "off"},
        page.problems);
}

Html party_part(const CheckPage& page, const Party& party) {
    return html(
        R"(<section class="om-update"><h2 class="govuk-heading-s">{} <span class="om-quiet">{}</span></h2>
{}</section>
)",
        party.name, counted(int(party.actions.size()), "action"),
        party.people.empty() ? not_told(page, party) : told(party));
}

std::string sentence_of(const CheckPage& page) {
    const int people = people_in(page.parties);
    const auto who = people == 0 ? std::string("Nobody with an account will be written to")
                                 : fmt::format("{} will be written to, once each",
                                               counted(people, "person", "people"));
    return fmt::format("{}. Answers are wanted by {}.", who,
                       spoken_with_weekday(answer_by(page.choice)));
}

} // namespace

Html choose_view(const ChoosePage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Ask for updates",
                        .sentence = escaped("Each person gets one mail, and answers for all of "
                                            "their actions on one page."),
                        .caption = page.plan.title}) +
           html(
               R"(<form class="om-form" action="/plans/{}/updates/check" method="get" novalidate>
{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="/plans/{}/updates">Ask nobody</a></div></form>
)",
               page.plan.id, owners_field(page), which_field(page),
               ui::text_field(
                   {.name = "answer_by",
                    .label = "Answers are wanted by",
                    .hint = "Ten working days from today, unless you choose another day.",
                    .value = page.typed.answer_by,
                    .label_classes = "govuk-label--s",
                    .classes = "govuk-input--width-10"},
                   page.problems),
               ui::button({.text = "Look at who will be asked"}), page.plan.id);
}

Html check_view(const CheckPage& page) {
    Html parts;
    for (const auto& party : page.parties) parts += party_part(page, party);
    const auto back =
        fmt::format("/plans/{}/updates/ask{}", page.plan.id.view(), query_of(page.choice));
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Who will be asked",
                        .sentence = escaped(sentence_of(page)),
                        .caption = page.plan.title}) +
           html(
               R"(<form class="om-form" action="/plans/{}/updates" method="post" novalidate>{}{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Choose others</a></div></form>
)",
               page.plan.id, page.form_token, hidden_choice(page.choice), parts,
               ui::textarea_field({.name = "words",
                                   .label = "A sentence of your own",
                                   .hint = "It stands above their actions. No names of children or "
                                           "families. It can stay empty.",
                                   .value = page.typed_words,
                                   .rows = 3,
                                   .label_classes = "govuk-label--s"},
                                  page.problems),
               ui::button({.text = "Send the request"}), back);
}

std::string query_of(const Choice& choice) {
    std::string query = "?which=" + http::percent_encoded(choice.which);
    for (const auto& owner : choice.owners) query += "&owner=" + http::percent_encoded(owner);
    for (const auto& [name, value] :
         {std::pair{"since", &choice.since}, {"by", &choice.by}, {"answer_by", &choice.answer_by}})
        query += fmt::format("&{}={}", name, http::percent_encoded(*value));
    return query;
}

} // namespace openmasa::updates
