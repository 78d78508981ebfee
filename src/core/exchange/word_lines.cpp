#include "core/exchange/word_lines.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <utility>

namespace openmasa::word {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Characters that only lay out, and what a reader sees of them.
constexpr std::array<Pair, 10> layout_characters{{
    {"\u00A0", " "}, // no-break space
    {"\u202F", " "}, // narrow no-break space
    {"\u2007", " "}, // figure space
    {"\u2011", "-"}, // no-break hyphen
    {"\u00AD", ""},  // soft hyphen
    {"\u200B", ""},  // zero-width space
    {"\u2060", ""},  // word joiner
    {"\uFEFF", ""},  // byte-order mark
    {"\u2028", " "}, // line separator
    {"\u2029", " "}, // paragraph separator
}};

/// Bullets that need nothing after them. The last four are Word's symbol fonts seen as text.
constexpr std::array<std::string_view, 18> bullets{
    "\u2022", "\u25AA", "\u25E6", "\u2023", "\u25CF", "\u25CB", "\u25A0", "\u25A1", "\u00B7",
    "\u2043", "\u27A2", "\u27A4", "\u25BA", "\u2714", "\uF0B7", "\uF0A7", "\uF0D8", "\uF0FC"};

/// These mean other things too: they are bullets only before a space. "?" is what a bullet becomes
/// when a program loses it.
constexpr std::array<std::string_view, 6> bullets_before_space{"-", "\u2013", "\u2014",
                                                               "*", "?",      "o"};

std::string without_layout(std::string_view text) {
    std::string seen;
    seen.reserve(text.size());
    while (!text.empty()) {
        const Pair* match = nullptr;
        if (static_cast<unsigned char>(text.front()) >= 0x80)
            for (const auto& candidate : layout_characters)
                if (text.starts_with(candidate.first)) match = &candidate;
        seen += match ? match->second : text.substr(0, 1);
        text.remove_prefix(match ? match->first.size() : 1);
    }
    return seen;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The typed bullet at the start of a line; empty if there is none.
std::string_view typed_bullet(std::string_view line) {
    for (const auto bullet : bullets)
        if (line.starts_with(bullet)) return bullet;
    for (const auto bullet : bullets_before_space)
        if (line.starts_with(bullet) && line.size() > bullet.size() && line[bullet.size()] == ' ')
            return bullet;
    if (line.size() > 1 && line[0] == '-' && is_letter(line[1])) return line.substr(0, 1);
    return {};
}

bool has_words(std::string_view text) {
    return !trimmed(text).empty();
}

} // namespace

void LineBuilder::add(std::string_view text, bool bold) {
    text_ += reads_exactly() ? std::string(text) : without_layout(text);
    if (bold && !other_words_)
        bold_bytes_ = text_.size();
    else if (has_words(text))
        other_words_ = true;
}

void LineBuilder::begin_paragraph(std::string own_style) {
    style_ = std::move(own_style);
}

void LineBuilder::line_break() {
    end_line();
    after_break_ = true;
}

void LineBuilder::end_paragraph(Mark mark) {
    end_line();
    after_break_ = false;
    if (paragraph_start_ < lines_.size() && lines_[paragraph_start_].mark == Mark::none)
        lines_[paragraph_start_].mark = mark;
    paragraph_start_ = lines_.size();
}

void LineBuilder::end_line() {
    const std::string raw = std::exchange(text_, {});
    const std::size_t bold_bytes = std::exchange(bold_bytes_, 0);
    const bool other_words = std::exchange(other_words_, false);
    Line line = reads_exactly() ? exact_line(raw, bold_bytes, other_words)
                                : seen_line(raw, bold_bytes, other_words);
    if (!line.text.empty() || reads_exactly()) lines_.push_back(std::move(line));
}

Line LineBuilder::exact_line(std::string raw, std::size_t bold_bytes, bool other_words) const {
    Line line{.text = std::move(raw),
              .is_bold = bold_bytes > 0 && !other_words,
              .after_break = after_break_,
              .style = style_};
    if (other_words) line.bold_lead = line.text.substr(0, bold_bytes);
    return line;
}

Line LineBuilder::seen_line(const std::string& raw, std::size_t bold_bytes,
                            bool other_words) const {
    const std::string text = one_line(cleaned(raw));
    const std::string bullet(typed_bullet(text));
    const auto unmarked = [&](std::string_view line) {
        return std::string(trimmed(line.substr(line.starts_with(bullet) ? bullet.size() : 0)));
    };
    Line line{.text = unmarked(text),
              .mark = bullet.empty() ? Mark::none : Mark::bullet,
              .typed_mark = bullet,
              .bold_lead = {},
              .is_bold = bold_bytes > 0 && !other_words,
              .after_break = after_break_};
    if (other_words) line.bold_lead = unmarked(one_line(cleaned(raw.substr(0, bold_bytes))));
    return line;
}

std::vector<Line> LineBuilder::take() {
    end_paragraph(Mark::none);
    paragraph_start_ = 0;
    const auto says_nothing = [](const Line& line) {
        return line.text.empty() && line.mark == Mark::none;
    };
    while (!lines_.empty() && says_nothing(lines_.back())) lines_.pop_back();
    const auto first = std::find_if_not(lines_.begin(), lines_.end(), says_nothing);
    lines_.erase(lines_.begin(), first);
    return std::exchange(lines_, {});
}

std::string_view symbol(std::string_view font, std::string_view hexadecimal) {
    struct Symbol {
        std::string_view font, code, text;
    };
    // Source: Microsoft's Wingdings and Symbol fonts; Word writes their codes with F0 before them.
    static constexpr std::array<Symbol, 9> symbols{{
        {"Wingdings", "FC", "\u2713"},
        {"Wingdings", "FB", "\u2717"},
        {"Wingdings", "FE", "\u2611"},
        {"Wingdings", "A8", "\u2610"},
        {"Wingdings", "A7", "\u25AA"},
        {"Wingdings", "D8", "\u27A2"},
        {"Wingdings", "E0", "\u2192"},
        {"Symbol", "B7", "\u2022"},
        {"Symbol", "2D", "-"},
    }};
    if (hexadecimal.size() < 2) return {};
    const auto code = hexadecimal.substr(hexadecimal.size() - 2);
    for (const auto& known : symbols)
        if (known.font == font && known.code == code) return known.text;
    return {};
}

} // namespace openmasa::word
