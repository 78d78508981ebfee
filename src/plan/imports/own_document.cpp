#include "plan/imports/own_document.hpp"
#include "kernel/text.hpp"
#include "plan/document_styles.hpp"
#include "plan/imports/table_columns.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>

namespace openmasa::imports {
namespace {

namespace styles = plan::styles;

bool is_ours(const word::Block& block) {
    const auto* table = std::get_if<word::Table>(&block);
    return table && table->style == styles::table;
}

/// What people typed in a style of their own is cleaned as everywhere else.
word::Line as_written(word::Line line) {
    if (line.style.empty()) line.text = word::plain(line.text);
    return line;
}

/// The words of a cell, with a title that stands by itself or leads the first line.
struct Words {
    std::string title;
    std::vector<word::Line> lines;
};

Words words_of_cell(const word::Cell& cell) {
    Words words;
    for (const auto& line : cell.lines) {
        if (line.style == styles::title && words.lines.empty() && words.title.empty())
            words.title = one_line(line.text);
        else
            words.lines.push_back(as_written(line));
    }
    if (!words.title.empty() || words.lines.empty() || words.lines.front().style.empty())
        return words;
    const auto& first = words.lines.front();
    words.title = first.is_bold ? first.text : first.bold_lead;
    return words;
}

std::string text_of_cell(const word::Cell& cell) {
    return whole_text(words_of_cell(cell).lines);
}

/// The cell of that kind in a row; nullptr where the table has no such column any more.
const word::Cell* cell_of(const word::Row& row, const std::vector<Column>& columns,
                          ColumnKind kind) {
    for (const auto& cell : row.cells) {
        const auto* column = column_of(columns, cell);
        if (column && column->kind == kind) return &cell;
    }
    return nullptr;
}

class Reading {
public:
    void take(const word::Block& block) {
        if (const auto* paragraph = std::get_if<word::Paragraph>(&block)) return take(*paragraph);
        const auto& table = std::get<word::Table>(block);
        ++number_;
        if (is_ours(block))
            take(table);
        else
            ++read_.other_tables;
    }
    OwnDocument finish() { return std::move(read_); }

private:
    void take(const word::Paragraph& paragraph);
    void take(const word::Table& table);
    void take(const word::Row& row, int number);
    void take_objective(const word::Row& row);
    PlanRow row_of(const word::Row& row, int number) const;
    std::string said(const word::Row& row, ColumnKind kind) const {
        const auto* cell = cell_of(row, columns_, kind);
        return cell ? text_of_cell(*cell) : std::string();
    }
    void open_section(std::string name, bool is_priority);
    SectionRows& section();

    OwnDocument read_;
    std::vector<Column> columns_;
    int number_ = 0;
};

void Reading::open_section(std::string name, bool is_priority) {
    SectionRows section;
    section.head.name = std::move(name);
    section.head.is_priority = is_priority;
    section.first_table = number_ + 1;
    read_.grouped.sections.push_back(std::move(section));
}

/// A table whose heading somebody took away stands in a section without a name of its own.
SectionRows& Reading::section() {
    if (read_.grouped.sections.empty()) open_section("Plan", true);
    return read_.grouped.sections.back();
}

void Reading::take(const word::Paragraph& paragraph) {
    const auto& [style, text] = std::tie(paragraph.style, paragraph.text);
    if (style == styles::plan_title) read_.front.title = one_line(text);
    if (style == styles::period) read_.front.period = text;
    if (style == styles::edition) read_.front.edition = text;
    if (style == styles::priority || style == styles::activity)
        open_section(text, style == styles::priority);
    if (read_.grouped.sections.empty()) return;
    Section& head = section().head;
    if (style == styles::remark) head.remark = text;
    if (style == styles::owner) head.owner = text;
    if (style == styles::chair) head.chair = text;
    if (style == styles::difference) head.difference.push_back(text);
}

void Reading::take(const word::Table& table) {
    ++read_.tables;
    read_.rows += int(table.rows.size());
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        auto header = at == 0 ? read_header(table.rows[at]) : std::nullopt;
        if (header)
            columns_ = std::move(*header);
        else
            take(table.rows[at], int(at) + 1);
    }
}

void Reading::take(const word::Row& row, int number) {
    take_objective(row);
    auto& objectives = section().objectives;
    auto read = row_of(row, number);
    const auto* cell = cell_of(row, columns_, ColumnKind::action);
    ActionRows action;
    if (cell) action.title = words_of_cell(*cell).title;
    if (read.action.empty() && read.reference.empty() && action.title.empty()) return;
    if (objectives.empty()) objectives.push_back({.words = {}, .title = section().head.name});
    action.rows.push_back(std::move(read));
    objectives.back().actions.push_back(std::move(action));
}

/// A cell that goes on from above, and one that somebody left empty, mean the objective above.
void Reading::take_objective(const word::Row& row) {
    const auto* cell = cell_of(row, columns_, ColumnKind::objective);
    if (!cell || cell->merged_from_above || cell->lines.empty()) return;
    auto words = words_of_cell(*cell);
    section().objectives.push_back(
        {.words = std::move(words.lines), .title = std::move(words.title)});
}

PlanRow Reading::row_of(const word::Row& row, int number) const {
    PlanRow read;
    read.table = number_;
    read.number = number;
    if (const auto* action = cell_of(row, columns_, ColumnKind::action))
        read.action = words_of_cell(*action).lines;
    read.reference = one_line(said(row, ColumnKind::reference));
    read.date = said(row, ColumnKind::date);
    read.owner = said(row, ColumnKind::owner);
    read.status = said(row, ColumnKind::status);
    return read;
}

} // namespace

std::optional<OwnDocument> read_own(const word::Document& document) {
    if (std::ranges::none_of(document.blocks, is_ours)) return std::nullopt;
    Reading reading;
    for (const auto& block : document.blocks) reading.take(block);
    auto read = reading.finish();
    if (read.front.title.empty()) read.front.title = read_front(document).title;
    return read;
}

} // namespace openmasa::imports
