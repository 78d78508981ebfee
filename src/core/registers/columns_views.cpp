#include "core/registers/columns_views.hpp"
#include "core/registers/cell.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

/// So many rows of the file are shown to know a column by, and so much of each.
constexpr std::size_t most_rows_shown = 3, longest_shown = 60;
/// More than that nobody looks through: it is typed.
constexpr std::size_t most_offered = 500;

/// As a spreadsheet counts: A, B, ... Z, AA.
std::string letter(std::size_t column) {
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

std::string called(const sheet::Sheet& sheet, std::size_t column) {
    const auto& name = sheet.names[column];
    return fmt::format("{}: {}", letter(column),
                       name.empty() ? "without a name" : shortened(one_line(name), longest_shown));
}

/// Ids and versions are the program's own: they are read where the file has them.
bool is_asked(const Column& column) {
    return column.use == Use::key || column.use == Use::given;
}

/// Words that every row could share.
bool may_be_the_same(const Column& column) {
    return !column.names_row && column.holds != Holds::long_words;
}

std::string every_name(const Column& column) {
    return fmt::format("every_{}", column.key);
}

Html column_select(const ColumnsPage& page, std::size_t at) {
    const auto& column = page.which.columns[at];
    const auto& from = page.typed.from[at];
    const auto made_of = place_of(page.which.columns, column.made_of);
    const bool is_made = made_of < page.which.columns.size();
    std::vector<ui::SelectItem> items{
        {.text = is_made ? fmt::format("Not in the file: made of \u201c{}\u201d",
                                       page.which.columns[made_of].label)
                         : "Not in the file",
         .value = ""}};
    for (std::size_t of_file = 0; of_file < page.sheet.names.size(); ++of_file)
        items.push_back({.text = called(page.sheet, of_file), .value = std::to_string(of_file)});
    return ui::select_field({.name = std::string(column.key),
                             .label = must_be_filled(column) && !is_made
                                          ? fmt::format("{} (must be filled)", column.label)
                                          : std::string(column.label),
                             .value = from.column ? std::to_string(*from.column) : std::string(),
                             .items = std::move(items),
                             .label_classes = "govuk-label--s"},
                            page.problems);
}

Html one_of(const Column& column, const std::string& value, std::vector<ui::SelectItem> items,
            ui::Problems problems) {
    items.insert(items.begin(), {.text = "Nothing", .value = ""});
    return ui::select_field(
        {.name = every_name(column),
         .label = html(R"(Where it is empty<span class="govuk-visually-hidden">: {}</span>)",
                       column.label),
         .value = value,
         .items = std::move(items)},
        problems);
}

/// What a row has where the file has nothing.
Html every_field(const ColumnsPage& page, std::size_t at) {
    const auto& column = page.which.columns[at];
    const auto& value = page.typed.from[at].every;
    if (!may_be_the_same(column)) return html("<div></div>");
    std::vector<ui::SelectItem> items;
    for (const auto& choice : column.choices)
        items.push_back({.text = std::string(choice.label), .value = std::string(choice.value)});
    if (column.holds == Holds::yes_no)
        items = {{.text = "Yes", .value = "yes"}, {.text = "No", .value = "no"}};
    if (column.holds == Holds::reference && page.names[at].size() <= most_offered)
        for (const auto& name : page.names[at]) items.push_back({.text = name, .value = name});
    if (!items.empty()) return one_of(column, value, std::move(items), page.problems);
    return ui::text_field(
        {.name = every_name(column),
         .label = html(R"(Where it is empty<span class="govuk-visually-hidden">: {}</span>)",
                       column.label),
         .value = value},
        page.problems);
}

Html fields(const ColumnsPage& page) {
    Html all;
    for (std::size_t at = 0; at < page.which.columns.size(); ++at)
        if (is_asked(page.which.columns[at]))
            append(all, R"(<div class="om-match">{}{}</div>
)",
                   column_select(page, at), every_field(page, at));
    return all;
}

/// Where a column of the file goes.
std::string goes_to(const ColumnsPage& page, std::size_t of_file) {
    std::vector<std::string> labels;
    for (std::size_t at = 0; at < page.typed.from.size(); ++at)
        if (page.typed.from[at].column == of_file)
            labels.emplace_back(page.which.columns[at].label);
    return labels.empty() ? "Left out" : join(labels, ", ");
}

Html file_columns(const ColumnsPage& page) {
    Html items;
    for (std::size_t at = 0; at < page.sheet.names.size(); ++at) {
        Html values;
        for (std::size_t row = 0; row < std::min(most_rows_shown, page.sheet.rows.size()); ++row)
            if (const auto cell = one_line(page.sheet.rows[row].cells[at]); !cell.empty())
                append(values, R"(<span class="om-plan__meta">{}</span>)",
                       shortened(cell, longest_shown));
        append(items, R"(<li><b class="om-strong">{}</b> <span class="om-quiet">{}</span>{}</li>
)",
               called(page.sheet, at), goes_to(page, at), values);
    }
    return html(R"(<ul class="govuk-list om-spaced">
{}</ul>
)",
                items);
}

} // namespace

Html columns_view(const ColumnsPage& page) {
    return html(
        R"({}{}<div class="om-cols"><div><form class="om-form" action="{}/columns" method="post" novalidate>{}
{}<div class="om-form__acts">{}<button type="submit" class="om-linkbutton" formaction="{}/leave">Leave it</button></div></form></div>
<div>{}</div></div>
)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = "Which column is which?",
             .sentence = html("Asked once: the next file with these columns is read in the "
                              "same way."),
             .verbs = {},
             .facts = {html("<b>{}</b>, {}", page.file_name,
                            counted(static_cast<long long>(page.sheet.rows.size()), "row"))},
             .caption = {}}),
        page.address, page.form_token, fields(page), ui::button({.text = "Look at the rows"}),
        page.address,
        pages::section("file", "Columns of the file, and how they begin", file_columns(page)));
}

Result<FileColumns> read_columns(const Register& which, const Names& names,
                                 const sheet::Sheet& sheet, const http::Form& form,
                                 FileColumns& typed) {
    std::vector<Problem> problems;
    auto read = typed;
    for (std::size_t at = 0; at < which.columns.size(); ++at) {
        const auto& column = which.columns[at];
        if (!is_asked(column)) continue;
        const auto text = form.text(column.key);
        std::size_t of_file = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), of_file);
        const bool is_one = !text.empty() && end.ec == std::errc{} && of_file < sheet.names.size();
        read.from[at].column = is_one ? std::optional(of_file) : std::nullopt;
        auto& every = read.from[at].every;
        every = may_be_the_same(column) ? one_line(form.text(every_name(column))) : "";
        typed.from[at] = read.from[at];
        if (every.empty()) continue;
        auto understood_as = understood(column, every, names[at], *names.book);
        if (understood_as)
            every = std::move(*understood_as);
        else
            problems.push_back(
                {every_name(column), understood_as.refusal().problems.front().words});
    }
    if (!problems.empty()) return invalid(std::move(problems));
    return read;
}

} // namespace openmasa::registers
