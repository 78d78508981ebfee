#pragma once
// Recognises a plan's table by the words at the head of its columns.
#include "core/exchange/word.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::imports {

enum class ColumnKind { objective, action, date, owner, status, progress, reference, note };

struct Column {
    ColumnKind kind = ColumnKind::note;
    /// The header as written; "Column 4" if the document leaves it blank.
    std::string header;
    /// Columns of the table's grid, first and one past the last.
    int from = 0, to = 0;
};

/// The columns that a row names, if it is the head of a plan's table: a column of actions and at
/// least one that belongs to them. Nothing for any other row.
std::optional<std::vector<Column>> read_header(const word::Row& row);

/// The same for a row further down, which must say it in so many words: "Task and finish group" is
/// an action, "Task" heads a column, and so do the words that did before.
std::optional<std::vector<Column>> read_repeated_header(const word::Row& row,
                                                        const std::vector<Column>& columns);

/// The column in which a cell stands; nullptr outside all of them.
const Column* column_of(const std::vector<Column>& columns, const word::Cell& cell);
bool has(const std::vector<Column>& columns, ColumnKind kind);

/// The headings that are looked for, for the sentence that says none was found.
inline constexpr std::string_view headings_looked_for =
    "Action, and Objective, Target date, Lead or Status";

} // namespace openmasa::imports
