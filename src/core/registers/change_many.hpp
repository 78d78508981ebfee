#pragma once
// One change of every row that a list shows: it becomes rows like those of a file, which are looked
// at, saved and taken back as such.
#include "core/exchange/sheet.hpp"
#include "core/registers/form.hpp"
#include "core/registers/selection.hpp"

namespace openmasa::registers {

/// More than that is changed in several parts.
inline constexpr std::size_t most_changed = 20'000;

/// What one column becomes in every row.
struct ColumnChange {
    std::size_t column;
    /// Canonical text; of references the names that are added to those a row has.
    std::string value;
};

/// The columns that such a change may have: which may be set, of rows that are there, and hold one
/// of a few, names, a day, a date or a number. Words are a row's own.
std::vector<std::size_t> columns_to_change(const Register& which,
                                           std::span<const std::string_view> elsewhere);

/// What a form says, by the columns' keys; empty leaves a column as it is, and `nothing` empties
/// it. Refuses, each under its key, what cannot stand in a column, and a form that changes nothing.
Result<std::vector<ColumnChange>> read_changes(const Register& which, const Names& names,
                                               std::span<const std::size_t> columns,
                                               const http::Form& form);

/// The rows that say it: id, version and the columns that change. Refuses more than most_changed
/// rows, and none.
Result<sheet::Sheet> rows_that_say(const Register& which, const std::vector<ColumnChange>& changes,
                                   const EachRow& rows);

struct ManyPage {
    const Register& which;
    const Names& names;
    std::vector<std::size_t> columns;
    /// Which rows, in words; and how many.
    std::vector<std::string> chosen;
    int rows = 0;
    /// Where the form goes and where leaving it leads, with the list's query.
    std::string address, back;
    const http::Form& typed;
    Html form_token;
    std::vector<Problem> problems;
};
Html change_many_view(const ManyPage& page);

} // namespace openmasa::registers
