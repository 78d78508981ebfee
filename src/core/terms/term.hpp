#pragma once
// A term of the partnership: one of its own words, a theme, a FLOURISH domain, or a name that
// people also say otherwise.
#include "core/terms/words.hpp"
#include "kernel/id.hpp"
#include <cstdint>
#include <vector>

namespace openmasa::terms {

struct TermKind;
using TermId = Id<TermKind>;

enum class Kind {
    word,     // what this partnership calls something that the program has another word for
    theme,    // what an action or a priority is about: "Neglect"
    flourish, // a domain of the FLOURISH outcomes
    name,     // an agency, group or office that is, or was, also called otherwise: CCG, now ICB
};
inline constexpr std::array all_kinds = {Kind::word, Kind::theme, Kind::flourish, Kind::name};
std::string_view to_text(Kind kind);
bool from_text(std::string_view text, Kind& kind);
/// "theme", and "Themes" for a heading.
std::string_view spoken(Kind kind);
using openmasa::spoken; // days and moments
std::string_view heading(Kind kind);

struct Term {
    TermId id;
    Kind kind{};
    /// For a word: which one of the program's, by to_text(Word).
    std::string stands_for;
    std::string name;
    /// For a word: several of them.
    std::string several;
    /// Other words for the same, with ; between.
    std::string also_called;
    std::string about;
    /// Where it comes from.
    std::string source;
    /// Among those of its kind; nought: after the others, by name.
    int position = 0;
    std::optional<Day> from, to;
    /// Set when it was withdrawn.
    std::string withdrawn_why;
    std::int64_t version = 1;

    bool operator==(const Term&) const = default;
};

/// Its other words, one by one.
std::vector<std::string> aliases(const Term& term);
/// Whether it may be given to something on that day.
bool is_used(const Term& term, Day day);
/// In small letters, white space as one space, for comparing.
std::string loosely(std::string_view words);

} // namespace openmasa::terms
