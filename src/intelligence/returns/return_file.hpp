#pragma once
// An agency's return as a file: the figures that it owes with blank cells to fill in, and the same
// file read back, row by row.
#include "core/exchange/sheet.hpp"
#include "intelligence/returns/entry.hpp"
#include "kernel/result.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// The file to fill in, with a row for each of those figures: as CSV, and as a spreadsheet.
std::string template_csv(std::span<const OwedFigure> owed);
std::string template_xlsx(std::span<const OwedFigure> owed);
/// What was entered, in the same columns: what a load keeps as its file.
std::string csv_of(std::span<const JudgedFigure> judged);

/// A row that is left out, and why.
struct RefusedLine {
    int line = 0;
    std::string what, why;
};

struct ReadReturn {
    /// Each as if it had been typed just now.
    std::vector<TypedFigure> figures{};
    std::vector<RefusedLine> refused{};
    int blank = 0;
};
/// As many as the form takes that shows them.
inline constexpr std::size_t most_in_a_file = 300;
/// Reads a file that was filled in for that agency. Refuses, under the field "file", one without
/// the template's columns.
Result<ReadReturn> read_return(const sheet::Sheet& sheet, const ReturnsBook& book,
                               const OwnerId& agency);

} // namespace openmasa::intelligence
