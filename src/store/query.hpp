#pragma once
// One SQL text with $1..$n, the types of its arguments and of its rows:
//     constexpr Query<Row(PlanId, Day)> find_late{"actions.find_late", R"sql(SELECT ... $1 ...
//     $2)sql"};
// The compiler refuses a text whose highest $n is not the number of arguments, "::" (SQLite would
// read "$1::text" as one name) and "?". Rows are aggregates (read field by field) or one scalar.
#include "store/statement.hpp"
#include <boost/pfr/core.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace openmasa::store {

/// A row for statements that give none.
struct None {};

namespace sql {

/// Checks one SQL text while compiling; gives the highest $n in it.
consteval int highest_placeholder(std::string_view text) {
    int highest = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '?') throw "write $1, not ?";
        if (text[at] == ':' && at + 1 < text.size() && text[at + 1] == ':')
            throw "write CAST(... AS ...), not ::";
        if (text[at] != '$') continue;
        int number = 0;
        while (at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9')
            number = number * 10 + (text[++at] - '0');
        if (number == 0) throw "a placeholder is $1 to $n";
        highest = number > highest ? number : highest;
    }
    return highest;
}

} // namespace sql

template<class Signature> class Query;

template<class Row, class... Args> class Query<Row(Args...)> {
public:
    std::string_view name;
    std::string_view text;

    consteval Query(std::string_view its_name, std::string_view its_text)
        : name(its_name), text(its_text) {
        if (sql::highest_placeholder(its_text) != sizeof...(Args))
            throw "the text's placeholders and the arguments differ in number";
    }
};

/// A fixed piece of SQL with `$` where its next argument goes. Only literals in the source.
template<std::size_t Arguments> class SqlPiece {
public:
    std::string_view text;

    template<std::size_t Size>
    consteval SqlPiece(const char (&literal)[Size]) : text(literal, Size - 1) {
        std::size_t holes = 0;
        for (char c : text) {
            if (c == '?' || c == ';') throw "not in a piece of SQL";
            holes += c == '$';
        }
        if (holes != Arguments) throw "the piece's $ and its arguments differ in number";
    }
};

/// A query put together from fixed pieces, for lists whose filters are chosen by the reader.
/// No text from outside can get into it; arguments are bound in the order of the pieces.
template<class Row> class ComposedQuery {
public:
    explicit ComposedQuery(std::string_view name) : name_(name) {}

    template<class... Args>
    ComposedQuery& add(SqlPiece<sizeof...(Args)> piece, const Args&... args) {
        std::vector<int> numbers;
        for (char c : piece.text) {
            text_ += c;
            if (c == '$') text_ += std::to_string(++count_);
        }
        text_ += ' ';
        (keep(args), ...);
        return *this;
    }
    std::string_view name() const { return name_; }
    const std::string& text() const { return text_; }
    void bind_all(Statement& statement) const {
        int number = 0;
        for (const auto& argument : arguments_)
            argument.is_text ? statement.bind(++number, std::string_view(argument.text))
                             : statement.bind(++number, argument.integer);
    }

private:
    struct Argument {
        bool is_text;
        std::string text;
        std::int64_t integer;
    };
    void keep(std::string_view value) { arguments_.push_back({true, std::string(value), 0}); }
    void keep(const char* value) { keep(std::string_view(value)); }
    void keep(const std::string& value) { keep(std::string_view(value)); }
    void keep(Day value) { keep(std::string_view(iso(value))); }
    template<class Kind> void keep(const Id<Kind>& id) { keep(id.view()); }
    template<std::integral T> void keep(T value) {
        arguments_.push_back({false, {}, static_cast<std::int64_t>(value)});
    }
    template<TextEnum T> void keep(T value) { keep(std::string_view(to_text(value))); }

    std::string_view name_;
    std::string text_;
    int count_ = 0;
    std::vector<Argument> arguments_;
};

/// Fills `into` from the columns at `column` onwards; a struct takes as many as it has fields, and
/// a struct inside it likewise.
template<class T> void read_fields(Statement& statement, int& column, T& into) {
    if constexpr (requires { read(statement, column, into); })
        read(statement, column++, into);
    else
        boost::pfr::for_each_field(into,
                                   [&](auto& field) { read_fields(statement, column, field); });
}

template<class Row> Row read_row(Statement& statement) {
    Row row{};
    int column = 0;
    read_fields(statement, column, row);
    return row;
}

} // namespace openmasa::store
