#pragma once
// Rows of a register as a table on a page, with the columns that its reader chose; and the form to
// choose them.
#include "core/registers/register.hpp"
#include "web/html.hpp"
#include <functional>

namespace openmasa::registers {

struct RowsTable {
    const Register& which;
    std::vector<std::size_t> columns;
    /// Read out, not shown.
    std::string caption;
    /// The words of a column's head; the column's label unless given. A list that sorts puts a link
    /// in.
    std::function<Html(std::size_t column)> head{};
    /// Rows as they were lead to no page: theirs is about now.
    bool leads_to_pages = true;
    /// What stands in a row's cell; its text as people say it unless given.
    std::function<Html(std::size_t column, const Cells& row)> cell{};
};

/// The column that names the row leads to its page; the first one where that is not chosen.
Html rows_table(const RowsTable& table, const std::vector<Cells>& rows);
/// A cell as people read it; a dash where it is empty.
Html shown_cell(const Column& column, const std::string& cell);

struct ColumnChoice {
    const Register& which;
    /// The list's address, and what it shows now beside columns.
    std::string address, query;
    /// Chosen by the reader; empty: as usual.
    std::vector<std::size_t> chosen;
    std::vector<std::size_t> usual;
};
/// Folded under "Columns": boxes to tick, sent in the address.
Html column_choice(const ColumnChoice& choice);

/// Every field of a query but those named, as hidden fields of a form that is sent in an address.
Html hidden_query(std::string_view query, std::span<const std::string_view> but);

} // namespace openmasa::registers
