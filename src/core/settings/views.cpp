#include "core/settings/views.hpp"
#include "core/settings/colours.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::settings {
namespace {

using Days = std::array<std::string_view, 7>;
constexpr Days day_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                            "Friday", "Saturday", "Sunday"};

/// The bar as it would look, drawn: a page may carry no style of its own.
Html bar_drawn(std::string_view colour, std::string_view partnership) {
    const auto read = colours::read(colour);
    if (!read) return {};
    return html(
        R"(<svg class="om-swatch" width="100%" height="56" role="img" aria-label="The bar in {}"><rect width="100%" height="53" fill="{}"></rect><rect y="53" width="100%" height="3" fill="#e8b84f"></rect><text x="16" y="24" fill="#ffffff" font-size="16" font-weight="600">OpenMASA</text><text x="16" y="43" fill="#ffffff" font-size="14">{}</text></svg>)",
        colour, colours::written(*read), partnership);
}

Html swatch(std::string_view colour) {
    return html(
        R"(<svg width="96" height="20" aria-hidden="true" focusable="false"><rect width="96" height="20" rx="3" fill="{}"></rect></svg>)",
        colour);
}

Html line(std::string_view name, std::string_view label, std::string_view hint,
          const std::string& value, ui::Problems problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          problems);
}

Html names(const Settings& s, ui::Problems problems) {
    Html fields = line("partnership", "The partnership's name", "", s.partnership, problems);
    fields += line("short_name", "Its short name", "As people say it, for example NSCP.",
                   s.short_name, problems);
    fields += line("area", "The area", "For example Norfolk and Waveney.", s.area, problems);
    return fields;
}

Html contacts(const SettingsPage& page) {
    const auto& s = page.settings;
    const ui::Problems problems = page.problems;
    Html fields = line("front_door", "Who takes a worry about a child?",
                       "The front door's name, for example Children's Advice and Duty Service.",
                       s.contacts.front_door, problems);
    fields += line("phone", "Its telephone number", "", s.contacts.phone, problems);
    fields += line("web", "Its web address", "It starts with https://", s.contacts.web, problems);
    fields += line("email", page.words.heading(terms::Word::business_unit) + ", e-mail address",
                   "Shown on the page Help, for questions about the program.", s.contacts.email,
                   problems);
    fields += line("mail_from", "Who are mails from?",
                   "A name only. Empty: the partnership's name.", s.mail_from, problems);
    return fields;
}

Html hours(const OfficeHours& hours, ui::Problems problems) {
    ui::CheckboxesField days{.name = "days",
                             .legend = "On which days is the office open?",
                             .hint = "Clocks in the law do not change with it.",
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-checkboxes--small"};
    for (std::size_t day = 0; day < day_names.size(); ++day) {
        days.items.push_back({.text = day_names[day], .value = std::to_string(day)});
        if (hours.days[day]) days.values.push_back(std::to_string(day));
    }
    return ui::checkboxes_field(days, problems) +
           line("opens", "It opens at", "For example 9am.", hours.opens, problems) +
           line("closes", "It closes at", "For example 5pm.", hours.closes, problems);
}

Html colour(const Settings& s, ui::Problems problems) {
    const auto all = colours::palette();
    const bool named = std::ranges::count(all, s.colour, &colours::Named::colour) > 0;
    ui::RadiosField field{.name = "colour",
                          .legend = "Colour of the bar and the buttons",
                          .value = named ? s.colour : "own",
                          .legend_classes = "govuk-fieldset__legend--s",
                          .classes = "govuk-radios--small"};
    for (const auto& one : all)
        field.items.push_back({.text = html("{} {}", one.name, swatch(one.colour)),
                               .value = std::string(one.colour)});
    field.items.push_back({.text = "Our own", .value = "own"});
    return ui::radios_field(field, problems) +
           line("own_colour", "Our own colour",
                "For example #123a45. White words must be readable on it.",
                named ? std::string() : s.colour, problems);
}

Html part(std::string_view heading, Html fields) {
    return html(R"(<h2 class="govuk-heading-m">{}</h2>
{})",
                heading, fields);
}

Html look(const SettingsPage& page) {
    if (!page.is_look || !page.problems.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="look"><h2 class="govuk-heading-m" id="look">This is how it would look</h2>{}<p class="govuk-body">Nothing has been saved yet.</p></section>
)",
        bar_drawn(page.settings.colour, page.settings.partnership));
}

const std::string* value_of(const audit::Content& content, std::string_view name) {
    for (const auto& [known, value] : content)
        if (known == name) return &value;
    return nullptr;
}

/// What differs from the version before; the first brought everything.
/// The history has it for a key, so that it stays what it is there.
std::string said_name(const terms::Words& words, const std::string& name) {
    return name == "Business unit, e-mail" ? words.say("[Business unit], e-mail") : name;
}

Html changes(const terms::Words& words, const history::Version& newer,
             const history::Version* older) {
    Html list;
    for (const auto& [name, now] : newer.content) {
        const auto* was = older ? value_of(older->content, name) : nullptr;
        if (!older || (was ? *was : "") == now) continue;
        append(list, "<li>{}: <del>{}</del> <ins>{}</ins></li>\n", said_name(words, name),
               was && !was->empty() ? *was : "nothing", now.empty() ? "nothing" : now);
    }
    return list.empty() ? html("<li>{}</li>\n", older ? "Saved as it was." : "First saved.") : list;
}

Html history(const terms::Words& words, const std::vector<history::Version>& versions) {
    if (versions.empty()) return {};
    Html list;
    for (std::size_t at = 0; at < versions.size(); ++at)
        append(list,
               R"(<div class="om-feed__day"><h3>{}</h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
               spoken(versions[at].at),
               changes(words, versions[at], at + 1 < versions.size() ? &versions[at + 1] : nullptr),
               versions[at].who);
    return html(
        R"(<section class="om-section" aria-labelledby="changes"><h2 class="govuk-heading-m" id="changes">History</h2>
<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Every change, {}</span></summary><div class="govuk-details__text"><div class="om-feed om-diff">
{}</div></div></details></section>
)",
        counted(static_cast<int>(versions.size()), "entry", "entries"), list);
}

} // namespace

Html settings_view(const SettingsPage& page) {
    const ui::Problems problems = page.problems;
    const auto& s = page.settings;
    return html(
        R"({}{}{}<form class="om-form" action="/settings" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}{}{}{}<div class="om-form__acts">{}{}</div></form>
{})",
        ui::problems_summary(problems),
        pages::head({.title = "Settings",
                     .sentence = html("What is this partnership's own. A change shows at once on "
                                      "every page.")}),
        look(page), page.form_token, s.version, part("Names", names(s, problems)),
        part("Whom to turn to", contacts(page)), part("Office hours", hours(s.hours, problems)),
        part("Look", colour(s, problems)),
        ui::button({.text = "Save the settings", .name = "do", .value = "save"}),
        ui::button({.text = "See how it looks",
                    .name = "do",
                    .value = "look",
                    .classes = "govuk-button--secondary"}),
        history(page.words, page.versions));
}

} // namespace openmasa::settings
