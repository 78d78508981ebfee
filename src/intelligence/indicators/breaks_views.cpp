#include "intelligence/indicators/breaks.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

std::string address_of(const BreaksPage& page, std::string_view below) {
    return fmt::format("/indicators/{}{}", page.indicator.id.view(), below);
}

std::string code_on(const BreaksPage& page) {
    return page.area ? code_of(*page.area) : std::string();
}

/// So that whoever came from an area's chart stays with it.
Html area_kept(const BreaksPage& page) {
    return html(R"(<input type="hidden" name="area" value="{}">)", code_on(page));
}

Html take_away_form(const BreaksPage& page, const ChartBreak& one, const std::string& period) {
    return html(
        R"(<form class="om-inline" action="{}" method="post">{}{}<input type="hidden" name="version" value="{}"><input type="hidden" name="period" value="{}"><input type="hidden" name="of" value="{}"><button type="submit" class="om-linkbutton">Take it away<span class="govuk-visually-hidden">: {}</span></button></form>)",
        address_of(page, "/breaks/take-away"), page.form_token, area_kept(page),
        page.indicator.version, one.period, one.area ? std::to_string(*one.area) : std::string(),
        period);
}

Html row_of(const BreaksPage& page, const BreaksPage::Row& row) {
    const auto period = FigurePeriod::from_number(row.it.period);
    const auto from = period ? spoken(*period) : std::string();
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell" data-say="Where:">{}</td><td class="govuk-table__cell" role="cell" data-say="Why:">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        from, row.area.empty() ? std::string("Every area") : row.area, row.it.reason,
        take_away_form(page, row.it, from));
}

Html table_of(const BreaksPage& page) {
    if (page.rows.empty()) return pages::quiet("They go on unbroken so far.");
    Html rows;
    for (const auto& row : page.rows) rows += row_of(page, row);
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Where its charts begin anew</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">From</th><th scope="col" class="govuk-table__header" role="columnheader">Where</th><th scope="col" class="govuk-table__header" role="columnheader">Why</th><td class="govuk-table__header" role="columnheader"><span class="govuk-visually-hidden">What to do</span></td></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        rows);
}

Html where_field(const BreaksPage& page) {
    std::vector<ui::Choice> items = {
        {.text = "Everywhere",
         .value = "everywhere",
         .hint = {.text = "What is counted changed, or how it is counted."}}};
    if (page.area)
        items.push_back({.text = fmt::format("In {} alone", page.area->name),
                         .value = "here",
                         .hint = {.text = "Something changed there for good: a new front door, "
                                          "another way of recording. Other areas' charts go on."}});
    return ui::radios_field({.name = "where",
                             .legend = "Where",
                             .value = page.said.where,
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            page.problems);
}

Html fields_of(const BreaksPage& page) {
    return area_kept(page) +
           pages::line_field("from", "From",
                             "A period as the figures have it: 2020, 2019-20, April 2020.",
                             page.said.from, page.problems) +
           where_field(page) +
           pages::words_field("reason", "What changed", "It is said under the chart.",
                              page.said.reason, page.problems, 2);
}

} // namespace

Html breaks_view(const BreaksPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Where its charts begin anew",
                        .sentence = html("Mean and limits are worked out of the figures since, and "
                                         "no line is drawn across."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.indicator.definition.title}) +
           table_of(page) +
           pages::section("another", "Begin them anew from a period on",
                          pages::form({.address = address_of(page, "/breaks"),
                                       .token = page.form_token,
                                       .version = page.indicator.version,
                                       .fields = fields_of(page),
                                       .button = "Begin them anew",
                                       .back = address_of(page, "?area=" + code_on(page))}));
}

} // namespace openmasa::intelligence
