#include "kernel/target_date_tokens.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::dates {
namespace {

using Kind = Token::Kind;

// Word writes the same mark in several ways; all of them are read as one.
struct Mark {
    std::string_view text;
    Kind kind;
};
constexpr Mark marks[] = {
    {"-", Kind::dash},
    {"\u2010", Kind::dash},
    {"\u2011", Kind::dash},
    {"\u2012", Kind::dash},
    {"\u2013", Kind::dash},
    {"\u2014", Kind::dash},
    {"\u2015", Kind::dash},
    {"\u2212", Kind::dash},
    {"\u2192", Kind::dash},
    {"/", Kind::slash},
    {"\\", Kind::slash},
    {"\u2044", Kind::slash},
    {".", Kind::dot},
    {",", Kind::comma},
    {";", Kind::semicolon},
    {"|", Kind::semicolon},
    {"\u2022", Kind::semicolon},
    {"\u00B7", Kind::semicolon},
    {"\u25CF", Kind::semicolon},
    {":", Kind::colon},
    {"&", Kind::plus},
    {"+", Kind::plus},
    {"(", Kind::open},
    {"[", Kind::open},
    {")", Kind::close},
    {"]", Kind::close},
    {"\n", Kind::line},
    {"\r", Kind::line},
    {"\v", Kind::line},
    {"\u2028", Kind::line},
};
constexpr std::string_view spaces[] = {" ",      "\t",     "\f",     "\u00A0", "\u2002",
                                       "\u2003", "\u2007", "\u2009", "\u202F"};
constexpr std::string_view apostrophes[] = {"'", "`", "\u2018", "\u2019", "\u02BC"};
constexpr std::string_view left_out[] = {"*",      "\"",     "\u201C", "\u201D",
                                         "\u200B", "\u00AD", "\uFEFF"};
constexpr std::string_view ordinals[] = {"st", "nd", "rd", "th"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// How many bytes of the first of `texts` stand at the front; 0 if none does.
template<std::size_t N>
std::size_t length_of(const std::string_view (&texts)[N], std::string_view front) {
    for (const auto text : texts)
        if (front.starts_with(text)) return text.size();
    return 0;
}

const Mark* mark_at(std::string_view front) {
    for (const auto& mark : marks)
        if (front.starts_with(mark.text)) return &mark;
    return nullptr;
}

/// Cuts text into numbers, words and marks.
class Cutter {
public:
    explicit Cutter(std::string_view text) : rest_(text) {}
    std::vector<Token> cut() {
        while (!rest_.empty()) cut_one();
        push(Kind::end, 0);
        return std::move(tokens_);
    }

private:
    void cut_one() {
        if (const auto space = length_of(spaces, rest_)) return skip_space(space);
        if (const auto ignored = length_of(left_out, rest_)) return rest_.remove_prefix(ignored);
        if (const auto* mark = mark_at(rest_)) {
            cut_mark(*mark);
        } else if (const auto length = length_of(apostrophes, rest_)) {
            apostrophe(length);
        } else if (is_digit(rest_[0])) {
            number();
        } else if (const auto letters = word_length()) {
            push(Kind::word, letters);
        } else {
            push(Kind::other, 1);
        }
    }

    /// Empty lines are no lines.
    void cut_mark(const Mark& mark) {
        const bool is_line = mark.kind == Kind::line;
        if (is_line && !tokens_.empty() && tokens_.back().kind == Kind::line)
            return skip_space(mark.text.size());
        push(mark.kind, mark.text.size());
        spaced_ = is_line;
    }

    void skip_space(std::size_t length) {
        rest_.remove_prefix(length);
        spaced_ = true;
    }

    /// "'25"; any other apostrophe outside a word is a quotation mark.
    void apostrophe(std::size_t length) {
        rest_.remove_prefix(length);
        if (rest_.empty() || !is_digit(rest_[0])) return;
        number();
        tokens_.back().apostrophe = tokens_.back().has_two_digits();
    }

    void number() {
        std::size_t digits = 0;
        int value = 0;
        for (; digits < rest_.size() && is_digit(rest_[digits]); ++digits)
            if (digits < 9) value = value * 10 + (rest_[digits] - '0');
        const bool ordinal = is_ordinal(rest_.substr(digits));
        auto& token = push(Kind::number, digits + (ordinal ? 2 : 0));
        token.value = value;
        token.digits = unsigned(digits);
        token.ordinal = ordinal;
    }

    static bool is_ordinal(std::string_view after) {
        const bool longer = after.size() > 2 && is_letter(after[2]);
        return !longer && length_of(ordinals, lower(after.substr(0, 2))) != 0;
    }

    /// Letters, anything beyond ASCII that is no mark, and apostrophes between them.
    std::size_t word_length() const {
        std::size_t length = 0;
        while (length < rest_.size()) {
            const auto front = rest_.substr(length);
            const auto apostrophe = length_of(apostrophes, front);
            const bool inside = length > 0 && apostrophe > 0 && front.size() > apostrophe &&
                                is_letter(front[apostrophe]);
            if (inside)
                length += apostrophe;
            else if (apostrophe == 0 && is_word_byte(front))
                ++length;
            else
                break;
        }
        return length;
    }

    static bool is_word_byte(std::string_view front) {
        if (is_letter(front[0])) return true;
        const bool beyond_ascii = static_cast<unsigned char>(front[0]) >= 0x80;
        return beyond_ascii && !mark_at(front) && length_of(spaces, front) == 0 &&
               length_of(left_out, front) == 0;
    }

    Token& push(Kind kind, std::size_t length) {
        tokens_.push_back({.kind = kind, .text = rest_.substr(0, length), .spaced = spaced_});
        spaced_ = false;
        rest_.remove_prefix(length);
        return tokens_.back();
    }

    std::string_view rest_;
    bool spaced_ = true;
    std::vector<Token> tokens_;
};

bool same_ignoring_case(std::string_view word, std::string_view small) {
    return word.size() == small.size() && starts_with_ignoring_case(word, small);
}

/// How many tokens from `at` on say `words`; 0 if they do not. A hyphen may stand for a space.
std::size_t tokens_saying(std::string_view words, const std::vector<Token>& tokens,
                          std::size_t at) {
    const auto start = at;
    for (std::size_t from = 0; from < words.size();) {
        const auto word = words.substr(from, words.find(' ', from) - from);
        const bool hyphen = from > 0 && tokens[at].kind == Kind::dash && !tokens[at].spaced &&
                            !tokens[at + 1].spaced;
        at += hyphen;
        if (!same_ignoring_case(tokens[at].text, word)) return 0;
        from += word.size() + 1;
        ++at;
    }
    return at - start;
}

struct Match {
    Phrase phrase;
    std::size_t tokens = 1;
};

/// The phrase that takes most tokens; one without sense when the word is not known.
Match longest_phrase(const std::vector<Token>& tokens, std::size_t at) {
    Match longest;
    const auto first = lower(tokens[at].text.substr(0, 1));
    for (const auto& phrase : phrases()) {
        if (!phrase.words.starts_with(first)) continue;
        const auto length = tokens_saying(phrase.words, tokens, at);
        const bool better =
            longest.phrase.sense == Sense::none ? length > 0 : length > longest.tokens;
        if (better) longest = {phrase, length};
    }
    return longest;
}

/// The point of an abbreviation, as in "Sept. 2025", belongs to it.
bool has_point(const Token& word, const Token& next) {
    const bool shortened = word.phrase.sense == Sense::month || word.phrase.sense == Sense::weekday;
    return shortened && next.kind == Kind::dot && !next.spaced;
}

} // namespace

std::vector<Token> tokens_of(std::string_view text) {
    const auto cut = Cutter(text).cut();
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < cut.size(); ++at) {
        auto token = cut[at];
        if (token.kind == Kind::word) {
            const auto match = longest_phrase(cut, at);
            token.phrase = match.phrase;
            at += match.tokens - 1;
            token.text = through(token.text, cut[at].text);
            if (has_point(token, cut[at + 1])) ++at;
        }
        tokens.push_back(token);
    }
    return tokens;
}

std::string_view through(std::string_view first, std::string_view last) {
    return {first.data(), std::size_t(last.data() + last.size() - first.data())};
}

const Token& Cursor::peek(std::size_t ahead) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& Cursor::next() {
    const auto& token = peek();
    ++at_;
    return token;
}

bool Cursor::take(Token::Kind kind) {
    if (peek().kind != kind) return false;
    ++at_;
    return true;
}

bool Cursor::take(Sense sense) {
    if (this->sense() != sense) return false;
    ++at_;
    return true;
}

bool Cursor::is_tight_mark(std::size_t ahead) const {
    const auto& mark = peek(ahead);
    const bool joins =
        mark.kind == Kind::dash || mark.kind == Kind::slash || mark.kind == Kind::dot;
    return joins && !mark.spaced && !peek(ahead + 1).spaced;
}

bool Cursor::is_day_before_month(std::size_t ahead) const {
    return peek(ahead).may_be_day() && sense(ahead + 1) == Sense::month;
}

std::string_view Cursor::text_since(std::size_t place) const {
    return through(tokens_[place].text, tokens_[at_ - 1].text);
}

} // namespace openmasa::dates
