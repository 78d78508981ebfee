#pragma once
// CSV as RFC 4180 has it, and as spreadsheets write it: a byte-order mark, lines that end in LF or
// CR LF, quoted cells with separators, quotes and line breaks inside.
#include "kernel/result.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::csv {

/// One line as RFC 4180 has it, ending in CR LF. A cell that a spreadsheet would run as a formula
/// (= + - @ or a control character first) gets an apostrophe in front; reading takes it off.
void append_line(std::string& to, std::span<const std::string_view> cells);
/// The cell without the apostrophe that append_line() puts in front.
std::string_view without_guard(std::string_view cell);

/// Walks through the lines of a text, which must outlive it.
class Lines {
public:
    explicit Lines(std::string_view text, char separator = ',');
    /// The next line's cells, as they stand; false at the end, and at a quote that does not close.
    bool next(std::vector<std::string>& cells);
    /// The line of the file where the last one given began, from 1.
    int number() const { return number_; }
    /// That line as it stands in the text, without what ends it.
    std::string_view as_it_stands() const { return line_; }
    bool has_open_quote() const { return open_quote_; }

private:
    bool take(char c);
    std::string cell();
    void append_quoted(std::string& to);

    std::string_view rest_, line_;
    char separator_;
    int number_ = 0;
    int lines_ = 1;
    bool open_quote_ = false;
};

/// A file with a first line of column names.
class Table {
public:
    /// Refuses a quote that does not close, and a line with more cells than there are columns.
    static Result<Table> read(std::string_view text);

    std::size_t rows() const { return rows_.size(); }
    bool has(std::string_view column) const;
    /// A cell without the apostrophe that guards a formula; empty when the column or cell is
    /// missing.
    std::string_view cell(std::size_t row, std::string_view column) const;

private:
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace openmasa::csv
