#pragma once
// A register's columns, described once: downloads, the template, the import and the choice of
// columns all come from it. A row travels as text cells in one canonical form each, so that what is
// written and what is read can be compared as it stands.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::registers {

/// What a column holds, and its canonical text: a day is "2026-01-31", a number its digits, yes or
/// no is "yes" or "no", a choice its value, a reference the other thing's name,
/// references with "; " between.
enum class Holds {
    words,
    long_words,
    day,
    target_date,
    number,
    choice,
    yes_no,
    reference,
    references
};

/// What an import does with a column.
enum class Use {
    key,     // tells which row of the register is meant; filled unless key_may_be_empty
    given,   // may be set
    told,    // only told: an import leaves it out
    id,      // tells exactly which row is meant; empty for a new one
    version, // the version that was read: another one now means that somebody was first
};

struct Choice {
    std::string_view value, label;
    /// In a list it stands out as what is late does.
    bool is_late = false;
};

struct Column {
    /// In small letters and underscores: the name in CSV, JSON and addresses.
    std::string_view key;
    /// For people: the head of a column in a spreadsheet.
    std::string_view label;
    Holds holds = Holds::words;
    Use use = Use::told;
    std::span<const Choice> choices{};
    /// What belongs there, for the template; empty where the label says it.
    std::string_view hint{};
    bool required = false;
    /// Never another one once the row is there.
    bool fixed = false;
    /// The most bytes that a cell may have.
    std::size_t longest = 300;
    /// Stands in the list on the page unless its reader chose columns.
    bool shown = false;
    /// It holds one of a few, by which rows are chosen.
    bool filters = false;
    /// What a row is called: in a list it leads to the row's page.
    bool names_row = false;
    /// What a file may call it too: the label without the partnership's own words
    /// (local.hpp).
    std::string_view own_label{};
    /// Of a key: with the other keys it tells which row is meant, also where it is empty.
    bool key_may_be_empty = false;
    /// Of references to a few dozen things: a form has a box to tick for each.
    bool is_ticked = false;
    /// The key of another column: of a new row whose file has none of this one it is made of the
    /// beginning of that one's words.
    std::string_view made_of{};
    /// Of references: it may also name rows that the same file brings ("reports to").
    bool may_name_rows = false;
};

bool must_be_filled(const Column& column);

/// One row, in the columns' order; canonical text.
using Cells = std::vector<std::string>;
using TakeRow = std::function<void(const Cells&)>;
/// Hands over every row.
using EachRow = std::function<void(const TakeRow&)>;

/// Where a column stands, by its key; the number of columns when there is none.
std::size_t place_of(std::span<const Column> columns, std::string_view key);
/// Where the first column of that use stands; the number of columns when there is none.
std::size_t place_with(std::span<const Column> columns, Use use);
/// Where those stand by which rows are chosen.
std::vector<std::size_t> columns_that_filter(std::span<const Column> columns);
/// The columns that are named in "reference,owner", in that order; all of them when it names none.
std::vector<std::size_t> chosen_columns(std::span<const Column> columns, std::string_view names);

} // namespace openmasa::registers
