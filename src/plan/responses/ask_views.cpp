#include "kernel/text.hpp"
#include "plan/responses/views.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

std::string below(const recommendations::Recommendation& it, std::string_view what) {
    return fmt::format("/recommendations/{}{}{}", it.id.view(), what.empty() ? "" : "/", what);
}

std::string called(const recommendations::Recommendation& it) {
    return it.reference + ": " + it.title;
}

std::string asked_before(const Candidate& one) {
    if (!one.response) return {};
    if (one.response->is_answered())
        return fmt::format(" Answered on {}.", openmasa::spoken(*one.response->answered_on));
    return fmt::format(" Asked on {}, due {}.", openmasa::spoken(one.response->asked_on),
                       openmasa::spoken(one.response->due));
}

/// "Told: Chief Constable. Asked on 1 Dec 2025, due 9 Jan 2026."
std::string hint_of(const Candidate& one) {
    if (!one.can_be_asked()) return std::string(trimmed(asked_before(one)));
    std::vector<std::string> names;
    for (const auto& person : one.people) names.push_back(person.known_as);
    return (names.empty() ? std::string("Nobody with an account: a link goes to an address.")
                          : "Told: " + openmasa::join(names, ", ") + ".") +
           asked_before(one);
}

Html email_of(const AskPage& page, const Candidate& one) {
    if (!one.people.empty() || !one.can_be_asked()) return {};
    const auto name = email_field(one.owner);
    const auto typed = page.typed.emails.find(one.owner.str());
    return ui::text_field({.name = name,
                           .label = "E-mail address for their link",
                           .value = typed == page.typed.emails.end() ? one.email : typed->second,
                           .type = "email"},
                          page.problems);
}

Html owners_field(const AskPage& page) {
    ui::CheckboxesField field{.name = "owner",
                              .legend = "Who is asked?",
                              .hint = "Those that are expected to respond.",
                              .values = page.typed.owners,
                              .legend_classes = "govuk-fieldset__legend--s"};
    for (const auto& one : page.candidates)
        field.items.push_back({.text = one.name,
                               .value = one.owner.str(),
                               .hint = {.text = hint_of(one)},
                               .disabled = !one.can_be_asked(),
                               .conditional = email_of(page, one)});
    return ui::checkboxes_field(field, page.problems);
}

Html nobody_expected(const AskPage& page) {
    return html(
        R"(<p class="govuk-body">{} {}</p>
)",
        page.words.say("No [agency] is expected to respond yet."),
        pages::link(below(page.it, "change"), "Say who is"));
}

/// Those who are told, or those for whom nobody is.
Html open_list(const RemindPage& page, bool is_reached) {
    Html items;
    for (const auto& one : page.open) {
        if (one.is_reached != is_reached) continue;
        const int late = days_late(one.response, page.today);
        append(items, "<li>{}, due {}{}</li>\n", one.response.owner_name,
               openmasa::spoken(one.response.due),
               when(late > 0, html(", {}", pages::missing(counted(late, "day") + " late"))));
    }
    return when(!items.empty(), html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                                     items));
}

} // namespace

Html ask_view(const AskPage& page) {
    const auto head = pages::head({.title = "Ask for their answers",
                                   .sentence = html("Did they accept it, what did they do, how is "
                                                    "it shown? Each answers on one page, in two "
                                                    "minutes."),
                                   .verbs = {},
                                   .facts = {},
                                   .caption = called(page.it)});
    if (page.candidates.empty()) return head + nobody_expected(page);
    const auto fields =
        owners_field(page) +
        pages::day_field("due", "By which day?", "An answer after it is late.", page.typed.due,
                         page.problems) +
        pages::words_field("words", "A sentence of your own",
                           "It stands above the recommendation. No names of children or families. "
                           "It may stay empty.",
                           page.typed.words, page.problems, 3);
    return ui::problems_summary(page.problems) + head +
           pages::form({.address = below(page.it, "ask"),
                        .token = page.token,
                        .version = page.it.version,
                        .fields = fields,
                        .button = "Ask them",
                        .back = below(page.it, "")});
}

Html remind_view(const RemindPage& page) {
    const auto told = open_list(page, true), silent = open_list(page, false);
    const auto head = pages::head({.title = "Remind those who have not answered",
                                   .sentence = {},
                                   .verbs = {},
                                   .facts = {},
                                   .caption = called(page.it)});
    const auto above = ui::problems_summary(page.problems) + head;
    const auto others = when(
        !silent.empty(),
        html(
            R"(<p class="govuk-body">Nobody is reached for these: no account, and no address with a link. {}</p>
{})",
            pages::link(below(page.it, "ask"), "Ask them again, with an address"), silent));
    if (told.empty())
        return above +
               pages::quiet("Nobody is left to remind today: they have answered, or were asked or "
                            "reminded today.") +
               others;
    return above +
           html(
               R"(<p class="govuk-body">These are told once more what they are asked; a link in a mail is sent anew.</p>
{})",
               told) +
           others +
           pages::form({.address = below(page.it, "remind"),
                        .token = page.token,
                        .version = page.it.version,
                        .fields = {},
                        .button = "Remind them",
                        .back = below(page.it, "")});
}

} // namespace openmasa::responses
