#pragma once
// The two words of a value that is one of a few: "in_progress" for the database, addresses and
// downloads, "In progress" for people. One table a type, in the order of its values.
//     constexpr EnumWords<State> words[] = {{State::proposed, "proposed", "Proposed"}, ...};
//     static_assert(is_whole(words, all_states.back()));
//     std::string_view to_text(State state) { return words_of(words, state).text; }
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace openmasa {

template<class Enum> struct EnumWords {
    Enum value;
    std::string_view text, spoken;
};

/// Whether there is a row for each value up to `last`, in their order from nought: words_of()
/// counts on it.
template<class Enum, std::size_t Size>
consteval bool is_whole(const EnumWords<Enum> (&rows)[Size], Enum last) {
    for (std::size_t at = 0; at < Size; ++at)
        if (static_cast<std::size_t>(rows[at].value) != at) return false;
    return static_cast<std::size_t>(last) + 1 == Size;
}

template<class Enum, std::size_t Size>
constexpr const EnumWords<Enum>& words_of(const EnumWords<Enum> (&rows)[Size], Enum value) {
    return rows[static_cast<std::size_t>(value)];
}

/// False, and `value` as it was, where no row has that text.
template<class Enum, std::size_t Size>
bool value_from(const EnumWords<Enum> (&rows)[Size], std::string_view text, Enum& value) {
    const auto* found = std::ranges::find(rows, text, &EnumWords<Enum>::text);
    if (found == std::end(rows)) return false;
    value = found->value;
    return true;
}

} // namespace openmasa
