#pragma once
// Turns the text of paragraphs into lines as a reader sees them.
#include "core/exchange/word.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::word {

/// Collects text; knows where lines and paragraphs end.
class LineBuilder {
public:
    void add(std::string_view text, bool bold);
    /// What follows is read exactly as it stands, when the style is one of our own.
    void begin_paragraph(std::string own_style);
    bool reads_exactly() const { return !style_.empty(); }
    void line_break();
    /// `mark` is that of the list the paragraph belongs to.
    void end_paragraph(Mark mark);
    /// The lines with words in them, in order, and empty ones between those that are read exactly;
    /// the builder is empty afterwards.
    std::vector<Line> take();

private:
    void end_line();
    Line exact_line(std::string raw, std::size_t bold_bytes, bool other_words) const;
    Line seen_line(const std::string& raw, std::size_t bold_bytes, bool other_words) const;

    std::vector<Line> lines_;
    std::string text_, style_;
    /// How much of text_ is bold from its start, and whether other words followed.
    std::size_t bold_bytes_ = 0;
    bool other_words_ = false;
    bool after_break_ = false;
    std::size_t paragraph_start_ = 0;
};

/// The character for a symbol in one of Word's symbol fonts; empty for most.
std::string_view symbol(std::string_view font, std::string_view hexadecimal);

} // namespace openmasa::word
