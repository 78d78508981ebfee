#include "core/registers/rows_table.hpp"
#include "core/registers/selection.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/tag.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

Html cell_of(const RowsTable& table, std::size_t at, const Cells& row) {
    return table.cell ? table.cell(at, row) : shown_cell(table.which.columns[at], row[at]);
}

/// The column that leads to the row's page and heads the row.
std::size_t heading_of(const RowsTable& table) {
    const auto found = std::ranges::find_if(
        table.columns, [&](std::size_t at) { return table.which.columns[at].names_row; });
    return found == table.columns.end() ? table.columns.front() : *found;
}

Html heading_cell(const RowsTable& table, std::size_t at, const Cells& row) {
    const bool leads = table.leads_to_pages && table.which.page_of;
    const auto address = leads ? table.which.page_of(row) : std::string();
    const auto inside = row[at].empty() ? html("Nothing") : cell_of(table, at, row);
    const auto content =
        address.empty()
            ? inside
            : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                   address, inside);
    return html(R"(<th scope="row" class="govuk-table__header" role="rowheader">{}</th>)", content);
}

Html head_of(const RowsTable& table) {
    Html heads;
    for (auto at : table.columns)
        append(heads, R"(<th scope="col" class="govuk-table__header" role="columnheader">{}</th>)",
               table.head ? table.head(at) : escaped(table.which.columns[at].label));
    return heads;
}

void append_row(Html& to, const RowsTable& table, const Cells& row) {
    const auto heading = heading_of(table);
    append(to, R"(<tr class="govuk-table__row" role="row">)");
    for (auto at : table.columns)
        if (at == heading)
            append(to, "{}", heading_cell(table, at, row));
        else
            append(to, R"(<td class="govuk-table__cell" role="cell" data-say="{}:">{}</td>)",
                   table.which.columns[at].label, cell_of(table, at, row));
    append(to, "</tr>\n");
}

} // namespace

Html rows_table(const RowsTable& table, const std::vector<Cells>& rows) {
    if (table.columns.empty()) return {};
    Html body;
    for (const auto& row : rows) append_row(body, table, row);
    return html(
        R"(<div class="om-wide" role="region" aria-label="{}" tabindex="0"><table class="govuk-table om-stack om-chosen" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></div>
)",
        table.caption, table.caption, head_of(table), body);
}

Html shown_cell(const Column& column, const std::string& cell) {
    if (cell.empty())
        return html(
            R"(<span class="om-quiet"><span aria-hidden="true">&ndash;</span><span class="govuk-visually-hidden">Nothing</span></span>)");
    const auto choice = std::ranges::find(column.choices, cell, &Choice::value);
    if (choice != column.choices.end() && choice->is_late)
        return ui::tag({.text = choice->label, .classes = "om-tag om-tag--late"});
    return escaped_lines(spoken_cell(column, cell));
}

Html hidden_query(std::string_view query, std::span<const std::string_view> but) {
    Html fields;
    const auto form = http::read_query(query);
    for (const auto& field : form.fields())
        if (std::ranges::count(but, std::string_view(field.name)) == 0)
            append(fields, R"(<input type="hidden" name="{}" value="{}">
)",
                   field.name, field.value);
    return fields;
}

Html column_choice(const ColumnChoice& choice) {
    constexpr std::string_view but[] = {"columns", "page"};
    const auto& ticked = choice.chosen.empty() ? choice.usual : choice.chosen;
    ui::Checkboxes boxes{.name = "columns",
                         .id_prefix = "columns",
                         .fieldset = {.legend = {.text = "Columns of the list and its downloads",
                                                 .classes = "govuk-fieldset__legend--s"}},
                         .classes = "govuk-checkboxes--small om-columns__boxes"};
    for (std::size_t at = 0; at < choice.which.columns.size(); ++at)
        boxes.items.push_back({.text = choice.which.columns[at].label,
                               .value = std::string(choice.which.columns[at].key),
                               .checked = std::ranges::count(ticked, at) > 0});
    const auto as_usual = html(
        R"(<form class="om-inline" action="{}" method="get">{}<button type="submit" class="om-linkbutton">As usual</button></form>)",
        choice.address, hidden_query(choice.query, but));
    return html(
        R"(<details class="govuk-details om-plain-details om-columns"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Columns{}</span></summary><div class="govuk-details__text"><form action="{}" method="get">{}{}<button type="submit" class="govuk-button govuk-button--secondary">Show these columns</button></form>{}</div></details>
)",
        choice.chosen.empty() ? std::string() : fmt::format(", {} chosen", choice.chosen.size()),
        choice.address, hidden_query(choice.query, but), ui::checkboxes(boxes),
        when(!choice.chosen.empty(), as_usual));
}

} // namespace openmasa::registers
