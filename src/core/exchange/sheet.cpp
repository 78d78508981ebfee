#include "core/exchange/sheet.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace openmasa::sheet {
namespace {

using std::string_view_literals::operator""sv;

bool is_blank(const std::vector<std::string>& cells) {
    return std::ranges::all_of(cells, [](const auto& cell) { return trimmed(cell).empty(); });
}

std::size_t filled(const std::vector<std::string>& cells) {
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const auto& cell) { return !trimmed(cell).empty(); }));
}

Refusal too_much() {
    return invalid("file", fmt::format("This file has more than can be read at once: {} rows, {} "
                                       "columns and 64 MB of words. Split it and import the parts.",
                                       most_rows, most_columns));
}

std::string twice(const std::vector<std::string>& names) {
    for (std::size_t at = 0; at < names.size(); ++at)
        if (!names[at].empty() && std::count(names.begin(), names.begin() + long(at), names[at]))
            return names[at];
    return {};
}

constexpr std::pair<std::string_view, std::string_view> others[] = {
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
     "This is an old Excel file (.xls), or one that is protected by a password. Open it in Excel, "
     "save it as an Excel Workbook (.xlsx) without a password and choose it again."},
    {"%PDF-"sv, "This is a PDF. Choose the spreadsheet that it was made from."},
    {"\x89PNG"sv, "This is a picture. Choose a spreadsheet (.xlsx), a .csv or a .json file."},
    {"\xFF\xD8\xFF"sv, "This is a picture. Choose a spreadsheet (.xlsx), a .csv or a .json file."},
    {"{\\rtf"sv, "This is a Rich Text file. Choose a spreadsheet (.xlsx), a .csv or a .json file."},
};

} // namespace

bool Builder::add(int number, std::vector<std::string> cells) {
    if (is_blank(cells)) return true;
    for (const auto& cell : cells) text_ += cell.size();
    too_much_ = too_much_ || text_ > most_text || cells.size() > most_columns ||
                sheet_.rows.size() >= most_rows;
    if (too_much_) return false;
    if (has_names()) {
        if (cells.size() > sheet_.names.size() &&
            filled(cells) > filled({cells.begin(), cells.begin() + long(sheet_.names.size())}))
            add_fault(number, sheet_.names.size() - 1,
                      "This row has more cells than there are names in the first line.");
        cells.resize(sheet_.names.size());
        sheet_.rows.push_back({number, std::move(cells)});
        return true;
    }
    constexpr std::size_t most_titles = 20;
    before_names_.push_back({number, std::move(cells)});
    if (filled(before_names_.back().cells) > 1 || before_names_.size() == most_titles)
        choose_names(std::exchange(before_names_, {}));
    return true;
}

/// Titles above the table have one cell each; a table of one column has no other.
void Builder::choose_names(std::vector<Row> first) {
    const bool is_table = filled(first.back().cells) > 1;
    auto names = is_table ? std::move(first.back()) : std::move(first.front());
    for (auto& name : names.cells) name = one_line(name);
    while (!names.cells.empty() && names.cells.back().empty()) names.cells.pop_back();
    sheet_.names = std::move(names.cells);
    if (is_table) return;
    for (std::size_t at = 1; at < first.size(); ++at)
        add(first[at].number, std::move(first[at].cells));
}

void Builder::add_fault(int row, std::size_t column, std::string words) {
    sheet_.faults.push_back({row, column, std::move(words)});
}

void Builder::add_remark(std::string words) {
    sheet_.remarks.push_back(std::move(words));
}

Result<Sheet> Builder::take() {
    if (too_much_) return too_much();
    if (!before_names_.empty()) choose_names(std::exchange(before_names_, {}));
    if (sheet_.names.empty())
        return invalid("file",
                       "This file is empty: it needs a first line with the columns' names.");
    if (const auto name = twice(sheet_.names); !name.empty())
        return invalid("file",
                       fmt::format("Two columns are named \u201c{}\u201d. Give each its own "
                                   "name, or take one out.",
                                   shortened(name, 100)));
    for (auto& fault : sheet_.faults) // one beside the table is told at its edge
        fault.column = std::min(fault.column, sheet_.names.size() - 1);
    return std::move(sheet_);
}

Result<Sheet> read_sheet(std::string_view bytes) {
    if (bytes.size() > largest_file)
        return invalid("file", "This file is larger than 20 MB. Split it and import the parts.");
    for (const auto& [start, words] : others)
        if (bytes.starts_with(start)) return invalid("file", std::string(words));
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
        return read_xlsx(bytes);
    auto start = bytes;
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    start = start.substr(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    if (start.starts_with('[') || start.starts_with('{')) return read_json(start);
    return read_csv(bytes);
}

} // namespace openmasa::sheet
