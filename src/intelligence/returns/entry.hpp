#pragma once
// Figures as somebody types them, one row a figure, and what they come to; nothing but values in
// and out. A row that is left blank says nothing; a reason why there is no figure is a symbol,
// never nought.
#include "intelligence/returns/calendar.hpp"
#include "kernel/result.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

struct TypedFigure {
    FigureKey key{};
    /// A number by itself, or one of so many.
    std::string value{}, numerator{}, denominator{};
    /// Why there is none, as its symbol: "x", "z", "c", "u"; empty where there is one.
    std::string none{};
    std::string note{};
    /// The load of the figure that was there when the page was made; 0: none was.
    LoadNumber read = 0;

    bool operator==(const TypedFigure&) const = default;
};
bool is_blank(const TypedFigure& typed);

/// Why there is no figure, as a form offers it.
struct NoFigure {
    std::string_view symbol, words;
};
std::span<const NoFigure> no_figure_choices();

/// Whether the figure is worked out of two numbers.
bool has_parts(const Definition& is);

/// What a row asks for: one that is owed, or any other figure of such an indicator.
struct EntryRow {
    const AskedIndicator* what = nullptr;
    const Area* area = nullptr;
    FigurePeriod period;
    Day due{};
    /// Whether it is asked for at all; then who owes it.
    bool is_asked = false;
    std::optional<OwnerId> owner{};
    /// What is there, and what the period before it says.
    const ReturnedFigure* now = nullptr;
    const ReturnedFigure* before = nullptr;
};
/// Nothing where the key names no such indicator, no area, or a period of another kind.
std::optional<EntryRow> entry_row(const ReturnsBook& book, const FigureKey& key);
FigureKey key_of(const EntryRow& row);

enum class Change : unsigned char { none, same, added, revised };

/// A row with what it comes to.
struct JudgedFigure {
    EntryRow row;
    TypedFigure typed{};
    Change change = Change::none;
    FigureText text{};
    /// What is wrong, by the fields of its form; then it is not saved.
    std::vector<Problem> problems{};
    /// Why somebody should look at it again; it is saved all the same.
    std::vector<std::string> doubts{};
    /// Somebody returned another figure after the page was made.
    bool is_overtaken = false;
};
/// Keys that name nothing are left out.
std::vector<JudgedFigure> judge_entries(const ReturnsBook& book, std::span<const TypedFigure> typed,
                                        Day today);
/// The doubts of all rows as one mark: another one as soon as a doubtful figure is another.
std::string mark_of_doubts(std::span<const JudgedFigure> judged);

/// The name of a row's field: "n_F1-2-3" of "n".
std::string field_of(std::string_view what, const FigureKey& key);

} // namespace openmasa::intelligence
