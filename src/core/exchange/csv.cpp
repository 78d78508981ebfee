#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::csv {
namespace {

bool needs_guard(std::string_view cell) {
    constexpr std::string_view dangerous = "=+-@\t\r'";
    return !cell.empty() && dangerous.find(cell.front()) != dangerous.npos;
}

void append_cell(std::string& to, std::string_view cell) {
    const bool guarded = needs_guard(cell);
    if (!guarded && cell.find_first_of(",\"\r\n") == cell.npos) {
        to += cell;
        return;
    }
    to += '"';
    if (guarded) to += '\'';
    for (char c : cell) {
        if (c == '"') to += '"';
        to += c;
    }
    to += '"';
}

bool is_blank(const std::vector<std::string>& line) {
    return line.size() == 1 && trimmed(line.front()).empty();
}

int breaks_in(std::string_view text) {
    return static_cast<int>(std::ranges::count(text, '\n'));
}

} // namespace

void append_line(std::string& to, std::span<const std::string_view> cells) {
    bool first = true;
    for (const auto cell : cells) {
        if (!first) to += ',';
        first = false;
        append_cell(to, cell);
    }
    to += "\r\n";
}

std::string_view without_guard(std::string_view cell) {
    return cell.starts_with('\'') && needs_guard(cell.substr(1)) ? cell.substr(1) : cell;
}

Lines::Lines(std::string_view text, char separator) : rest_(text), separator_(separator) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (rest_.starts_with(mark)) rest_.remove_prefix(mark.size());
}

bool Lines::next(std::vector<std::string>& cells) {
    if (rest_.empty() || open_quote_) return false;
    number_ = lines_;
    line_ = rest_;
    cells.clear();
    do cells.push_back(cell());
    while (take(separator_));
    line_.remove_suffix(rest_.size());
    take('\r');
    if (take('\n')) ++lines_;
    return !open_quote_;
}

bool Lines::take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
}

/// What follows a closing quote belongs to the cell, too: nothing is ever lost or moved.
std::string Lines::cell() {
    std::string text;
    if (take('"')) append_quoted(text);
    const char ends[] = {separator_, '\r', '\n', '\0'};
    const auto end = std::min(rest_.find_first_of(ends), rest_.size());
    text += rest_.substr(0, end);
    rest_.remove_prefix(end);
    // A carriage return alone ends nothing.
    if (rest_.starts_with('\r') && !rest_.starts_with("\r\n") && rest_.size() > 1) {
        text += '\n';
        rest_.remove_prefix(1);
        text += cell();
    }
    return text;
}

void Lines::append_quoted(std::string& to) {
    while (true) {
        const auto end = rest_.find('"');
        open_quote_ = end == rest_.npos;
        to += rest_.substr(0, end);
        lines_ += breaks_in(rest_.substr(0, end));
        rest_.remove_prefix(open_quote_ ? rest_.size() : end + 1);
        if (open_quote_ || !take('"')) return;
        to += '"';
    }
}

Result<Table> Table::read(std::string_view text) {
    Lines lines(text);
    Table table;
    std::vector<std::string> line;
    while (lines.next(line)) {
        if (is_blank(line)) continue;
        if (table.columns_.empty())
            table.columns_ = std::move(line);
        else if (line.size() > table.columns_.size())
            return invalid("file",
                           fmt::format("Line {} has more cells than the first line has names.",
                                       lines.number()));
        else
            table.rows_.push_back(std::move(line));
    }
    if (lines.has_open_quote())
        return invalid("file",
                       fmt::format("Line {} has a quote that does not close.", lines.number()));
    return table;
}

bool Table::has(std::string_view column) const {
    return std::ranges::count(columns_, column) > 0;
}

std::string_view Table::cell(std::size_t row, std::string_view column) const {
    const auto found = std::ranges::find(columns_, column);
    const auto at = static_cast<std::size_t>(found - columns_.begin());
    if (found == columns_.end() || at >= rows_[row].size()) return {};
    return without_guard(rows_[row][at]);
}

} // namespace openmasa::csv
