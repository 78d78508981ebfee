#include "intelligence/indicators/define_views.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

Html line(const DefinePage& page, std::string_view name, std::string_view label,
          std::string_view hint, const std::string& value, std::string_view classes = {}) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .classes = std::string(classes)},
                          page.problems);
}

Html choice(const DefinePage& page, std::string_view name, std::string_view legend,
            const std::string& value, std::vector<ui::Choice> items) {
    return ui::radios_field({.name = std::string(name),
                             .legend = legend,
                             .value = value,
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            page.problems);
}

// --- what every indicator says -------------------------------------------------------------------

Html name_fields(const DefinePage& page) {
    const auto& said = page.said;
    return line(page, "title", "Called", "", said.title) +
           line(page, "theme", "Theme", "The heading under which it stands in the register.",
                said.theme) +
           ui::textarea_field(
               {.name = "counts", .label = "What it counts", .value = said.counts, .rows = 3},
               page.problems);
}

Html look_fields(const DefinePage& page) {
    const auto& said = page.said;
    return line(page, "unit", "Unit", "For example: per 10,000 children", said.unit) +
           ui::text_field({.name = "decimals",
                           .label = "Decimals to show",
                           .hint = page.is_own ? "0 to 6; nothing shows as many as there are."
                                               : "0 to 6; nothing shows as many as were published.",
                           .value = said.decimals,
                           .input_mode = "numeric",
                           .classes = "govuk-input--width-3"},
                          page.problems) +
           choice(page, "polarity", "Which way is better", said.polarity,
                  {{.text = "High", .value = "high"},
                   {.text = "Low", .value = "low"},
                   {.text = "Neither by itself", .value = "none"}});
}

// --- how one of the partnership's own is worked out and asked for --------------------------------

Html part_fields(const DefinePage& page) {
    const auto& own = page.said.own;
    return choice(page, "measure", "What kind of number", own.measure,
                  {{.text = "A number of something", .value = "number"},
                   {.text = "A percentage", .value = "percentage"},
                   {.text = "A rate per so many", .value = "rate"},
                   {.text = "An average", .value = "average"}}) +
           line(page, "numerator", "Above the line",
                "Not for a number. For example: referrals that were made again within 12 months",
                own.numerator) +
           line(page, "denominator", "Below the line", "For example: all referrals",
                own.denominator) +
           line(page, "per", "Of a rate: per how many", "For example: 10,000", own.per,
                "govuk-input--width-10");
}

Html asked_fields(const DefinePage& page) {
    const auto& own = page.said.own;
    std::vector<ui::SelectItem> often;
    for (auto& one : all_often()) often.push_back({.text = one.words, .value = one.value});
    return ui::select_field({.name = "often",
                             .label = "How often",
                             .value = own.often,
                             .items = std::move(often)},
                            page.problems) +
           line(page, "due", "By when",
                "Days after the period ends, like 15; a day of the month after, like 20th; a day "
                "of the year, like 31 July.",
                page.said.due, "govuk-input--width-10") +
           choice(page, "asked_of", "Of which areas", own.asked_of,
                  {{.text = "The whole area", .value = "whole"},
                   {.text = "Each district", .value = "district"},
                   {.text = "Each locality", .value = "locality"}}) +
           line(page, "from", "Asked for from", "Periods that begin on this day or later.",
                own.from, "govuk-input--width-20") +
           line(page, "to", "To, if it ends", "Periods that end by this day.", own.to,
                "govuk-input--width-20");
}

std::string name_of(const DefinePage& page, const std::optional<OwnerId>& owner) {
    const auto found = std::ranges::find_if(
        page.owners, [&](const access::Owner& one) { return owner == one.id; });
    return found == page.owners.end() ? "nobody" : found->name;
}

Html owned_before(const DefinePage& page) {
    Html items;
    for (const auto& one : page.owned)
        append(items, "<li>From {}: {}</li>\n", openmasa::spoken(one.from),
               name_of(page, one.owner));
    return when(page.owned.size() > 1, html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                                            items));
}

Html owner_fields(const DefinePage& page) {
    std::vector<ui::SelectItem> items = {{.text = "Nobody", .value = ""}};
    for (const auto& one : page.owners) items.push_back({.text = one.name, .value = one.id.str()});
    return ui::select_field(
               {.name = "owner",
                .label = page.words.heading(terms::Word::agency) + " that answers for it",
                .hint = page.is_own ? "Its people return the figures." : "",
                .value = page.said.owner.owner,
                .items = std::move(items)},
               page.problems) +
           owned_before(page) +
           when(!page.is_new,
                line(page, "owner_from", "If that changes: from",
                     "Figures of periods that end on this day or later are then theirs; nothing "
                     "means today.",
                     page.said.owner.from, "govuk-input--width-20"));
}

Html heading(std::string_view words) {
    return html(R"(<h2 class="govuk-heading-m">{}</h2>
)",
                words);
}

Html fields_of(const DefinePage& page) {
    auto fields = name_fields(page) + when(page.is_own, part_fields(page)) + look_fields(page);
    fields += page.is_own ? heading("When its figures are asked for") + asked_fields(page)
                          : line(page, "due", "Next due", "", page.said.due);
    fields += owner_fields(page);
    fields += ui::textarea_field(
        {.name = "caveats", .label = "Caveats", .value = page.said.caveats, .rows = 3},
        page.problems);
    return fields;
}

Html verb(const DefinePage& page, std::string_view text, std::string_view below) {
    return ui::button({.text = std::string(text),
                       .href = page.address + std::string(below),
                       .classes = "govuk-button--secondary"});
}

} // namespace

DefineIndicator as_it_stands(const Indicator& indicator, const ReturnDuty& duty) {
    const auto& is = indicator.definition;
    DefineIndicator said{.id = indicator.id,
                         .version = indicator.version,
                         .title = is.title,
                         .theme = is.theme,
                         .counts = is.counts,
                         .unit = is.unit,
                         .decimals = is.decimals ? std::to_string(*is.decimals) : std::string(),
                         .polarity = std::string(statistics::to_text(is.polarity)),
                         .due = duty.rule ? typed_as(duty.rule->due) : is.due,
                         .caveats = is.caveats};
    if (!duty.owners.empty() && duty.owners.back().owner)
        said.owner.owner = duty.owners.back().owner->str();
    said.own = as_it_stands(is, duty.rule);
    return said;
}

Html define_view(const DefinePage& page) {
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = page.is_new ? "Add an indicator of your own" : "What the indicator means",
                .sentence = {},
                .verbs = when(page.is_own && !page.is_new, verb(page, "Enter a figure", "/enter")) +
                         when(!page.is_new, verb(page, "Begin charts anew", "/breaks")),
                .facts = {},
                .caption = {}}) +
           html(
               R"(<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
               page.address + (page.is_new ? "/add" : "/define"), page.form_token,
               page.said.version, fields_of(page),
               ui::button({.text = page.is_new ? "Add this indicator" : "Keep what it means"}),
               page.is_new ? std::string("/returns") : page.address);
}

} // namespace openmasa::intelligence
