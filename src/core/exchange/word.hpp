#pragma once
// What a Word file says, without how it looks: paragraphs and tables in order, as they read once
// every tracked change is accepted. Knows nothing about plans.
// Source of names: ECMA-376 part 1, 17 (WordprocessingML); [MS-DOCX] for Word's own additions.
#include "kernel/result.hpp"
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace openmasa::word {

/// A style whose name begins so is one of this program's own documents (core/documents). Words in a
/// paragraph of such a style are read exactly as they stand, however much they look like a list or
/// Markdown; `style` is then its name behind these words. Of runs in it, those of the style "label"
/// are said around the words and are none of them, and those of the style "lead" are the bold ones.
inline constexpr std::string_view own_style = "openmasa ";

/// How a line begins: with nothing, with a bullet (list or typed), or with a number of a list.
enum class Mark { none, bullet, number };

/// One line as a reader sees it. A typed bullet ("•", "-", "o ") is taken off and told by `mark`.
struct Line {
    std::string text;
    Mark mark = Mark::none;
    /// The mark as typed ("-"), when it was typed rather than Word's own list.
    std::string typed_mark;
    /// The words in bold with which the line starts, if others follow: "Family networking:".
    std::string bold_lead;
    /// All of it is in bold.
    bool is_bold = false;
    /// It follows a line break inside a paragraph rather than a paragraph of its own.
    bool after_break = false;
    /// Of its paragraph, when that is one of our own.
    std::string style{};
};

struct Paragraph {
    std::string text;
    /// 1 to 9; 0 for ordinary text.
    int heading_level = 0;
    /// It has the style "Title".
    bool is_title = false;
    bool is_list_item = false;
    /// All its words are in bold: what people use where the style "Heading" was not at hand.
    bool is_bold = false;
    /// When it is one of our own; then the text may be empty.
    std::string style{};
};

struct Cell {
    std::vector<Line> lines;
    /// Columns of the table's grid: the first is 0.
    int column = 0;
    int span = 1;
    /// The cell above reaches down over this one; then there are no lines.
    bool merged_from_above = false;
    /// The colour behind the words, six hexadecimal digits in capitals, or empty.
    std::string fill;

    /// The lines' words with a line feed between them; bullets are left out.
    std::string text() const;
};

struct Row {
    std::vector<Cell> cells;
    /// Word repeats it on every page.
    bool is_header = false;
};

struct Table {
    std::vector<Row> rows;
    int columns = 0;
    /// When it is one of our own.
    std::string style{};
};

using Block = std::variant<Paragraph, Table>;

struct Document {
    std::vector<Block> blocks;
};

/// The words without stray Markdown marks: every "**", and pairs of single "*" around words.
std::string plain(std::string_view text);

/// What is read at most. Anything larger is refused before it costs memory.
inline constexpr std::size_t largest_file = 20u << 20;
inline constexpr int most_columns = 200;
inline constexpr int most_rows = 20'000;
inline constexpr int most_cells = 400'000;

/// Reads the bytes of a .docx or .docm file. Refuses, under the field "file", with what is wrong
/// and what to do, whatever is not one, is protected, damaged or too large.
Result<Document> read_word(std::string_view bytes);

} // namespace openmasa::word
