#pragma once
// Typed page literals. Every hole is escaped by its type; the compiler counts holes against values.
//     html(R"(<p>{}</p>)", name)         a string is escaped
//     html(R"(<div>{}</div>)", inner)    Html goes in as it is
// There is no way from a plain string to Html except a literal in the source or trusted_html().
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace openmasa {

class Html {
public:
    Html() = default;
    std::string_view view() const { return text_; }
    bool empty() const { return text_.empty(); }
    std::size_t size() const { return text_.size(); }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }
    Html& operator+=(const Html& more) {
        text_ += more.text_;
        return *this;
    }
    friend Html operator+(Html a, const Html& b) { return a += b; }
    std::string take() && { return std::move(text_); }

private:
    explicit Html(std::string text) : text_(std::move(text)) {}
    friend Html trusted_html(std::string text);
    template<class... Args>
    friend Html html_of(const std::string_view* pieces, const Args&... args);
    template<class... Args>
    friend void append_of(Html& to, const std::string_view* pieces, const Args&... args);
    std::string text_;
};

/// For markup that our own code made by other means (escaped there). Never for what a person typed.
inline Html trusted_html(std::string text) {
    return Html(std::move(text));
}

/// Appends `text` with & < > " ' escaped: safe in element content and in quoted attributes.
void append_escaped(std::string& to, std::string_view text);
/// The escaped text as Html.
Html escaped(std::string_view text);
/// Escaped, with line breaks as <br>.
Html escaped_lines(std::string_view text);

namespace literal {

template<std::size_t Holes> struct Pieces {
    std::array<std::string_view, Holes + 1> pieces{};

    template<std::size_t Size> consteval Pieces(const char (&text)[Size]) {
        std::size_t start = 0, hole = 0;
        for (std::size_t at = 0; at + 2 < Size; ++at) {
            if (text[at] != '{' || text[at + 1] != '}') continue;
            if (hole == Holes) throw "more holes {} than values";
            pieces[hole++] = std::string_view(text + start, at - start);
            start = at + 2;
        }
        if (hole != Holes) throw "fewer holes {} than values";
        pieces[hole] = std::string_view(text + start, Size - 1 - start);
    }
};

inline void add(std::string& to, const Html& value) {
    to += value.view();
}
inline void add(std::string& to, std::string_view value) {
    append_escaped(to, value);
}
inline void add(std::string& to, const std::string& value) {
    append_escaped(to, value);
}
inline void add(std::string& to, const char* value) {
    append_escaped(to, value);
}
template<std::integral T>
requires(!std::same_as<T, bool> && !std::same_as<T, char>) void add(std::string& to, T value) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, value);
    to.append(digits, end.ptr);
}
template<class Kind> void add(std::string& to, const Id<Kind>& id) {
    to += id.view();
}
void add(std::string& to, Day value) = delete; // choose iso() or spoken()
void add(std::string& to, bool value) = delete;

inline std::size_t guess(const Html& value) {
    return value.size();
}
inline std::size_t guess(std::string_view value) {
    return value.size() + 16;
}
template<class T> std::size_t guess(const T&) {
    return 26;
}

} // namespace literal

template<class... Args>
void append_of(Html& to, const std::string_view* pieces, const Args&... args) {
    std::size_t at = 0;
    ((to.text_ += pieces[at++], literal::add(to.text_, args)), ...);
    to.text_ += pieces[at];
}

template<class... Args> Html html_of(const std::string_view* pieces, const Args&... args) {
    Html made;
    std::size_t size = 0;
    for (std::size_t at = 0; at <= sizeof...(Args); ++at) size += pieces[at].size();
    made.reserve(size + (literal::guess(args) + ... + 0));
    append_of(made, pieces, args...);
    return made;
}

/// A piece of a page: the literal with each {} filled by the next value, escaped by its type.
template<class... Args> Html html(literal::Pieces<sizeof...(Args)> text, const Args&... args) {
    return html_of(text.pieces.data(), args...);
}

/// The same, written at the end of a page that is being built; spares a copy in long lists.
template<class... Args>
void append(Html& to, literal::Pieces<sizeof...(Args)> text, const Args&... args) {
    append_of(to, text.pieces.data(), args...);
}

/// Markup when `condition` holds, nothing otherwise.
inline Html when(bool condition, Html markup) {
    return condition ? std::move(markup) : Html();
}

} // namespace openmasa
