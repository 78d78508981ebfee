#pragma once
// What a cell of a workbook says, as text: shared and inline strings, numbers, booleans, errors,
// and numbers that are shown as days. Source: ECMA-376 part 1, 18.3.1.4 (c), 18.8.30
// (numFmt), 18.17.4.
#include "core/exchange/xlsx_package.hpp"
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace openmasa::xlsx {

/// A cell as it stands in the file: its kind ("s", "inlineStr", "b", "e", "n", ...), style and
/// text.
struct RawCell {
    std::string type, style, text;
};

struct CellValue {
    std::string text;
    /// Why it holds nothing that can be used; empty when it does.
    std::string fault;
};

class Cells {
public:
    explicit Cells(bool from_1904) : from_1904_(from_1904) {}
    Result<Done> read_strings(PartReader reader);
    Result<Done> read_styles(PartReader reader);
    CellValue value_of(const RawCell& raw) const;

private:
    CellValue number_of(const RawCell& raw) const;
    bool from_1904_;
    std::vector<std::string> strings_;
    std::vector<bool> is_day_; // by style
};

/// A format that shows a number as a day: "dd/mm/yyyy", not "0.00" or "hh:mm".
bool is_format_of_days(std::string_view code);
/// The day that a serial number means; nothing when it means none (60 in the 1900 system).
std::optional<std::string> day_of_serial(std::int64_t serial, bool from_1904);

/// "AB12" is column 27, from 0.
std::optional<std::size_t> column_of(std::string_view reference);
struct Corners {
    int first_row, last_row;
    std::size_t first_column, last_column;
};
/// Of "A2:B5".
std::optional<Corners> corners_of(std::string_view range);
std::optional<std::int64_t> whole_number(std::string_view digits);

} // namespace openmasa::xlsx
