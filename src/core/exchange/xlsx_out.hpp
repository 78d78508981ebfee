#pragma once
// Writes an XLSX workbook row by row in constant memory. Words are only ever words: a cell that
// starts with "=" is no formula.
// Source of the format: ECMA-376 part 1, 18 (SpreadsheetML).
#include "kernel/day.hpp"
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::xlsx {

/// How wide a column is, in characters, and whether its words run over several lines.
struct ColumnLook {
    std::string_view head;
    double width = 16;
    bool wraps = false;
    /// What may be chosen in its cells; empty: anything.
    std::span<const std::string_view> choices{};
};

class Workbook {
public:
    Workbook();
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// A sheet with a first row of heads that stays in sight. Later cells go to it.
    void begin_sheet(std::string_view name, std::span<const ColumnLook> columns);

    // The next cell of the row, from left to right.
    void words(std::string_view text);
    void number(std::int64_t value);
    void yes_no(bool yes);
    /// A real date; before March 1900, which spreadsheets count wrongly or not at all, its ISO
    /// text.
    void day(Day value);
    void blank();
    void end_row();

    /// The end: hands over the file piece by piece. Throws std::runtime_error when it could not be
    /// written.
    void finish(const std::function<void(std::string_view)>& take);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace openmasa::xlsx
