#include "plan/position/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/sub_navigation.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::position {
namespace {

Html paragraphs(const std::vector<std::string>& sentences, std::string_view classes) {
    Html all;
    for (const auto& sentence : sentences)
        append(all, "<p class=\"{}\">{}</p>\n", classes, sentence);
    return all;
}

Html sentences_view(const std::vector<Cell>& sentences) {
    Html all;
    for (const auto& one : sentences)
        append(
            all, "<p class=\"govuk-body om-measure\">{}{}</p>\n", one.words,
            when(
                !one.href.empty(),
                html(
                    R"( <a class="govuk-link govuk-link--no-visited-state" href="{}">Those that wait</a>)",
                    one.href)));
    return all;
}

// --- tables --------------------------------------------------------------------------------------

/// Wider ones become a list on a phone.
constexpr std::size_t most_columns_on_a_phone = 3;

bool is_stacked(const Table& table) {
    return table.heads.size() > most_columns_on_a_phone;
}

Html words_of(const Cell& cell) {
    const auto words =
        cell.href.empty()
            ? html("{}", cell.words)
            : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                   cell.href, cell.words);
    return words +
           when(!cell.more.empty(), html(R"( <span class="om-plan__meta">{}</span>)", cell.more));
}

Html head_row(const Table& table) {
    Html cells;
    for (const auto& head : table.heads)
        append(cells,
               R"(<th scope="col" class="govuk-table__header{}" role="columnheader">{}</th>)",
               head.is_number ? " govuk-table__header--numeric" : "", head.words);
    return cells;
}

/// On a phone each cell says what it is, and nought is left out.
Html cell_of(const Table& table, std::size_t line, std::size_t column, const Drawn& drawn) {
    const auto& cell = table.lines[line].cells[column];
    const auto& head = table.heads[column];
    const auto shown = drawn ? drawn(table, line, column) : Html();
    if (column == 0)
        return html(R"(<th scope="row" class="govuk-table__header" role="rowheader">{}{}</th>)",
                    words_of(cell), shown);
    const bool is_nought = cell.number == 0 && table.lines[line].is != Line::Is::sum;
    return html(
        R"(<td class="govuk-table__cell{}{}"{} role="cell">{}{}</td>)",
        head.is_number ? " govuk-table__cell--numeric" : "",
        is_nought && is_stacked(table) ? " om-zero om-stack__skip"
        : is_nought                    ? " om-zero"
                                       : "",
        when(is_stacked(table) && !cell.words.empty(), html(R"( data-say="{}:")", head.words)),
        words_of(cell), shown);
}

std::string_view class_of(Line::Is is) {
    switch (is) {
    case Line::Is::itself: return "";
    case Line::Is::part: return " om-position__part";
    case Line::Is::sum: return " om-position__sum";
    }
    return {};
}

// --- parts ---------------------------------------------------------------------------------------

Html more_of(const Part& part) {
    const auto list = html(
        R"(<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="{}">All of them in the list</a></p>
)",
        part.list);
    return when(part.left_out > 0,
                html(R"(<p class="govuk-body">And {} more; the workbook has all of them.</p>
)",
                     part.left_out)) +
           when(!part.list.empty(), list);
}

Html part_view(const Part& part) {
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
{}{}{}{}</section>
)",
        part.anchor, part.anchor, part.heading, paragraphs(part.sentences, "govuk-body om-measure"),
        part.table ? table_view(*part.table) : Html(), more_of(part),
        paragraphs(part.notes, "om-small om-quiet om-measure"));
}

/// Narrow tables that follow one another stand side by side where there is room.
Html parts_view(const std::vector<Part>& parts) {
    Html all, narrow;
    const auto end_narrow = [&] {
        if (!narrow.empty()) append(all, "<div class=\"om-beside\">\n{}</div>\n", narrow);
        narrow = {};
    };
    for (const auto& part : parts) {
        const bool is_narrow = part.table && !is_stacked(*part.table);
        if (!is_narrow) end_narrow();
        (is_narrow ? narrow : all) += part_view(part);
    }
    end_narrow();
    return all;
}

// --- the page ------------------------------------------------------------------------------------

Html day_field(std::string_view id, std::string_view name, std::string_view label,
               const std::string& value, ui::Problems problems) {
    const auto wrong = std::ranges::find(problems, id, &Problem::field);
    const bool is_wrong = wrong != problems.end();
    return html(
        R"(<div class="govuk-form-group{}"><label class="govuk-label" for="{}">{}</label>{}<input class="govuk-input govuk-input--width-10{}" id="{}" name="{}" type="text" value="{}"{} autocomplete="off"></div>)",
        is_wrong ? " govuk-form-group--error" : "", id, label,
        when(
            is_wrong,
            html(
                R"(<p class="govuk-error-message" id="{}-error"><span class="govuk-visually-hidden">Error:</span> {}</p>)",
                id, is_wrong ? wrong->words : std::string())),
        is_wrong ? " govuk-input--error" : "", id, name, value,
        when(is_wrong, html(R"( aria-describedby="{}-error")", id)));
}

/// Its own day goes before the one that is looked back at (routing/looking_back.hpp).
Html days_form(const PositionPage& page) {
    const auto typed = [](const std::string& words, Day day) {
        return words.empty() ? spoken_long(day) : words;
    };
    return html(
        R"(<form class="om-pick om-position__days" method="get" action="/recommendations/position" data-own-day novalidate>{}{}{}{}</form>
)",
        day_field("on", "as-at", "Position on", typed(page.on_typed, page.now), page.problems),
        day_field("since", "since", "Compared with", typed(page.since_typed, page.then),
                  page.problems),
        when(page.as_known_then, html(R"(<input type="hidden" name="known" value="then">)")),
        ui::button({.text = "Show this position", .classes = "govuk-button--secondary"}));
}

Html downloads(const PositionPage& page) {
    const auto button = [&](std::string_view text, std::string_view format) {
        return ui::button(
            {.text = std::string(text),
             .href = fmt::format("/recommendations/position.{}{}", format, page.query),
             .classes = "govuk-button--secondary"});
    };
    return when(page.why_no_pdf.empty(), button("PDF", "pdf")) + button("Word", "docx") +
           button("Excel", "xlsx");
}

Html nothing_yet() {
    return html(
        R"(<p class="govuk-body">What reviews, audits, scrutiny and inspections recommend is counted here as soon as it is recorded. <a class="govuk-link govuk-link--no-visited-state" href="/recommendations">Recommendations</a></p>
)");
}

} // namespace

Html tabs(Tab current) {
    return ui::sub_navigation(
        {.items = {{.text = "All recommendations", .href = "/recommendations"},
                   {.text = "Position",
                    .href = "/recommendations/position",
                    .active = current == Tab::position},
                   {.text = "Pictures",
                    .href = "/recommendations/pictures",
                    .active = current == Tab::pictures}},
         .label = "Recommendations"});
}

Html table_view(const Table& table, const Drawn& drawn) {
    Html lines;
    for (std::size_t line = 0; line < table.lines.size(); ++line) {
        Html cells;
        for (std::size_t column = 0; column < table.lines[line].cells.size(); ++column)
            cells += cell_of(table, line, column, drawn);
        append(lines, "<tr class=\"govuk-table__row{}\" role=\"row\">{}</tr>\n",
               class_of(table.lines[line].is), cells);
    }
    return html(
        R"(<table class="govuk-table om-position__table{}{}" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        is_stacked(table) ? " om-stack" : " om-position__narrow",
        drawn ? " om-position__drawn" : "", table.caption, head_row(table), lines);
}

Html statement_view(const Statement& statement, const Around& around) {
    return html(R"(<div class="om-position">{}{}{}{}</div>
)",
                pages::head({.title = statement.title,
                             .sentence = html("<b>{}</b>", statement.headline),
                             .verbs = around.verbs,
                             .facts = around.facts,
                             .caption = {}}),
                around.below_head, sentences_view(statement.sentences),
                parts_view(statement.parts));
}

Html position_page_view(const PositionPage& page) {
    const bool is_empty = page.statement.parts.empty();
    return ui::problems_summary(page.problems) +
           statement_view(page.statement, {.verbs = when(!is_empty, downloads(page)),
                                           .below_head = tabs(Tab::position) + days_form(page)}) +
           when(is_empty, nothing_yet()) +
           when(!page.why_no_pdf.empty() && !is_empty,
                html(R"(<p class="om-small om-quiet">{} Print this page instead.</p>
)",
                     page.why_no_pdf));
}

} // namespace openmasa::position
