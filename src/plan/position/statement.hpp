#pragma once
// What the position statement says: sentences and tables as values, in their order. The page, the
// PDF, the Word document and the workbook all show this one, so that they say the same.
#include "core/terms/words.hpp"
#include "plan/position/store.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::position {

struct Cell {
    std::string words{};
    /// The words are this number, or this day, for a spreadsheet.
    std::optional<std::int64_t> number{};
    std::optional<Day> day{};
    /// Where it leads: to the list that it counts, or to the record that it names.
    std::string href{};
    /// A second line, in small.
    std::string more{};
};

struct Line {
    /// A part of the line before it, or a sum of what stands above.
    enum class Is { itself, part, sum };
    std::vector<Cell> cells{};
    Is is = Is::itself;
};

struct Head {
    std::string words;
    bool is_number = false;
    /// What the second lines of its cells are, where they have some: a workbook has a column for
    /// it.
    std::string more{};
};

struct Table {
    /// What it holds, for whoever hears it read.
    std::string caption{};
    std::vector<Head> heads{};
    std::vector<Line> lines{};
};

/// A heading with what stands below it.
struct Part {
    /// In addresses, "#late", and short enough for the sheet of a workbook.
    std::string anchor{}, sheet{};
    std::string heading{};
    std::vector<std::string> sentences{};
    /// Nothing where there is nothing to tell: then the sentences say so.
    std::optional<Table> table{};
    /// How many lines were left out of a list that is long; where all of them are listed.
    int left_out = 0;
    std::string list{};
    /// What is counted, and how.
    std::vector<std::string> notes{};
};

struct Statement {
    std::string title{};
    /// The number first.
    std::string headline{};
    /// Some lead to the list that they count.
    std::vector<Cell> sentences{};
    std::vector<Part> parts{};
};

struct StatementFacts {
    Position position;
    /// Of whatever is late or moved, as far as it is listed.
    Names names;
    Deciders deciders;
    terms::Words words{};
    std::string partnership{};
    Moment made{};
    /// The day is one in the past, and what was recorded later is left out.
    bool is_past = false, as_known_then = false;
    /// How many lines a list has at most.
    std::size_t most_listed = 0;
};
Statement statement_of(const StatementFacts& facts);

/// On a page and on paper; in a workbook nothing is left out.
inline constexpr std::size_t most_on_paper = 50;
/// Those that statement_of() names, given how many lines a list has.
std::vector<RecommendationId> ids_to_name(const Position& position, std::size_t most_listed);

/// The list of exactly what a figure counts: outstanding ones of that home, of that kind; all
/// without. Empty for a sector: the list has no filter for one.
std::string list_address(const HomeRow* home, const std::optional<std::size_t>& kind_column);
std::string record_address(const RecommendationId& id);
/// What a home is called: "Neglect", "Education", "Other", "Not filed yet".
std::string name_of(const HomeRow& home, const terms::Words& words);
/// "Leadership", and "Not said" for the last column.
std::string_view name_of_column(std::size_t kind_column);

/// "3 fewer", "12 more", "as many".
std::string compared(int difference);
/// "45 days", from two months on "7 months": whole ones, counted back from today.
std::string in_months(int days, Day today);

} // namespace openmasa::position
