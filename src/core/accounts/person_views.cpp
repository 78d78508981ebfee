#include "core/accounts/person_views.hpp"
#include "core/accounts/person_register.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

using Owners = std::map<std::string, std::string>;

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

/// As people read it: an agency by its name, a day as it is spoken.
std::string value_in(const history::Version& version, std::string_view key, const Owners& owners) {
    const auto found = std::ranges::find(
        version.content, key, [](const auto& pair) { return std::string_view(pair.first); });
    if (found == version.content.end()) return {};
    if (key == "agency")
        if (const auto owner = owners.find(found->second); owner != owners.end())
            return owner->second;
    const auto day = key == "left_on" ? day_from_iso(found->second) : std::nullopt;
    return day ? spoken(*day) : found->second;
}

Html changes(const history::Version& newer, const history::Version& older, const Owners& owners,
             const terms::Words& words) {
    Html items;
    for (const auto& column : person_register.columns) {
        const auto was = value_in(older, column.key, owners),
                   now = value_in(newer, column.key, owners);
        if (was == now) continue;
        append(
            items,
            R"(<li><b class="om-strong">{}:</b> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></li>
)",
            words.say(column.label), escaped_lines(was.empty() ? "nothing" : was),
            escaped_lines(now.empty() ? "nothing" : now));
    }
    return items;
}

Html version_of(const history::Version& newer, const history::Version* older, const Owners& owners,
                const terms::Words& words) {
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(newer.at)), london_time(newer.at),
        older ? changes(newer, *older, owners, words) : html("<li>Written down.</li>"), newer.who);
}

Html history(const DetailsPage& page) {
    if (page.versions.empty()) return {};
    Html items;
    const auto& versions = page.versions;
    for (std::size_t at = 0; at < versions.size(); ++at)
        items += version_of(versions[at], at + 1 < versions.size() ? &versions[at + 1] : nullptr,
                            page.owners, page.words);
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">Every change</h2>
<div class="om-feed">
{}</div></section>
)",
        items);
}

Html sentence_of(const PersonDetails& person) {
    if (!person.account) return html("They have no account.");
    return html(
        R"(They sign in as {}{}: <a class="govuk-link" href="/people/{}">roles and sessions</a>.)",
        person.signs_in_as, person.account_state == "ended" ? ", which has ended" : "",
        *person.account);
}

Html meanwhile(const DetailsForm& page) {
    if (page.meanwhile.size() < 2) return {};
    const auto& newest = page.meanwhile.front();
    return html(
        R"(<section class="om-missing om-diff" aria-labelledby="meanwhile"><h2 id="meanwhile">Saved by {} at {}</h2>
<ul class="govuk-list">
{}</ul><p>What you typed is below, as you left it. Put the two together, then save.</p></section>
)",
        newest.who, london_time(newest.at),
        changes(newest, page.meanwhile.back(), page.owners, page.words));
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
           facts(page.person, page.words) + history(page);
}

Html details_form(const DetailsForm& page) {
    return html(
        R"({}{}{}<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = page.title, .sentence = {}, .verbs = {}, .facts = {}, .caption = {}}),
        meanwhile(page), page.address, page.form_token, page.version,
        registers::form_fields(person_register, page.names, page.typed, page.problems),
        ui::button({.text = "Save these details"}), page.back);
}

} // namespace openmasa::accounts
