#pragma once
// A table's twin holds the table's rows as each version left them, so that "as at" any day is a
// query over plain columns (decision 11). The columns are written down once:
//
//     using ActionTwin = history::Twin<"action", "id", "id, title, version">;
//     constexpr Query<None(ActionId, std::int64_t, Day, Moment)> keep{"plan.keep_action",
//                                                                     ActionTwin::copy};
//     lens.put("action", ActionTwin::select(as_at, "action"));
//
// The twin's name is the table's and "_version"; beside the table's columns it has of_version,
// true_from and recorded_at. Rows that hang on a record (an action's steps) carry its version.
#include "core/history/as_at.hpp"
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace openmasa::history {

/// A literal as an argument of a template.
template<std::size_t Size> struct Literal {
    char text[Size]{};
    consteval Literal(const char (&literal)[Size]) { std::copy_n(literal, Size, text); }
    constexpr std::string_view view() const { return {text, Size - 1}; }
};

template<std::size_t Size> struct SqlText {
    std::array<char, Size> chars{};
    template<class... Pieces> consteval explicit SqlText(Pieces... pieces) {
        auto* at = chars.data();
        ((at = std::copy(pieces.begin(), pieces.end(), at)), ...);
    }
    constexpr std::string_view view() const { return {chars.data(), Size}; }
};

/// `Key` is the column with the record's id; `Where` further says which rows are copied.
template<Literal Table, Literal Key, Literal Columns, Literal Where = ""> class Twin {
    static constexpr std::string_view into = "INSERT INTO ";
    static constexpr std::string_view select_from = ", of_version, true_from, recorded_at) SELECT ";
    static constexpr std::string_view from = ", $2, $3, $4 FROM ";
    static constexpr std::string_view open = "_version (", where = " WHERE ", is = " = $1 ";
    template<class... Pieces> static consteval auto size_of(Pieces... pieces) {
        return (std::size_t{0} + ... + pieces.size());
    }
    static constexpr auto size =
        size_of(into, Table.view(), open, Columns.view(), select_from, Columns.view(), from,
                Table.view(), where, Key.view(), is, Where.view());
    static constexpr SqlText<size> text{into,        Table.view(),   open, Columns.view(),
                                        select_from, Columns.view(), from, Table.view(),
                                        where,       Key.view(),     is,   Where.view()};

public:
    /// Copies the rows of record $1 as version $2 left them, true from $3, recorded at $4.
    static constexpr std::string_view copy = text.view();
    /// The rows that were there then. `record` is the table whose versions count.
    static std::string select(const AsAt& as_at, std::string_view record) {
        return select_as_at(as_at, {.table = Table.view(),
                                    .key = Key.view(),
                                    .columns = Columns.view(),
                                    .record = record});
    }
    /// The rows that one version of one record left.
    static std::string select_version(std::string_view id, std::int64_t version) {
        return history::select_version(
            {.table = Table.view(), .key = Key.view(), .columns = Columns.view()}, id, version);
    }
};

} // namespace openmasa::history
