#include "core/registers/change_many.hpp"
#include "core/registers/cell.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

bool holds_words(const Column& column) {
    return column.holds == Holds::words || column.holds == Holds::long_words;
}

/// Everything that was ticked or typed.
std::string typed_in(const http::Form& form, std::string_view key) {
    std::string all;
    for (const auto one : form.all(key))
        if (const auto name = one_line(one); !name.empty()) all += (all.empty() ? "" : "; ") + name;
    return all;
}

/// Those that a row has, and those of the new ones that it has not.
std::string added(const std::string& to, const std::string& names) {
    std::vector<std::string> all;
    for (const auto* cell : {&to, &names})
        for (const auto part : split(*cell, ';'))
            if (auto name = one_line(part); !name.empty() && std::ranges::count(all, name) == 0)
                all.push_back(std::move(name));
    return join(all, "; ");
}

} // namespace

std::vector<std::size_t> columns_to_change(const Register& which,
                                           std::span<const std::string_view> elsewhere) {
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < which.columns.size(); ++at) {
        const auto& column = which.columns[at];
        const bool is_offered = column.use == Use::given && !column.fixed && !holds_words(column) &&
                                std::ranges::count(elsewhere, column.key) == 0;
        if (is_offered) columns.push_back(at);
    }
    return columns;
}

Result<std::vector<ColumnChange>> read_changes(const Register& which, const Names& names,
                                               std::span<const std::size_t> columns,
                                               const http::Form& form) {
    std::vector<ColumnChange> changes;
    std::vector<Problem> problems;
    for (const auto at : columns) {
        const auto& column = which.columns[at];
        const auto typed = typed_in(form, column.key);
        if (typed.empty()) continue;
        const auto text = typed == nothing ? std::string() : typed;
        auto read = understood(column, text, names[at], *names.book);
        if (read)
            changes.push_back({at, std::move(*read)});
        else
            problems.push_back({std::string(column.key), read.refusal().problems.front().words});
    }
    if (!problems.empty()) return invalid(std::move(problems));
    if (changes.empty() && !columns.empty())
        return invalid(std::string(which.columns[columns.front()].key), "Say what is to change.");
    return changes;
}

Result<sheet::Sheet> rows_that_say(const Register& which, const std::vector<ColumnChange>& changes,
                                   const EachRow& rows) {
    const auto id = place_with(which.columns, Use::id);
    const auto version = place_with(which.columns, Use::version);
    sheet::Sheet sheet{.names = {"id", "version"}, .rows = {}, .faults = {}, .remarks = {}};
    for (const auto& change : changes) sheet.names.emplace_back(which.columns[change.column].key);
    bool too_many = false;
    rows([&](const Cells& row) {
        too_many |= sheet.rows.size() == most_changed;
        if (too_many) return;
        std::vector<std::string> cells = {row[id], row[version]};
        for (const auto& [column, value] : changes)
            cells.push_back(which.columns[column].holds == Holds::references && !value.empty()
                                ? added(row[column], value)
                                : value);
        sheet.rows.push_back({static_cast<int>(sheet.rows.size()) + 1, std::move(cells)});
    });
    const std::string first(which.columns[changes.front().column].key);
    if (sheet.rows.empty())
        return invalid(first, fmt::format("No {} match the list any more.", which.many));
    if (too_many)
        return invalid(first, fmt::format("At most {} {} are changed at once. Filter the list "
                                          "first.",
                                          most_changed, which.many));
    return sheet;
}

} // namespace openmasa::registers
