// Pages of areas: the register, and what one is with the authorities that it is compared with.
#include "intelligence/loads/views.hpp"
#include "intelligence/tabs.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/summary_list.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

Html name_of(const Area& area) {
    const auto address = address_of(area);
    return address.empty() ? escaped(area.name)
                           : html(R"(<a class="govuk-link" href="{}">{}</a>)", address, area.name);
}

/// Which models of neighbours there are.
Html models(const AreasPage& page) {
    if (page.models.empty()) return {};
    Html items;
    for (const auto& one : page.models)
        append(items, "<li>{}, for {}, from {} on</li>\n", one.model.name,
               counted(one.areas, "authority", "authorities"), spoken_long(one.model.from));
    return html(
        R"(<h2 class="govuk-heading-s">Statistical neighbours</h2><ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
        items);
}

/// In which other models the neighbour is one too.
std::string also_in(const AreaPage& page, const NeighbourSet& set, AreaNumber neighbour) {
    std::vector<std::string> others;
    for (const auto& other : page.neighbours)
        if (other.model.number != set.model.number &&
            std::ranges::find(other.neighbours, neighbour, &Neighbour::area) !=
                other.neighbours.end())
            others.push_back(other.model.name);
    if (page.neighbours.size() < 2) return {};
    return others.empty() ? "Only in this one" : "Also in the " + join(others, " and the ");
}

Html neighbour_row(const AreaPage& page, const NeighbourSet& set, const Neighbour& neighbour,
                   int place) {
    const auto* area = page.book.find(neighbour.area);
    if (!area) return {};
    const auto days = days_of(page.book, *area);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}. {}{}</th><td class="govuk-table__cell" role="cell" data-say="How close:">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        place, name_of(*area),
        when(!days.empty(), html(R"(<span class="om-plan__meta">{}</span>)", days)),
        neighbour.closeness, also_in(page, set, neighbour.area));
}

Html set_section(const AreaPage& page, const NeighbourSet& set) {
    Html rows;
    int place = 0;
    for (const auto& one : set.neighbours) rows += neighbour_row(page, set, one, ++place);
    const auto* force = in_force(page.neighbours, page.today);
    const bool is_in_force = force && force->model.number == set.model.number;
    return html(
        R"(<section class="om-section" aria-labelledby="model-{}"><h2 class="govuk-heading-m" id="model-{}">Statistical neighbours, {}</h2>
<p class="govuk-body">{} {} counts from {} on.</p>
<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Ten statistical neighbours of {}, the closest first, {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Authority</th><th scope="col" class="govuk-table__header" role="columnheader">How close</th><th scope="col" class="govuk-table__header" role="columnheader">In other models</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        set.model.number, set.model.number, set.model.name,
        is_in_force ? "Comparisons use this model." : "A later model is in force.",
        is_in_force ? "It" : "This one", spoken_long(set.model.from), page.area.name,
        set.model.name, rows);
}

} // namespace

std::string codes_of(const Area& area) {
    return area.ons.empty() ? area.dfe : area.dfe.empty() ? area.ons : area.ons + ", " + area.dfe;
}

/// "to 31 Mar 2021, followed by X and Y"; nothing for one that was always there.
std::string days_of(const AreaBook& book, const Area& area) {
    std::string words;
    if (area.from) words = "from " + openmasa::spoken(*area.from);
    if (area.to) words += (words.empty() ? "to " : " to ") + openmasa::spoken(*area.to);
    const auto* life = area.to ? find_area_life(area.ons, area.dfe) : nullptr;
    if (!life) return words;
    std::vector<std::string> after;
    for (const auto code : split(life->followed_by, ' '))
        if (const auto* next = book.with_ons(code)) after.push_back(next->name);
    return after.empty() ? words : words + ", followed by " + join(after, " and ");
}

std::string address_of(const Area& area) {
    const auto& code = area.ons.empty() ? area.dfe : area.ons;
    return code.empty() ? std::string() : "/indicators/areas/" + code;
}

Html areas_view(const AreasPage& page) {
    Html rows;
    ui::SelectField choice{.name = "area", .label = "The partnership's own area", .value = {}};
    choice.items.push_back({.text = "Choose an area", .value = ""});
    auto areas = page.book.all();
    std::ranges::stable_sort(areas, {}, &Area::level);
    for (const auto& area : areas) {
        const auto* within = area.within ? page.book.find(*area.within) : nullptr;
        append(
            rows,
            R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}{}</th><td class="govuk-table__cell" role="cell" data-say="Is:">{}{}</td><td class="govuk-table__cell" role="cell" data-say="Codes:">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
            name_of(area), when(area.is_ours, html(R"( <span class="om-quiet">(ours)</span>)")),
            spoken(area.level), within ? html(", {}", within->name) : Html(), codes_of(area),
            days_of(page.book, area));
        if (area.level == AreaLevel::upper_tier && !area.to && !codes_of(area).empty())
            choice.items.push_back(
                {.text = area.name, .value = area.ons.empty() ? area.dfe : area.ons});
        if (area.is_ours) choice.value = area.ons.empty() ? area.dfe : area.ons;
    }
    const auto form = html(
        R"(<form class="om-form" action="/indicators/areas" method="post" novalidate>{}{}<div class="om-form__acts">{}</div></form>
)",
        page.form_token, ui::select_field(choice, page.problems),
        ui::button({.text = "Keep this area", .classes = "govuk-button--secondary"}));
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = "Areas",
                .sentence = html("{} that figures are about.", counted(std::ssize(areas), "area")),
                .verbs = {},
                .facts = {},
                .caption = {}}) +
           tabs(Tab::areas) + when(page.may_choose, form) + models(page) +
           when(
               page.may_choose,
               html(
                   R"(<p class="om-quiet">Statistical neighbours, and outlines for maps, <a class="govuk-link" href="/indicators/import">are loaded as figures are</a>.</p>
)")) +
           html(
               R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Areas with their codes</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Area</th><th scope="col" class="govuk-table__header" role="columnheader">Is</th><th scope="col" class="govuk-table__header" role="columnheader">Codes</th><th scope="col" class="govuk-table__header" role="columnheader">Was there</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
               rows);
}

Html area_view(const AreaPage& page) {
    const auto& area = page.area;
    const auto* within = area.within ? page.book.find(*area.within) : nullptr;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = std::string(key), .value = value});
    };
    add("Is", escaped(spoken(area.level)));
    add("Lies in", within ? name_of(*within) : Html());
    add("Codes", escaped(codes_of(area)));
    add("Was there", escaped(days_of(page.book, area)));
    Html sections;
    for (const auto& set : page.neighbours) sections += set_section(page, set);
    if (sections.empty() && area.level == AreaLevel::upper_tier)
        sections = html(R"(<p class="govuk-body">No model of statistical neighbours has it.</p>
)");
    const auto figures = ui::button(
        {.text = "Show its figures",
         .href = fmt::format("/indicators?area={}", area.ons.empty() ? area.dfe : area.ons),
         .classes = "govuk-button--secondary"});
    return pages::head({.title = area.name,
                        .sentence = {},
                        .verbs = figures,
                        .facts = {},
                        .caption = "Area"}) +
           ui::summary_list(list) + sections;
}

} // namespace openmasa::intelligence
