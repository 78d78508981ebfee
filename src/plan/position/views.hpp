#pragma once
// The position statement as a page and as what is printed of it, from ready data.
#include "kernel/result.hpp"
#include "plan/position/statement.hpp"
#include "web/html.hpp"
#include <functional>

namespace openmasa::position {

/// What stands around the statement: on a page its downloads, its form; on paper what it is of.
struct Around {
    Html verbs{}, below_head{};
    std::vector<Html> facts{};
};
/// The statement itself: the same on the page and in the PDF.
Html statement_view(const Statement& statement, const Around& around);

struct PositionPage {
    Statement statement;
    Day then{}, now{};
    /// "?since=2024-12-31", for the downloads.
    std::string query{};
    /// Why no PDF can be made here; empty when one can.
    std::string why_no_pdf{};
    /// The days as typed, where one of them is none.
    std::string since_typed{}, on_typed{};
    /// Of "since" and "on".
    std::vector<Problem> problems{};
    bool as_known_then = false;
};
Html position_page_view(const PositionPage& page);

/// A table of the statement; `drawn` gives what a cell shows beside its words, by line and column.
using Drawn = std::function<Html(const Table& table, std::size_t line, std::size_t column)>;
Html table_view(const Table& table, const Drawn& drawn = {});

/// The two pages: where it stands, in pictures.
enum class Tab { position, pictures };
Html tabs(Tab current);

} // namespace openmasa::position
