#include "intelligence/indicators/control_drawing.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/views.hpp"
#include "intelligence/tabs.hpp"
#include "kernel/text.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// The unit, and the source where another indicator has the same name.
std::string beside_title(const RegisterPage& page, const Definition& is, std::string_view more) {
    const auto alike = [&](const Definition& other) {
        return other.title == is.title && (other.source != is.source || other.code != is.code);
    };
    const bool has_namesake =
        std::ranges::any_of(
            page.rows, [&](const RegisterRow& row) { return alike(row.indicator.definition); }) ||
        std::ranges::any_of(page.rest, [&](const Indicator& one) { return alike(one.definition); });
    std::vector<std::string> parts;
    for (auto part :
         {std::string(has_namesake ? spoken(is.source) : ""), is.unit, std::string(more)})
        if (!part.empty()) parts.push_back(std::move(part));
    return join(parts, ", ");
}

Html row_of(const RegisterPage& page, const RegisterRow& row) {
    const auto& is = row.indicator.definition;
    const auto said = latest_says(row.chart);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link" href="/indicators/{}?area={}">{}</a><span class="om-plan__meta">{}</span></th><td class="govuk-table__cell govuk-table__cell--numeric om-related__latest" role="cell"><b class="om-strong">{}</b></td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell om-related__say" role="cell">{}</td></tr>
)",
        row.indicator.id, code_of(*page.area), is.title,
        beside_title(page, is, row.period ? spoken(*row.period) : std::string()),
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
    std::vector<const RegisterRow*> shown_rows;
    for (const auto& row : page.rows)
        if (page.shows != RegisterShows::unusual || is_unusual(row)) shown_rows.push_back(&row);
    Html sections, rows;
    int number = 0;
    for (std::size_t at = 0; at < shown_rows.size(); ++at) {
        const auto& theme = shown_rows[at]->indicator.definition.theme;
        rows += row_of(page, *shown_rows[at]);
        const bool is_last =
            at + 1 == shown_rows.size() || shown_rows[at + 1]->indicator.definition.theme != theme;
        if (!is_last) continue;
        sections += theme_section(theme, ++number, rows);
        rows = {};
    }
    return sections;
}

/// The register of the same area, with other indicators.
std::string address_of(const RegisterPage& page, std::string_view which) {
    return fmt::format("/indicators?area={}&words={}&which={}",
                       page.area ? code_of(*page.area) : "", http::percent_encoded(page.words),
                       which);
}

Html link_to(const RegisterPage& page, std::string_view which, const std::string& words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                address_of(page, which), words);
}

/// Indicators without a figure: their definitions can be read all the same.
Html those_without(const RegisterPage& page) {
    const auto number = std::ssize(page.rest);
    if (number == 0 || page.shows == RegisterShows::unusual) return {};
    const auto words =
        page.area ? counted(number, "more indicator is without a figure of everybody in this area",
                            "more indicators are without a figure of everybody in this area")
                  : counted(number, "indicator");
    if (page.shows != RegisterShows::all)
        return html("<p class=\"om-quiet\">{}. {}.</p>\n", words,
                    link_to(page, "all", number == 1 ? "Show it" : "Show them"));
    Html items;
    for (const auto& one : page.rest)
        append(
            items,
            R"(<li><a class="govuk-link" href="/indicators/{}">{}</a><span class="om-plan__meta">{}</span></li>
)",
            one.id, one.definition.title, beside_title(page, one.definition, one.definition.theme));
    return html(
        R"(<section class="om-section" aria-labelledby="without"><h2 class="govuk-heading-m" id="without">Without a figure here</h2>
<p class="om-quiet">{}.</p><ul class="govuk-list govuk-list--spaced">
{}</ul></section>
)",
        words, items);
}

Html unusual_words(const RegisterPage& page) {
    const auto unusual = std::ranges::count_if(page.rows, is_unusual);
    if (unusual == 0) return html("nothing unusual in the latest figures");
    const auto words = fmt::format("the latest figure is unusual in {}", unusual);
    return page.shows == RegisterShows::unusual
               ? html("{}; {}", words, link_to(page, "", "show the others, too"))
               : link_to(page, "unusual", words);
}

Html sentence(const RegisterPage& page) {
    if (page.is_bare)
        return page.may_load
                   ? html("None yet. Load the files that the Department for Education and "
                          "Fingertips publish.")
                   : html("None yet. An analyst loads them.");
    if (page.rows.empty() && page.rest.empty()) return html("No indicator says “{}”.", page.words);
    if (!page.area) return html("Choose an area to see its figures.");
    if (page.rows.empty())
        return page.words.empty()
                   ? html("There are no figures of {} yet.", page.area->name)
                   : html("There are no figures of {} for “{}”.", page.area->name, page.words);
    const auto said = page.words.empty() ? std::string() : fmt::format(" for “{}”", page.words);
    return html("<b>{} of {}</b>{}: {}.", counted(std::ssize(page.rows), "indicator"),
                page.area->name, said, unusual_words(page));
}

Html choice(const RegisterPage& page) {
    const auto hidden = when(page.shows == RegisterShows::all,
                             html(R"(<input type="hidden" name="which" value="all">)"));
    return area_choice(page.book, page.area, "/indicators",
                       hidden + ui::text_field({.name = "words",
                                                .label = "Words in an indicator",
                                                .value = page.words,
                                                .type = "search",
                                                .autocomplete = "off"}),
                       "Show these");
}

} // namespace

bool is_unusual(const RegisterRow& row) {
    return !row.chart.empty() && row.chart.latest().verdict.rule != statistics::Rule::common_cause;
}

Html register_view(const RegisterPage& page) {
    return pages::head({.title = "Figures",
                        .sentence = sentence(page),
                        .verbs = when(page.may_load, ui::button({.text = "Load figures",
                                                                 .href = "/indicators/import"})),
                        .facts = {},
                        .caption = {}}) +
           tabs(Tab::indicators) + (page.is_bare ? Html() : choice(page)) +
           (page.area ? themes(page) : Html()) + those_without(page);
}

} // namespace openmasa::intelligence
