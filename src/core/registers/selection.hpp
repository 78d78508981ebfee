#pragma once
// Which rows and columns of a register a list shows, and in which order, as its address says it:
// the page and its downloads read the same. Reading an address never fails: what makes no sense is
// left out.
#include "core/registers/register.hpp"
#include "web/http/form.hpp"
#include <optional>

namespace openmasa::registers {

/// In an address: rows where the column is empty.
inline constexpr std::string_view nothing = "-";

struct Selection {
    struct Chosen {
        std::size_t column;
        std::string value;
        bool operator==(const Chosen&) const = default;
    };
    /// Each word must stand somewhere in the row.
    std::string words;
    /// One value a column; of columns that filter.
    std::vector<Chosen> chosen;
    /// A column; otherwise the register's own order.
    std::optional<std::size_t> sort{};
    bool descending = false;
    /// As chosen by the reader; empty: those that stand there otherwise.
    std::vector<std::size_t> columns;
    int page = 1;

    bool operator==(const Selection&) const = default;
    std::string_view value_of(std::size_t column) const;
    int in_use() const { return static_cast<int>(chosen.size()) + !words.empty(); }
};

Selection read_selection(const Register& which, const http::Form& query);
/// The query of an address; "" when everything is shown as usual. Reading it gives the same.
std::string to_query(const Register& which, const Selection& selection);
/// The one form of a query, without the page.
std::string canonical_query(const Register& which, std::string_view query);
/// What it chooses, for people.
std::vector<std::string> in_words(const Register& which, const Selection& selection);

/// What is searched for: words in small letters, at most twelve, no white space in any.
std::vector<std::string> words_to_find(const Selection& selection);
/// Whether words are looked for in this column: ids and versions are for programs.
bool is_searched(const Column& column);
/// Cut to so many bytes, before a character and never within one: what is written of it reads back
/// the same.
std::string_view within(std::string_view words, std::size_t bytes);

/// "reference,owner" and columns=reference&columns=owner: the keys that are columns, each once.
/// Empty when none is named.
std::vector<std::size_t> columns_named(std::span<const Column> columns, const http::Form& query);
/// "reference,owner"; empty for none.
std::string names_of_columns(std::span<const Column> columns, std::span<const std::size_t> chosen);
/// The columns that stand in the list unless others are chosen.
std::vector<std::size_t> usual_columns(std::span<const Column> columns);
/// A cell's canonical text as people say it: "At risk", "Yes", "31 January 2026".
std::string spoken_cell(const Column& column, const std::string& cell);

} // namespace openmasa::registers
