#pragma once
// Reading CSV as RFC 4180 has it, and as spreadsheets write it: a byte-order mark, lines that end
// in LF or CR LF, quoted cells with commas, quotes and line breaks inside.
#include "kernel/result.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::csv {

/// One line of CSV as RFC 4180 has it, ending in CR LF. A cell that a spreadsheet would run as a
/// formula (= + - @ or a control character first) gets an apostrophe in front; reading takes it
/// off.
void append_line(std::string& to, std::span<const std::string_view> cells);

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
