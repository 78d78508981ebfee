#pragma once
// Themes and FLOURISH domains that a record carries. Its table keeps their ids in one column of
// text, in the order of the terms, with a space between: so a version, a filter and a day in the
// past have them with the row. A term that was withdrawn later stays where it was given.
#include "core/terms/term_book.hpp"

namespace openmasa::terms {

/// The kinds that a record carries, with the field that a form and a register have for each.
struct TagKind {
    Kind kind;
    std::string_view field, label;
};
inline constexpr TagKind tag_kinds[] = {{Kind::theme, "themes", "Themes"},
                                        {Kind::flourish, "flourish", "FLOURISH domains"}};

/// The column for these, each once, in the order of the terms; what is no term is left out.
std::string tags_from(const TermBook& book, std::span<const TermId> ids);
std::vector<TermId> ids_in(std::string_view tags);
/// Those of one kind, in their order.
std::vector<const Term*> terms_in(const TermBook& book, std::string_view tags, Kind kind);
/// "Neglect; Voice of the child".
std::string names_in(const TermBook& book, std::string_view tags, Kind kind);
/// What the terms of a kind are called, in their order; withdrawn ones too: what carries one keeps
/// it.
std::vector<std::string> names_of_kind(const TermBook& book, Kind kind);
/// The same `tags`, but of that kind those that `names` lists with ; between.
std::string with_names(const TermBook& book, std::string_view tags, Kind kind,
                       std::string_view names);
/// What may be chosen: what is used on that day, and what the record carries already.
std::vector<const Term*> choices_for(const TermBook& book, Kind kind, std::string_view tags,
                                     Day day);
/// The names of those in `now` and not in `before` that are not used on that day.
std::vector<std::string> no_longer_used(const TermBook& book, std::string_view before,
                                        std::string_view now, Day day);

} // namespace openmasa::terms
