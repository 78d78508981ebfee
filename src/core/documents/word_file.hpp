#pragma once
// A Word document as values: what stands in it, in which styles. An area fills it, write_word()
// makes the file.
//     WordFile file{.title = "Plan", .author = "Example Partnership"};
//     file.blocks.push_back(WordParagraph{"Heading1", {{.text = "Neglect"}}});
//     const std::string bytes = write_word(file);
// Built in are the styles Normal, Title, Heading1 to Heading3, ListBullet, Quiet and Table.
#include "kernel/day.hpp"
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace openmasa::documents {

/// Words within a paragraph. A line feed in them is a line break, a tab a tab.
struct WordRun {
    std::string text;
    /// A character style's id.
    std::string style{};
    bool bold = false;
    /// Where it leads, in full; empty for none.
    std::string link{};
};

struct WordParagraph {
    /// A paragraph style's id; empty for Normal.
    std::string style{};
    std::vector<WordRun> runs{};
};

struct WordCell {
    enum class Reach { one_row, starts, goes_on };
    std::vector<WordParagraph> paragraphs{};
    /// Over how many rows it reaches: it starts here, or goes on from the row above.
    Reach reach = Reach::one_row;
};

struct WordRow {
    std::vector<WordCell> cells{};
    /// Repeated on every page.
    bool is_header = false;
};

struct WordTable {
    /// A table style's id.
    std::string style = "Table";
    /// What it holds, for whoever hears it read.
    std::string described{};
    /// One for each column, in twentieths of a point; a landscape A4 page has 15,138 of them
    /// between its margins, an upright one 10,206.
    std::vector<int> widths{};
    std::vector<WordRow> rows{};
};

using WordBlock = std::variant<WordParagraph, WordTable>;

/// A style beside those built in; in Word's own list of styles people see its name.
struct WordStyle {
    enum class Of { paragraph, words, table };
    Of of = Of::paragraph;
    std::string_view id, name;
    /// Another style's id, whose look it has; "ListBullet" makes its paragraphs items of a list.
    std::string_view based_on;
};

struct WordFile {
    std::string title, author;
    Moment made{};
    bool landscape = false;
    std::vector<WordStyle> styles{};
    std::vector<WordBlock> blocks{};
    /// At the foot of every page, before its number.
    std::string footer{};
};

inline constexpr std::string_view word_media_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The bytes of the .docx file. What no XML can hold is replaced by U+FFFD.
std::string write_word(const WordFile& file);

} // namespace openmasa::documents
