#pragma once
// Where a register's rows stand in the database: a feature says once, in its store, how each cell
// is made of its tables. All reading is put together from it (rows.hpp): every row, those of a
// page, one by its id, how many there are.
//     constexpr registers::Source source{.from = "agency a JOIN owner o ON o.id = a.id",
//                                        .order = "lower(o.name), o.id",
//                                        .cells = cells};
#include "core/access/scope.hpp"
#include "core/registers/column.hpp"
#include "store/query.hpp"
#include "store/text_row.hpp"

namespace openmasa::registers {

/// A query under way that gives rows of cells.
using RowsQuery = store::ComposedQuery<Cells>;

/// How the database says one column's cell: canonical text, never NULL. As plain SQL, or, where it
/// depends on the reader's day or words, added by a function.
struct StoredCell {
    std::string_view key;
    store::SqlPiece<0> sql = "";
    void (*add)(RowsQuery& query, const Scope& scope) = nullptr;
    /// Where making the cell of every row would cost too much for a search: adds the condition that
    /// `word` stands in it, or FALSE. `pattern` finds it by LIKE with ESCAPE '!' in small letters.
    void (*find)(RowsQuery& query, std::string_view word, const std::string& pattern) = nullptr;
};

struct Source {
    /// Tables and how they are joined.
    store::SqlPiece<0> from;
    /// The register's own order. Complete, so that it is always the same; an index makes it cheap.
    store::SqlPiece<0> order;
    /// In the order of the register's columns; a test holds the two together.
    std::span<const StoredCell> cells;
};

} // namespace openmasa::registers
