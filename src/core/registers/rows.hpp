#pragma once
// A register's rows, read by the database as its source says: filtered, ordered, counted and cut
// into pages there, one row after the other in constant memory. What is restricted from the reader
// is in none of them (store/lens.hpp).
#include "core/registers/selection.hpp"
#include "web/listing/paging.hpp"
#include <memory>

namespace openmasa::registers {

/// Every row that this person may see, in the register's own order.
EachRow all_rows(store::Db& db, const Scope& scope, const Register& which);
/// Those that the selection lets through, in its order; only those of one page where it is given,
/// and then without what would have to be worked out (StoredCell::add) for columns that the list
/// does not show.
EachRow selected_rows(store::Db& db, const Scope& scope, const Register& which,
                      const Selection& selection,
                      const std::optional<listing::Paging>& paging = std::nullopt);
/// The query of those rows, added to one that is under way.
void compose_rows(RowsQuery& query, const Scope& scope, const Register& which,
                  const Selection& selection, const std::optional<listing::Paging>& paging);
using Ids = std::vector<std::string>;
/// The ids of those that the selection lets through, in its order. Where words are looked for that
/// takes a reading of every row: it is remembered until anything changes.
std::shared_ptr<const Ids> found_ids(store::Db& db, const Scope& scope, const Register& which,
                                     const Selection& selection);
/// Some of those that it found, in their order; without what the list does not show, as for a page.
EachRow rows_with_ids(store::Db& db, const Scope& scope, const Register& which,
                      const Selection& selection, Ids ids);
/// The row with this id; nothing where this person may see none.
std::optional<Cells> find_row(store::Db& db, const Scope& scope, const Register& which,
                              std::string_view id);
/// Rows that are alike in the columns that filter, and how many: those columns' cells in their
/// order, and the number.
EachRow rows_alike(store::Db& db, const Scope& scope, const Register& which);

} // namespace openmasa::registers
