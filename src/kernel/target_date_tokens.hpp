#pragma once
// Target dates, first step: the words become tokens, and tokens that belong together ("to be
// confirmed", "on-going", "Sept.") become one token with a sense.
#include "kernel/target_date_words.hpp"
#include <string_view>
#include <vector>

namespace openmasa::dates {

struct Token {
    enum class Kind {
        number,
        word,
        dash,
        slash,
        dot,
        comma,
        semicolon,
        colon,
        plus,
        line,
        open,
        close,
        other,
        end
    };
    Kind kind = Kind::end;
    /// Its part of the text that was given.
    std::string_view text;
    /// White space or a line break stands before it.
    bool spaced = false;
    /// Numbers only: "2025" has four digits, "1st" is ordinal, "'25" has an apostrophe.
    int value = 0;
    unsigned digits = 0;
    bool ordinal = false, apostrophe = false;
    /// Words only.
    Phrase phrase = {};

    /// "1", "31st"; whether a month has such a day is asked later.
    bool may_be_day() const { return kind == Kind::number && digits <= 2 && !apostrophe; }
    bool has_two_digits() const { return kind == Kind::number && digits == 2 && !ordinal; }
    bool has_four_digits() const { return kind == Kind::number && digits == 4 && !ordinal; }
};

/// The tokens, always with one of kind end after the last. Quotation marks and stars (Markdown's
/// bold) are left out. Views into `text`.
std::vector<Token> tokens_of(std::string_view text);

/// From the first byte of one view to the last of a later one in the same text.
std::string_view through(std::string_view first, std::string_view last);

/// A place in the tokens. Beyond the last there are only end tokens.
class Cursor {
public:
    Cursor(const std::vector<Token>& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

    const Token& peek(std::size_t ahead = 0) const;
    Sense sense(std::size_t ahead = 0) const { return peek(ahead).phrase.sense; }
    const Token& next();
    bool take(Token::Kind kind);
    bool take(Sense sense);
    void skip(std::size_t tokens) { at_ += tokens; }

    /// A dash, slash or dot with no space on either side.
    bool is_tight_mark(std::size_t ahead = 0) const;
    /// A number with a month's name right behind it, as in "30 Nov".
    bool is_day_before_month(std::size_t ahead = 0) const;

    std::size_t place() const { return at_; }
    void go_to(std::size_t place) { at_ = place; }
    /// What stands between an earlier place and this one.
    std::string_view text_since(std::size_t place) const;

private:
    const std::vector<Token>& tokens_;
    std::size_t at_;
};

} // namespace openmasa::dates
