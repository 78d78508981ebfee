#include "command_line/stats_table.hpp"
#include "core/exchange/csv.hpp"
#include "core/exchange/text_encoding.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace openmasa::command_line {
namespace {

/// Source: the notes that come with files of Explore Education Statistics, LAIT and Fingertips:
/// confidential, not available, not applicable, unreliable, rounds to nought.
bool stands_for_no_value(std::string_view cell) {
    constexpr std::string_view symbols[] = {"", "c", "x", "z", "u", "k", "low", ":", "na"};
    return cell.size() <= 3 && std::ranges::count(symbols, lower(cell)) > 0;
}

std::string shown(std::string_view cell) {
    constexpr std::size_t enough = 40;
    return shortened(one_line(cleaned(cell)), enough);
}

bool is_blank(const std::vector<std::string>& cells) {
    return cells.size() == 1 && trimmed(cells.front()).empty();
}

} // namespace

Result<StatsTable> StatsTable::read(std::string_view bytes) {
    if (bytes.find('\0') != bytes.npos && !is_utf16(bytes))
        return invalid("file", "This is no CSV file. In a spreadsheet, save it as CSV first.");
    const auto text = to_utf8(bytes);
    StatsTable table;
    if (text.find("\r\n") != text.npos) table.line_end_ = "\r\n";
    csv::Lines lines(text);
    std::vector<std::string> cells;
    while (lines.next(cells)) {
        if (is_blank(cells)) continue;
        Row row{lines.number(), std::string(lines.as_it_stands()), std::move(cells)};
        if (table.names_.cells.empty())
            table.names_ = std::move(row);
        else if (row.cells.size() > table.names_.cells.size())
            return invalid(
                "file", fmt::format("Row {} has more cells than the first has names.", row.number));
        else
            table.rows_.push_back(std::move(row));
    }
    if (lines.has_open_quote())
        return invalid(
            "file", fmt::format("The quote that opens in row {} does not close.", lines.number()));
    if (table.names_.cells.empty())
        return invalid("file", "The file is empty. Its first row names the columns.");
    if (const auto twice = table.name_given_twice(); !twice.empty())
        return invalid("file", fmt::format("Two columns are called \"{}\". Give one of them "
                                           "another name.",
                                           shown(twice)));
    return table;
}

std::string StatsTable::name_given_twice() const {
    std::set<std::string> seen;
    for (const auto& one : names_.cells) {
        auto name = lower(trimmed(one));
        if (!name.empty() && !seen.insert(name).second) return name;
    }
    return {};
}

std::optional<std::size_t> StatsTable::find(std::string_view name) const {
    const auto found = std::ranges::find_if(
        names_.cells, [&](const std::string& one) { return lower(trimmed(one)) == name; });
    if (found == names_.cells.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names_.cells.begin());
}

Result<std::size_t> StatsTable::column(std::string_view name) const {
    if (const auto found = find(name)) return *found;
    return invalid("file", fmt::format("There is no column \"{}\". The first row names: {}.", name,
                                       shown(join(names_.cells, ", "))));
}

std::string_view StatsTable::cell(std::size_t row, std::size_t column) const {
    const auto& cells = rows_[row].cells;
    return column < cells.size() ? trimmed(csv::without_guard(cells[column])) : std::string_view();
}

Result<std::optional<double>> StatsTable::number(std::size_t row, std::size_t column) const {
    const auto text = cell(row, column);
    if (stands_for_no_value(text)) return std::optional<double>();
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    constexpr double largest = 1e15; // all that a machine's number carries to the last digit
    if (read.ec == std::errc() && read.ptr == end && std::abs(value) <= largest)
        return std::optional(value);
    if (read.ec == std::errc::result_out_of_range || (read.ptr == end && std::isfinite(value)))
        return wrong(row, fmt::format("\"{}\" in the column {} is too large or too small to work "
                                      "with.",
                                      shown(text), shown(names_.cells[column])));
    return wrong(row, fmt::format("\"{}\" in the column {} is no plain number.", shown(text),
                                  shown(names_.cells[column])));
}

Refusal StatsTable::wrong(std::size_t row, std::string_view words) const {
    return invalid("file", fmt::format("Row {}: {}", rows_[row].number, words));
}

std::string StatsTable::with(const std::vector<std::string_view>& names,
                             const std::vector<std::string>& added) const {
    std::string text = names_.as_it_stands;
    for (const auto name : names) (text += ',') += name;
    text += line_end_;
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        text += rows_[at].as_it_stands;
        text.append(names_.cells.size() - rows_[at].cells.size(), ',');
        text += added[at];
        text += line_end_;
    }
    return text;
}

std::string digits(const std::optional<double>& value) {
    if (!value) return "";
    return fmt::format("{:.15g}", *value == 0 ? 0 : *value); // never "-0"
}

} // namespace openmasa::command_line
