#include "core/accounts/person_views.hpp"
#include "core/accounts/person_register.hpp"
#include "core/registers/history_views.hpp"
#include "core/registers/local.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

Html facts(const PersonDetails& person, const terms::Words& words) {
    ui::SummaryList list;
    const auto add = [&](std::string key, const std::string& value) {
        list.rows.push_back({.key = std::move(key),
                             .value = value.empty()
                                          ? html(R"(<span class="om-quiet">Nothing</span>)")
                                          : escaped_lines(value)});
    };
    add(words.heading(terms::Word::agency), person.agency_name);
    add("Position", person.position);
    add("E-mail", person.email);
    add("Telephone", person.telephone);
    add("Left on", person.left_on ? spoken(*person.left_on) : "");
    return ui::summary_list(list);
}

Html sentence_of(const PersonDetails& person) {
    if (!person.account) return html("They have no account.");
    return html(
        R"(They sign in as {}{}: <a class="govuk-link" href="/people/{}">roles and sessions</a>.)",
        person.signs_in_as, person.account_state == "ended" ? ", which has ended" : "",
        *person.account);
}

} // namespace

Html details_view(const DetailsPage& page) {
    const auto change =
        ui::button({.text = "Change these details",
                    .href = fmt::format("/people/details/{}/change", page.person.id.view()),
                    .classes = "govuk-button--secondary"});
    return pages::head({.title = page.person.name,
                        .sentence = sentence_of(page.person),
                        .verbs = change,
                        .facts = {},
                        .caption = "Person"}) +
           facts(page.person, page.words) +
           registers::history_view(*registers::LocalRegister(person_register, page.words),
                                   page.versions, page.names);
}

} // namespace openmasa::accounts
