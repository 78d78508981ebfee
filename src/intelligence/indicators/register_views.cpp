#include "intelligence/indicators/control_drawing.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/views.hpp"
#include "intelligence/tabs.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

Html row_of(const RegisterRow& row, const Area& area) {
    const auto& is = row.indicator.definition;
    const auto said = latest_says(row.chart);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link" href="/indicators/{}?area={}">{}</a><span class="om-plan__meta">{}</span></th><td class="govuk-table__cell govuk-table__cell--numeric om-related__latest" role="cell"><b class="om-strong">{}</b></td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell om-related__say" role="cell">{}</td></tr>
)",
        row.indicator.id, code_of(area), is.title,
        fmt::format("{}{}{}", is.unit, is.unit.empty() ? "" : ", ",
                    row.period ? spoken(*row.period) : std::string()),
        shown(row.latest, is.decimals), spark(row.chart),
        html(R"(<span class="om-says">{}<b>{}</b></span>)", sign(said.mark), said.head));
}

Html theme_section(std::string_view theme, int number, const Html& rows) {
    return html(
        R"(<section class="om-section" aria-labelledby="theme-{}"><h2 class="govuk-heading-m" id="theme-{}">{}</h2>
<table class="govuk-table om-stack om-related" role="table"><caption class="govuk-visually-hidden">Indicators: {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Indicator</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Latest</th><th scope="col" class="govuk-table__header" role="columnheader">Years</th><th scope="col" class="govuk-table__header" role="columnheader">What it says</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        number, number, theme, theme, rows);
}

Html themes(const RegisterPage& page) {
    Html sections, rows;
    int number = 0;
    for (std::size_t at = 0; at < page.rows.size(); ++at) {
        const auto& theme = page.rows[at].indicator.definition.theme;
        rows += row_of(page.rows[at], *page.area);
        const bool is_last =
            at + 1 == page.rows.size() || page.rows[at + 1].indicator.definition.theme != theme;
        if (!is_last) continue;
        sections += theme_section(theme, ++number, rows);
        rows = {};
    }
    return sections;
}

/// Nothing was loaded yet.
bool is_bare(const RegisterPage& page) {
    return page.rows.empty() && page.without == 0;
}

Html sentence(const RegisterPage& page) {
    if (is_bare(page))
        return page.may_load
                   ? html("None yet. Load the files that the Department for Education and "
                          "Fingertips publish.")
                   : html("None yet. An analyst loads them.");
    if (!page.area) return html("Choose an area to see its figures.");
    if (page.rows.empty()) return html("There are no figures of {} yet.", page.area->name);
    std::size_t unusual = 0;
    for (const auto& row : page.rows)
        unusual +=
            !row.chart.empty() && row.chart.latest().verdict.rule != statistics::Rule::common_cause;
    return html("<b>{} of {}</b>: {}.", counted(std::ssize(page.rows), "indicator"),
                page.area->name,
                unusual == 0 ? std::string("nothing unusual in the latest figures")
                             : fmt::format("the latest figure is unusual in {}", unusual));
}

} // namespace

Html register_view(const RegisterPage& page) {
    const auto without =
        page.without > 0
            ? html(R"(<p class="om-quiet">{} without a figure of everybody in this area.</p>
)",
                   counted(static_cast<long long>(page.without), "more indicator is",
                           "more indicators are"))
            : Html();
    return pages::head({.title = "Figures",
                        .sentence = sentence(page),
                        .verbs = when(page.may_load, ui::button({.text = "Load figures",
                                                                 .href = "/indicators/import"})),
                        .facts = {},
                        .caption = {}}) +
           tabs(Tab::indicators) +
           (is_bare(page) ? Html() : area_choice(page.book, page.area, "/indicators", {})) +
           (page.area ? themes(page) : Html()) + without;
}

} // namespace openmasa::intelligence
