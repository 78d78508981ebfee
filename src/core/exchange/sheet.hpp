#pragma once
// A table as a file has it: a line of names, then rows, whatever the file is: CSV (also with
// semicolons or tabs, in UTF-8, UTF-16 or Windows-1252), XLSX or JSON. Knows nothing of what the
// columns mean.
#include "kernel/result.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::sheet {

struct Row {
    /// Its number in the file as people count: the line of names is usually 1.
    int number = 0;
    /// As many as there are names. A day is "2026-01-31", a boolean "yes" or "no".
    std::vector<std::string> cells;
};

/// A cell that holds nothing that can be used: an error of a formula, a day that does not exist.
struct Fault {
    int row = 0;
    std::size_t column = 0;
    std::string words;
};

struct Sheet {
    std::vector<std::string> names;
    std::vector<Row> rows;
    std::vector<Fault> faults;
    /// What a person should know about how it was read: "Only the sheet X was read; there are 2."
    std::vector<std::string> remarks;
};

inline constexpr std::size_t largest_file = 20u << 20;
inline constexpr std::size_t most_rows = 100'000;
inline constexpr std::size_t most_columns = 200;
/// Of all cells together, once unpacked.
inline constexpr std::size_t most_text = 64u << 20;

/// Reads the bytes of a file. Refuses, under the field "file", with what is wrong and what to do,
/// whatever is none of the three, is protected, damaged or too large.
Result<Sheet> read_sheet(std::string_view bytes);

// The parts of it.
/// A line of cells that were read, with its number; put together into a sheet.
class Builder {
public:
    /// Blank lines are left out; the first line with two filled cells (or the only one) is the
    /// names. False when there is too much: then stop and ask `take()`, which refuses.
    bool add(int number, std::vector<std::string> cells);
    void add_fault(int row, std::size_t column, std::string words);
    void add_remark(std::string words);
    /// Whether the line of names has come.
    bool has_names() const { return !sheet_.names.empty(); }
    Sheet& sheet() { return sheet_; }
    Result<Sheet> take();

private:
    void choose_names(std::vector<Row> first);
    Sheet sheet_;
    std::vector<Row> before_names_;
    std::size_t text_ = 0;
    bool too_much_ = false;
};

Result<Sheet> read_csv(std::string_view bytes);
Result<Sheet> read_json(std::string_view bytes);
Result<Sheet> read_xlsx(std::string_view bytes);

} // namespace openmasa::sheet
