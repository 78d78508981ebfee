#include "plan/imports/rows.hpp"
#include "kernel/text.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>

namespace openmasa::imports {
namespace {

/// Above the headings stand the section's name and owner, no more.
constexpr std::size_t last_header_row = 10;

std::vector<word::Line> plain_lines(const word::Cell& cell) {
    std::vector<word::Line> lines;
    for (word::Line line : cell.lines) {
        line.text = word::plain(line.text);
        line.bold_lead = word::plain(line.bold_lead);
        if (!line.text.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

std::string plain_words(const word::Cell& cell) {
    return words_of(plain_lines(cell));
}

std::vector<const word::Cell*> cells_with_words(const word::Row& row) {
    std::vector<const word::Cell*> cells;
    for (const auto& cell : row.cells)
        if (!cell.lines.empty()) cells.push_back(&cell);
    return cells;
}

/// "Owner:" beside "Independent Scrutiny Team" beside "Chair:" beside ...; or both in one cell.
bool read_officer_row(const word::Row& row, bool with_colon, Officers& officers) {
    const auto cells = cells_with_words(row);
    bool found = false;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const std::string words = one_line(plain_words(*cells[at]));
        const auto label = officer_label(words);
        if (label != OfficerLabel::none && (!with_colon || words.ends_with(':'))) {
            std::string& value = label == OfficerLabel::owner ? officers.owner : officers.chair;
            if (at + 1 < cells.size()) value = one_line(plain_words(*cells[++at]));
            found = true;
            continue;
        }
        for (const auto& line : cells[at]->lines)
            found = read_officer(word::plain(line.text), officers) || found;
        if (!found) return false;
    }
    return found;
}

bool read_difference_row(const word::Row& row, std::vector<std::string>& difference) {
    const auto cells = cells_with_words(row);
    if (cells.empty() || !asks_what_difference(cells[0]->lines[0].text)) return false;
    for (const auto* cell : cells)
        for (const auto& line : plain_lines(*cell))
            if (!asks_what_difference(line.text)) difference.push_back(line.text);
    return true;
}

/// The words of a row that is one cell across the table; empty for other rows.
std::string banner_of(const word::Row& row, int columns) {
    const auto cells = cells_with_words(row);
    if (columns < 2 || cells.size() != 1 || cells[0]->column > 0) return {};
    const bool across = cells[0]->span >= columns || row.cells.size() == 1;
    return across ? one_line(plain_words(*cells[0])) : std::string();
}

/// "Priority:" beside "Neglect".
std::string labelled_section(const word::Row& row) {
    const auto cells = cells_with_words(row);
    if (cells.size() != 2) return {};
    const std::string label = normalised(cells[0]->text());
    const bool names = label == "priority" || label == "priority area" || label == "theme";
    return names ? one_line(plain_words(*cells[1])) : std::string();
}

void read_row_above_header(const word::Row& row, int columns, PlanTable& table) {
    if (read_officer_row(row, false, table.officers)) return;
    if (read_difference_row(row, table.difference)) return;
    std::string name = banner_of(row, columns);
    if (name.empty()) name = labelled_section(row);
    if (!name.empty() && table.section_name.empty()) table.section_name = std::move(name);
}

void add_words(std::string& words, std::string_view more) {
    if (!words.empty() && !more.empty()) words += '\n';
    words += more;
}

void add_note(PlanRow& row, const std::string& header, std::string words) {
    if (words.empty()) return;
    const auto known = std::ranges::find(row.notes, header, &Note::header);
    if (known != row.notes.end())
        add_words(known->words, words);
    else
        row.notes.push_back({header, std::move(words)});
}

void add_lines(std::vector<word::Line>& lines, const word::Cell& cell) {
    std::ranges::move(plain_lines(cell), std::back_inserter(lines));
}

void read_cell(const word::Cell& cell, const Column& column, PlanRow& row) {
    switch (column.kind) {
    case ColumnKind::objective: add_lines(row.objective, cell); break;
    case ColumnKind::action:
        row.action_merged = row.action_merged || cell.merged_from_above;
        add_lines(row.action, cell);
        break;
    case ColumnKind::date:
        row.date_merged = cell.merged_from_above;
        add_words(row.date, plain_words(cell));
        break;
    case ColumnKind::owner: add_words(row.owner, plain_words(cell)); break;
    case ColumnKind::status:
        add_words(row.status, plain_words(cell));
        row.status_fill = cell.fill;
        break;
    case ColumnKind::progress: add_words(row.progress, plain_words(cell)); break;
    case ColumnKind::reference: add_words(row.reference, one_line(plain_words(cell))); break;
    case ColumnKind::note: add_note(row, column.header, plain_words(cell)); break;
    }
}

/// A date, owner or status whose cell reaches down holds for every row it reaches.
void reach_down(const word::Cell& cell, const Column& column, const PlanRow& above, PlanRow& row) {
    if (!cell.merged_from_above) return;
    if (column.kind == ColumnKind::date) row.date = above.date;
    if (column.kind == ColumnKind::owner) row.owner = above.owner;
    if (column.kind == ColumnKind::status) {
        row.status = above.status;
        row.status_fill = above.status_fill;
    }
}

PlanRow read_row(const word::Row& words, const std::vector<Column>& columns, const PlanRow& above) {
    PlanRow row;
    for (const auto& cell : words.cells) {
        const Column* column = column_of(columns, cell);
        if (column == nullptr) {
            add_note(row, "Beside the table", plain_words(cell));
            continue;
        }
        read_cell(cell, *column, row);
        reach_down(cell, *column, above, row);
    }
    return row;
}

bool is_blank(const PlanRow& row) {
    return row.banner.empty() && row.objective.empty() && row.action.empty() &&
           row.reference.empty() && (row.owner.empty() || row.action_merged) &&
           (row.date.empty() || row.date_merged) && row.status.empty() && row.progress.empty() &&
           row.notes.empty() && !row.action_merged;
}

/// Reads a row below the headings; they may be repeated on any page.
void read_row_below_header(const word::Row& words, int number, int columns, PlanTable& table) {
    if (auto repeated = read_repeated_header(words, table.columns)) {
        table.columns = std::move(*repeated);
        return;
    }
    if (read_officer_row(words, true, table.officers)) return;
    if (read_difference_row(words, table.difference)) return;
    PlanRow row;
    row.banner = banner_of(words, columns);
    if (row.banner.empty())
        row = read_row(words, table.columns, table.rows.empty() ? PlanRow() : table.rows.back());
    row.table = table.number;
    row.number = number;
    if (!is_blank(row)) table.rows.push_back(std::move(row));
}

} // namespace

std::optional<PlanTable> read_plan_table(const word::Table& words, int number,
                                         const std::vector<Column>* carried_on) {
    PlanTable table;
    table.number = number;
    std::size_t header = 0;
    const std::size_t end = std::min(words.rows.size(), last_header_row);
    for (; header < end && table.columns.empty(); ++header)
        if (auto columns = read_header(words.rows[header])) table.columns = std::move(*columns);
    if (table.columns.empty()) {
        if (carried_on == nullptr || carried_on->back().to != words.columns) return std::nullopt;
        table.columns = *carried_on;
        header = 0;
    }
    for (std::size_t at = 0; at + 1 < header; ++at)
        read_row_above_header(words.rows[at], words.columns, table);
    for (std::size_t at = header; at < words.rows.size(); ++at)
        read_row_below_header(words.rows[at], int(at) + 1, words.columns, table);
    return table;
}

} // namespace openmasa::imports
