#include "core/registers/preview_views.hpp"
#include "core/registers/selection.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

Html policy_field(const UploadPage& page) {
    return ui::radios_field(
        {.name = "policy",
         .legend = "If a row is refused",
         .value = std::string(to_text(page.policy)),
         .items = {{.text = "Stop: save nothing until every row is right", .value = "stop"},
                   {.text = "Leave refused rows out, and save the rest", .value = "skip"},
                   {.text = "Only change what is there already; nothing new comes in",
                    .value = "update",
                    .hint = {.text = "Refused rows are left out."}}},
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--small"},
        page.problems);
}

Html columns_of(const Register& which) {
    Html items;
    for (const auto& column : which.columns)
        if (column.use == Use::key || column.use == Use::given)
            append(items, "<li>{}{}</li>\n", column.label,
                   must_be_filled(column) ? ", must be filled" : "");
    return html(
        R"(<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Which columns are read</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">
{}</ul></div></details>
)",
        items);
}

Html count_item(int count, std::string_view anchor, std::string_view word, std::string_view more,
                std::string_view classes = "") {
    const auto name =
        count == 0 ? html("<span>{}</span>", word)
                   : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="#{}">{}</a>)",
                          anchor, word);
    return html(R"(<li{}><b>{}</b>{} <span>{}</span></li>
)",
                when(!classes.empty(), html(R"( class="{}")", classes)), count, name, more);
}

Html counts(const Preview& preview) {
    const int refused = preview.count(Fate::refused);
    Html items = count_item(refused, "refused", "refused", refused ? "with the reason" : "",
                            refused ? "om-counts__doubt" : "");
    if (preview.which.may_add) items += count_item(preview.count(Fate::added), "new", "new", "");
    items += count_item(preview.count(Fate::changed), "changed", "changed", "");
    items += count_item(preview.count(Fate::same), "same", "the same", "");
    if (preview.which.may_add)
        items += count_item(preview.count(Fate::gone), "gone", "not in the file,", "and stay");
    return html(R"(<ul class="om-counts" aria-label="What saving would do">
{}</ul>
)",
                items);
}

/// A cell's canonical text as people read it.
Html value_of(const Register& which, std::string_view label, const std::string& text) {
    if (text.empty()) return html("nothing");
    const auto column = std::ranges::find(which.columns, label, &Column::label);
    return column == which.columns.end() ? escaped_lines(text)
                                         : escaped_lines(spoken_cell(*column, text));
}

Html what_changes(const Register& which, const JudgedRow& row) {
    Html changes;
    for (const auto& change : row.changes)
        append(
            changes,
            R"(<span class="om-quiet">{}:</span> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins><br>)",
            change.label, value_of(which, change.label, change.was),
            value_of(which, change.label, change.now));
    return changes;
}

Html what_is_wrong(const JudgedRow& row) {
    Html items;
    for (const auto& problem : row.problems)
        append(items, R"(<span class="om-quiet">{}:</span> {}<br>)", problem.field, problem.words);
    return items;
}

Html remark_on(const RowRemark& remark) {
    return html(R"(<b class="om-strong">{} {}</b><br>)", remark.words,
                pages::link(remark.address, remark.name));
}

Html what_it_holds(const Register& which, const JudgedRow& row) {
    Html items;
    if (row.remark) items += remark_on(*row.remark);
    for (std::size_t at = 0; at < which.columns.size(); ++at) {
        const auto& column = which.columns[at];
        if (column.use != Use::given || row.proposed.cells[at].empty()) continue;
        append(items, R"(<span class="om-quiet">{}:</span> {}<br>)", column.label,
               value_of(which, column.label, row.proposed.cells[at]));
    }
    return items;
}

/// What people call the row, where its keys do not say it: "VA 1" is "Prevent exploitation".
Html called(const Register& which, const JudgedRow& row) {
    const auto at = std::ranges::find(which.columns, true, &Column::names_row);
    if (at == which.columns.end() || at->use == Use::key) return {};
    const auto& cell = row.proposed.cells[static_cast<std::size_t>(at - which.columns.begin())];
    return when(!cell.empty(), html(R"(<span class="om-plan__meta">{}</span>)", cell));
}

Html table_row(const Register& which, const JudgedRow& row, std::string_view say,
               const Html& words) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><b class="om-strong">{}</b>{}<span class="om-plan__meta">Row {}</span></th><td class="govuk-table__cell" role="cell" data-say="{}:">{}</td></tr>
)",
        row.name.empty() ? std::string("Without a name") : row.name, called(which, row), row.number,
        say, words);
}

Html more_of(int number) {
    return when(number > most_shown,
                html(R"(<p class="om-quiet">The first {} are shown; {} more are like them.</p>
)",
                     most_shown, number - most_shown));
}

template<class Words>
Html rows_with(const Preview& preview, Fate fate, std::string_view heading, Words words) {
    const int number = preview.count(fate);
    if (number == 0) return {};
    Html rows;
    int shown = 0;
    for (const auto& row : preview.rows)
        if (row.fate == fate && ++shown <= most_shown)
            rows += table_row(preview.which, row, heading, words(row));
    const auto one = fate == Fate::added ? std::string("new") : std::string(to_text(fate));
    return pages::section(
        one, fmt::format("{} {}", number, one),
        html(
            R"(<table class="govuk-table om-stack om-diff" role="table"><caption class="govuk-visually-hidden">Rows that are {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">{}</th><th scope="col" class="govuk-table__header" role="columnheader">{}</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
{})",
            one, "Row", heading, rows, more_of(number)));
}

Html list_of(const std::vector<std::string>& names) {
    Html items;
    for (std::size_t at = 0; at < names.size() && at < std::size_t{most_shown}; ++at)
        append(items, "<li>{}</li>\n", names[at]);
    return html(
        R"(<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Show them</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">
{}</ul>{}</div></details>
)",
        items, more_of(static_cast<int>(names.size())));
}

Html same(const Preview& preview) {
    std::vector<std::string> names;
    for (const auto& row : preview.rows)
        if (row.fate == Fate::same) names.push_back(row.name);
    if (names.empty()) return {};
    return pages::section("same", fmt::format("{} the same", names.size()), list_of(names));
}

Html gone(const Preview& preview) {
    if (preview.gone.empty() || !preview.which.may_add) return {};
    return pages::section(
        "gone", fmt::format("{} not in the file", preview.gone.size()),
        html(R"(<p class="om-measure">They stay as they are. An import takes nothing away.</p>{})",
             list_of(preview.gone)));
}

Html remarks(const Preview& preview) {
    Html items;
    for (const auto& remark : preview.remarks) append(items, "<li>{}</li>\n", remark);
    return when(!items.empty(), html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                                     items));
}

std::string_view policy_words(Policy policy) {
    switch (policy) {
    case Policy::stop: return "Stop if a row is refused";
    case Policy::skip: return "Refused rows are left out";
    case Policy::update: return "Only what is there already is changed";
    }
    return {};
}

std::string effect_of(const Preview& preview) {
    const int added = preview.count(Fate::added), changed = preview.count(Fate::changed),
              refused = preview.count(Fate::refused);
    auto words = added > 0
                     ? fmt::format("Saving adds {} and changes {}, under your name.",
                                   counted(added, preview.which.one, preview.which.many), changed)
                     : fmt::format("Saving changes {}, under your name.",
                                   counted(changed, preview.which.one, preview.which.many));
    if (refused > 0) words += fmt::format(" {} left out.", counted(refused, "row is", "rows are"));
    return words;
}

Html confirm_section(const PreviewPage& page, std::string_view title, const std::string& words,
                     const Html& save) {
    return html(
        R"(<section class="om-confirm" aria-labelledby="confirm"><h2 id="confirm">{}</h2>
<p>{}</p><div class="om-confirm__acts">{}<button type="submit" class="om-linkbutton" formaction="{}/leave">Leave it</button></div></section>
)",
        title, words, save, page.address);
}

Html confirmation(const PreviewPage& page) {
    const auto& preview = page.preview;
    const bool stopped = preview.policy == Policy::stop && preview.count(Fate::refused) > 0;
    if (stopped)
        return confirm_section(page, "Rows are refused, so nothing can be saved",
                               "Mend them in the file and import it again, or import it again and "
                               "choose to leave them out.",
                               ui::button({.text = "Choose a file again",
                                           .href = std::string(preview.which.address) + "/import",
                                           .classes = "govuk-button--secondary"}));
    if (!preview.may_be_saved())
        return confirm_section(page, "The register is as the file has it",
                               "There is nothing to save.", {});
    return confirm_section(page, "Save all of it, or nothing", effect_of(preview),
                           ui::button({.text = "Save these rows"}));
}

std::vector<Html> facts_of(const PreviewPage& page) {
    std::vector<Html> facts = {
        html("<b>{}</b>, {}", page.file_name, counted(static_cast<long long>(page.rows), "row")),
        html("Compared with {} as of {}", page.preview.which.many, page.compared_at),
        escaped(policy_words(page.preview.policy))};
    if (page.columns > 0)
        facts.push_back(html("{} of it read. {}",
                             counted(static_cast<long long>(page.columns), "column"),
                             pages::link(page.address + "/columns", "Which is which")));
    return facts;
}

} // namespace

Html upload_view(const UploadPage& page) {
    const auto& which = page.which;
    return html(
        R"({}{}<form class="om-form" action="{}/import" method="post" enctype="multipart/form-data" novalidate>{}
{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
<ul class="govuk-list"><li><a class="govuk-link" href="{}{}</a></li>
<li><a class="govuk-link" href="{}/imports">What was imported, and taking it back</a></li></ul>)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = fmt::format("Import {}", which.many),
             .sentence = html("You see what becomes of every row before anything is saved."),
             .verbs = {},
             .facts = {},
             .caption = {}}),
        which.address, page.form_token,
        ui::file_field({.name = "file",
                        .label = "The file",
                        .hint = "Excel (.xlsx), CSV or JSON, 20 MB at most. The first line has the "
                                "columns' names.",
                        .accept = ".xlsx,.csv,.tsv,.txt,.json",
                        .label_classes = "govuk-label--s"},
                       page.problems),
        policy_field(page), columns_of(which), ui::button({.text = "Look at the rows"}),
        which.address, which.address,
        which.may_add ? html(R"(/template.xlsx">An empty spreadsheet to fill in)")
                      : html(R"(.xlsx">The rows as a spreadsheet, to change them in it)"),
        which.address);
}

Html preview_view(const PreviewPage& page) {
    const auto& preview = page.preview;
    const auto& which = preview.which;
    return html(
        R"({}{}{}{}{}{}{}{}{}<form action="{}" method="post">{}<input type="hidden" name="state" value="{}">
{}</form>)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Check the rows before you save them",
                     .sentence = html("Nothing has been saved yet."),
                     .verbs = {},
                     .facts = facts_of(page),
                     .caption = {}}),
        counts(preview), remarks(preview), rows_with(preview, Fate::refused, "Why", what_is_wrong),
        rows_with(preview, Fate::changed, "What changes",
                  [&](const JudgedRow& row) { return what_changes(which, row); }),
        rows_with(preview, Fate::added, "What it holds",
                  [&](const JudgedRow& row) { return what_it_holds(which, row); }),
        gone(preview), same(preview), page.address, page.form_token, preview.state,
        confirmation(page));
}

} // namespace openmasa::registers
