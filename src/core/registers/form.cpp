#include "core/registers/form.hpp"
#include "core/registers/cell.hpp"
#include "core/registers/local.hpp"
#include "core/terms/store.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

bool may_be_set(const Column& column) {
    return column.use == Use::key || column.use == Use::given;
}

/// Whether a form has it.
bool is_asked(const Column& column, const Asked& asked) {
    return may_be_set(column) && (asked.is_new || !column.fixed) &&
           std::ranges::count(asked.elsewhere, column.key) == 0;
}

bool refers(const Column& column) {
    return column.holds == Holds::reference || column.holds == Holds::references;
}

/// More than that nobody looks through: the name is typed.
constexpr std::size_t most_offered = 500;

/// As people write it: a canonical day becomes 31/01/2026.
std::string as_typed(const Column& column, const std::string& cell) {
    const auto day = column.holds == Holds::day ? day_from_iso(cell) : std::nullopt;
    if (!day) return cell;
    const std::chrono::year_month_day date(*day);
    return fmt::format("{:02}/{:02}/{:04}", unsigned(date.day()), unsigned(date.month()),
                       int(date.year()));
}

/// How a day is written, or how the words of a date are understood that stand there now.
std::string hint_of(const Column& column, const std::string& value) {
    const auto hint = std::string(column.hint) + (column.hint.empty() ? "" : " ");
    if (column.holds == Holds::day) return hint + "Like 31/01/2026.";
    if (column.holds != Holds::target_date || trimmed(value).empty())
        return std::string(column.hint);
    const auto read = understand_date(value);
    return hint +
           (read.kind == TargetDate::Kind::unknown
                ? fmt::format("\u201c{}\u201d is no date that can be understood: it counts as "
                              "none.",
                              one_line(value))
                : fmt::format("\u201c{}\u201d is understood as {}.", one_line(value),
                              meaning(read)));
}

Html text_field(const Column& column, const std::string& value, ui::Problems problems) {
    return ui::text_field({.name = std::string(column.key),
                           .label = column.label,
                           .hint = hint_of(column, value),
                           .value = as_typed(column, value),
                           .label_classes = "govuk-label--s",
                           .classes = column.holds == Holds::day || column.holds == Holds::number
                                          ? "govuk-input--width-10"
                                          : ""},
                          problems);
}

Html radios(const Column& column, std::vector<ui::Choice> items, const std::string& value,
            ui::Problems problems) {
    return ui::radios_field({.name = std::string(column.key),
                             .legend = column.label,
                             .hint = std::string(column.hint),
                             .value = value,
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            problems);
}

Html select(const Column& column, const std::vector<std::string>& names, const std::string& value,
            ui::Problems problems) {
    std::vector<ui::SelectItem> items;
    if (!must_be_filled(column)) items.push_back({.text = "None", .value = ""});
    for (const auto& name : names) items.push_back({.text = name, .value = name});
    return ui::select_field({.name = std::string(column.key),
                             .label = column.label,
                             .hint = std::string(column.hint),
                             .value = value,
                             .items = std::move(items),
                             .label_classes = "govuk-label--s"},
                            problems);
}

/// Canonical references, with "; " between, or what was ticked.
std::vector<std::string> names_in(const std::string& cell) {
    std::vector<std::string> names;
    for (const auto part : split(cell, ';'))
        if (auto name = one_line(part); !name.empty()) names.push_back(std::move(name));
    return names;
}

/// The hint of such a column is about files.
Html boxes(const Column& column, const std::vector<std::string>& names, const std::string& value,
           ui::Problems problems) {
    ui::CheckboxesField field{.name = std::string(column.key),
                              .legend = column.label,
                              .values = names_in(value),
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto& name : names) field.items.push_back({.text = name, .value = name});
    return html(R"(<div class="om-names">{}</div>)", ui::checkboxes_field(field, problems));
}

Html field(const Column& column, const std::vector<std::string>& names, const std::string& value,
           ui::Problems problems) {
    std::vector<ui::Choice> items;
    switch (column.holds) {
    case Holds::long_words:
        return ui::textarea_field({.name = std::string(column.key),
                                   .label = column.label,
                                   .hint = std::string(column.hint),
                                   .value = value,
                                   .rows = 4,
                                   .label_classes = "govuk-label--s"},
                                  problems);
    case Holds::yes_no:
        return radios(column, {{.text = "Yes", .value = "yes"}, {.text = "No", .value = "no"}},
                      value, problems);
    case Holds::choice:
        for (const auto& choice : column.choices)
            items.push_back({.text = choice.label, .value = std::string(choice.value)});
        return radios(column, std::move(items), value, problems);
    case Holds::reference:
        return names.size() > most_offered ? text_field(column, value, problems)
                                           : select(column, names, value, problems);
    case Holds::references:
        return column.is_ticked && !names.empty() && names.size() <= most_offered
                   ? boxes(column, names, value, problems)
                   : text_field(column, value, problems);
    case Holds::words:
    case Holds::day:
    case Holds::target_date:
    case Holds::number: return text_field(column, value, problems);
    }
    return {};
}

} // namespace

Names names_of(store::Db& db, const Scope& scope, const Register& which) {
    Names names{.of_column = std::vector<std::vector<std::string>>(which.columns.size()),
                .book = nullptr};
    for (std::size_t at = 0; at < which.columns.size(); ++at)
        if (refers(which.columns[at]) && which.names)
            names.of_column[at] = which.names(db, scope, which.columns[at].key);
    const bool any = std::ranges::any_of(which.columns, refers);
    names.words = scope.words;
    names.book = any ? terms::term_book(db) : std::make_shared<const terms::TermBook>();
    return names;
}

Html form_fields(const Register& own, const Names& names, const Cells& typed, const Asked& asked,
                 ui::Problems problems) {
    const LocalRegister local(own, names.words);
    const auto& which = *local;
    Html fields;
    for (std::size_t at = 0; at < which.columns.size(); ++at)
        if (is_asked(which.columns[at], asked))
            fields += field(which.columns[at], names[at], typed[at], problems);
    return fields;
}

namespace {

/// What was typed, or everything that was ticked.
std::string typed_in(const Column& column, const http::Form& form) {
    if (!column.is_ticked) return std::string(form.text(column.key));
    std::string all;
    for (const auto one : form.all(column.key)) all += (all.empty() ? "" : "; ") + std::string(one);
    return all;
}

} // namespace

Cells read_form(const Register& which, const http::Form& form, const Asked& asked, Cells before) {
    before.resize(which.columns.size());
    for (std::size_t at = 0; at < before.size(); ++at)
        if (is_asked(which.columns[at], asked)) before[at] = typed_in(which.columns[at], form);
    return before;
}

std::vector<Problem> understand(const Register& own, const Names& names, Cells& typed) {
    const LocalRegister local(own, names.words);
    const auto& which = *local;
    std::vector<Problem> problems;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (!may_be_set(which.columns[at])) continue;
        auto read = understood(which.columns[at], typed[at], names[at], *names.book);
        if (read)
            typed[at] = std::move(*read);
        else
            problems.push_back(read.refusal().problems.front());
    }
    return problems;
}

} // namespace openmasa::registers
