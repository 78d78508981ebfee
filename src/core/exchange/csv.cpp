#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::csv {
namespace {

using Line = std::vector<std::string>;

/// Walks through the text cell by cell.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (rest_.starts_with(mark)) rest_.remove_prefix(mark.size());
    }
    bool at_end() const { return rest_.empty(); }
    bool is_broken() const { return broken_; }
    Line line() {
        Line cells;
        do cells.push_back(cell());
        while (take(','));
        take('\r');
        take('\n');
        return cells;
    }

private:
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::string cell() {
        if (take('"')) return quoted();
        const auto end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
        std::string text(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return text;
    }
    std::string quoted() {
        std::string text;
        while (true) {
            const auto end = rest_.find('"');
            if (end == rest_.npos) {
                broken_ = true;
                rest_ = {};
                return text;
            }
            text += rest_.substr(0, end);
            rest_.remove_prefix(end + 1);
            if (!take('"')) return text;
            text += '"';
        }
    }

    std::string_view rest_;
    bool broken_ = false;
};

bool looks_like_formula(std::string_view cell) {
    if (cell.empty()) return false;
    const char first = cell.front();
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' ||
           first == '\r' || first == '\'';
}

void append_cell(std::string& to, std::string_view cell) {
    const bool guarded = looks_like_formula(cell);
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

bool is_blank(const Line& line) {
    return line.size() == 1 && trimmed(line.front()).empty();
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

Result<Table> Table::read(std::string_view text) {
    Reader reader(text);
    Table table;
    for (int number = 1; !reader.at_end(); ++number) {
        auto line = reader.line();
        if (reader.is_broken())
            return invalid("file", fmt::format("Line {} has a quote that does not close.", number));
        if (is_blank(line)) continue;
        if (number == 1)
            table.columns_ = std::move(line);
        else if (line.size() > table.columns_.size())
            return invalid(
                "file",
                fmt::format("Line {} has more cells than the first line has names.", number));
        else
            table.rows_.push_back(std::move(line));
    }
    return table;
}

bool Table::has(std::string_view column) const {
    return std::ranges::count(columns_, column) > 0;
}

std::string_view Table::cell(std::size_t row, std::string_view column) const {
    const auto found = std::ranges::find(columns_, column);
    const auto at = static_cast<std::size_t>(found - columns_.begin());
    if (found == columns_.end() || at >= rows_[row].size()) return {};
    std::string_view text = rows_[row][at];
    return text.size() > 1 && text.front() == '\'' ? text.substr(1) : text;
}

} // namespace openmasa::csv
