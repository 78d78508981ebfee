#pragma once
// Rows of a register as CSV, JSON or XLSX: the same rows, the same columns, row by row in constant
// memory. What is written here is what sheet_in.hpp reads back as the same cells.
#include "core/registers/column.hpp"

namespace openmasa::registers {

enum class Format { csv, json, xlsx };
/// "csv", "json" or "xlsx"; nothing else.
bool from_text(std::string_view text, Format& format);
std::string_view to_text(Format format);
std::string_view media_type(Format format);

/// Takes what is written, piece by piece.
using Sink = std::function<void(std::string_view)>;

struct Outgoing {
    /// Of the register; the sheet's name in a spreadsheet.
    std::string_view title;
    std::span<const Column> columns;
    /// Which of them, in which order: chosen_columns().
    std::vector<std::size_t> chosen;
};

void write_rows(Format format, const Outgoing& what, const EachRow& each, const Sink& sink);
/// An empty spreadsheet to be filled in: the columns that an import reads, and a sheet that says
/// what belongs in them.
void write_template(const Outgoing& what, const Sink& sink);

} // namespace openmasa::registers
