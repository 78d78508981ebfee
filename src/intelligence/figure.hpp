#pragma once
// One published figure: the text as it was published, kept to the last sign, and what it is worth.
// A symbol in a cell is not a number and never becomes nought: it says why there is none.
//
// Source: Explore Education Statistics, glossary of symbols, with what its files and those of the
// Local Authority Interactive Tool used before.
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::intelligence {

enum class Symbol : unsigned char {
    not_given,         // an empty cell beside a note
    confidential,      // c
    not_available,     // x and :
    not_applicable,    // z
    low_reliability,   // u
    rounds_to_nothing, // k and low: above nought, and too small to be shown
};

/// What the cell holds: "c", "x" ... for what the page says, "confidential: too few to publish".
std::string_view spoken(Symbol symbol);

struct Figure {
    /// One of the two, never both.
    std::optional<double> number;
    std::optional<Symbol> symbol;
};

/// What a cell is worth: a number ("1,234", "7.0000000000000007E-2") or a symbol, in any case of
/// letters. Nothing when it is neither. White space around it says nothing.
std::optional<Figure> read_figure(std::string_view cell);

/// A number for people: at most 15 digits, as all that a machine's number carries, so that
/// "7.0000000000000007E-2" is 0.07; thousands are parted by commas, the minus is a minus.
/// `decimals`: so many, rounded as DfE rounds; without, as many as it has.
std::string shown(double number, std::optional<int> decimals = {});
/// The cell for people: the number so, or its symbol as it was published.
std::string shown(std::string_view cell, std::optional<int> decimals = {});
/// The same number for files: plain digits, no commas.
std::string plain(double number);

} // namespace openmasa::intelligence
