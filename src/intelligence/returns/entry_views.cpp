#include "intelligence/returns/entry_views.hpp"
#include "intelligence/returns/entry_form.hpp"
#include "intelligence/returns/figure_words.hpp"
#include "intelligence/returns/rules.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// So many returned figures stand on an agency's page.
constexpr std::size_t most_returned = 50;

// --- an agency's page ----------------------------------------------------------------------------

Html sentence(const AgencyReturnPage& page) {
    if (page.form.rows.empty() && page.coming.empty() && page.returned.empty())
        return html("No figures are asked of {}.", page.name);
    const auto late = std::ranges::count_if(page.form.rows, [&](const JudgedFigure& one) {
        return !one.row.now && one.row.due < page.form.today;
    });
    const auto open =
        std::ranges::count_if(page.form.rows, [](const JudgedFigure& one) { return !one.row.now; });
    if (open == 0) return html("Everything that can be returned by now is returned.");
    if (late == open)
        return html("<b>{}</b>.", counted(late, "figure is late", "figures are late"));
    const auto waits = counted(open, "figure waits", "figures wait");
    if (late == 0) return html("{}; none is late.", waits);
    return html("{}; <b>{}</b>.", waits, counted(late, "is late", "are late"));
}

Html refused_rows(const AgencyReturnPage& page) {
    Html items;
    for (const auto& one : page.file.refused)
        append(items, "<li>Line {}{}: {}</li>\n", one.line,
               one.what.empty() ? std::string() : " (" + one.what + ")", one.why);
    return when(!items.empty(),
                html(R"(<p><b>{} left out</b></p><ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                     counted(std::ssize(page.file.refused), "row is", "rows are"), items));
}

/// What a file holds that was read; nothing of it is saved.
Html of_file(const AgencyReturnPage& page) {
    if (page.file_name.empty()) return {};
    const auto same = std::ranges::count(page.form.rows, Change::same, &JudgedFigure::change);
    const auto words =
        page.file.figures.empty()
            ? std::string("It holds no figure.")
            : fmt::format("It holds {}{}. Nothing is saved yet: look at them below, then return "
                          "them.",
                          counted(std::ssize(page.file.figures), "figure"),
                          same == 0 ? std::string()
                                    : fmt::format(", of which {} here already",
                                                  counted(same, "is", "are")));
    return html(
        R"(<section class="govuk-inset-text om-measure" aria-label="The file"><p><b>{}</b></p><p>{}</p>{}</section>
)",
        page.file_name, words, refused_rows(page));
}

Html rows_part(const AgencyReturnPage& page) {
    if (page.form.rows.empty()) return {};
    return entry_form(page.form) +
           when(page.more > 0,
                html(R"(<p class="om-quiet">{} after these.</p>
)",
                     counted(static_cast<long long>(page.more), "more waits", "more wait")));
}

Html file_part(const AgencyReturnPage& page) {
    return pages::section(
        "as-a-file", "As a file instead",
        html(
            R"(<ul class="om-links"><li>Take the file to fill in:</li>
<li><a class="govuk-link govuk-link--no-visited-state" href="{}/template.xlsx">Excel</a></li>
<li><a class="govuk-link govuk-link--no-visited-state" href="{}/template.csv">CSV</a></li></ul>
<form class="om-form" action="{}/file" method="post" enctype="multipart/form-data" novalidate>{}{}<div class="om-form__acts">{}</div></form>
)",
            page.address, page.address, page.address, page.form.form_token,
            ui::file_field({.name = "file",
                            .label = "The file, filled in",
                            .hint = "You see what it holds before anything is saved.",
                            .accept = ".xlsx,.csv"},
                           page.form.problems),
            ui::button({.text = "Look at this file", .classes = "govuk-button--secondary"})));
}

std::string called(const OwedFigure& one) {
    return fmt::format("{}, {}, {}", one.what->indicator.definition.title,
                       openmasa::spoken(one.period), one.area->name);
}

Html returned_part(const AgencyReturnPage& page) {
    Html items;
    const auto number = std::min(page.returned.size(), most_returned);
    for (std::size_t at = 0; at < number; ++at) {
        const auto& one = page.returned[at];
        append(items, R"(<li>{}: <b>{}</b> {} {}</li>
)",
               called(one), said(one.figure->text, one.what->indicator.definition),
               state_tag(one, page.form.today),
               pages::link(fmt::format("{}?correct={}#{}", page.address, to_text(key_of(one)),
                                       to_text(key_of(one))),
                           "Correct it", called(one)));
    }
    if (number < page.returned.size())
        append(items,
               R"(<li>The latest {} of these. <a class="govuk-link" href="{}">All of them</a></li>
)",
               number, page.all_returned);
    return when(
        !items.empty(),
        ui::details({.summary = fmt::format("Returned in the last year ({})", page.returned.size()),
                     .text = html(R"(<ul class="govuk-list om-updates">
{}</ul>)",
                                  items)}));
}

Html coming_part(const AgencyReturnPage& page) {
    Html items;
    for (const auto& one : page.coming)
        append(items, "<li>{}: due {}</li>\n", called(one), openmasa::spoken(one.due));
    return when(!items.empty(),
                ui::details({.summary = fmt::format("Asked for next ({})", page.coming.size()),
                             .text = html(R"(<ul class="govuk-list om-updates">
{}</ul>)",
                                          items)}));
}

// --- a single figure -----------------------------------------------------------------------------

Html choose_figure(const SingleEntryPage& page) {
    ui::SelectField area{.name = "area", .label = "Area", .value = page.area};
    for (const auto* one : page.areas)
        area.items.push_back({.text = one->name, .value = one->ons.empty() ? one->dfe : one->ons});
    return html(
        R"(<form class="om-form" method="get" action="/indicators/{}/enter" novalidate>{}{}<div class="om-form__acts">{}</div></form>
)",
        page.what->indicator.id, ui::select_field(area, page.form.problems),
        ui::text_field({.name = "period",
                        .label = "Period",
                        .hint = "As people write it: April 2026, Q1 2026-27, 2025-26",
                        .value = page.period,
                        .classes = "govuk-input--width-20"},
                       page.form.problems),
        ui::button({.text = "Enter this figure", .classes = "govuk-button--secondary"}));
}

} // namespace

Html agency_return_view(const AgencyReturnPage& page) {
    return ui::problems_summary(page.form.problems) +
           pages::head({.title = "Return figures",
                        .sentence = sentence(page),
                        .verbs = {},
                        .facts = {},
                        .caption = page.name}) +
           of_file(page) + rows_part(page) + returned_part(page) + coming_part(page) +
           when(!page.form.rows.empty() || !page.returned.empty(), file_part(page));
}

Html single_entry_view(const SingleEntryPage& page) {
    const auto& is = page.what->indicator.definition;
    return ui::problems_summary(page.form.problems) +
           pages::head({.title = "Enter a figure",
                        .sentence = {},
                        .verbs = {},
                        .facts = {html("{}", openmasa::intelligence::spoken(
                                                 page.what->rule.frequency, is.year))},
                        .caption = is.title}) +
           choose_figure(page) +
           (page.form.rows.empty() ? Html()
                                   : html(R"(<div class="om-section">{}</div>
)",
                                          entry_form(page.form)));
}

} // namespace openmasa::intelligence
