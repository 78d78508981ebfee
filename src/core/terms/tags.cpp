#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::terms {
namespace {

bool carries(const std::vector<TermId>& ids, const Term& term) {
    return std::ranges::count(ids, term.id) > 0;
}

} // namespace

std::string tags_from(const TermBook& book, std::span<const TermId> ids) {
    std::vector<std::string> ordered;
    for (const auto& term : book.all())
        if (std::ranges::count(ids, term.id) > 0) ordered.push_back(term.id.str());
    return join(ordered, " ");
}

std::vector<TermId> ids_in(std::string_view tags) {
    return openmasa::ids_in<TermId>(tags);
}

std::vector<const Term*> terms_in(const TermBook& book, std::string_view tags, Kind kind) {
    const auto ids = ids_in(tags);
    std::vector<const Term*> found;
    if (ids.empty()) return found;
    for (const auto& term : book.all())
        if (term.kind == kind && carries(ids, term)) found.push_back(&term);
    return found;
}

std::string names_in(const TermBook& book, std::string_view tags, Kind kind) {
    std::vector<std::string> names;
    for (const auto* term : terms_in(book, tags, kind)) names.push_back(term->name);
    return join(names, "; ");
}

std::vector<std::string> names_of_kind(const TermBook& book, Kind kind) {
    std::vector<std::string> names;
    for (const auto& term : book.all())
        if (term.kind == kind) names.push_back(term.name);
    return names;
}

std::string with_names(const TermBook& book, std::string_view tags, Kind kind,
                       std::string_view names) {
    std::vector<TermId> ids;
    for (const auto& id : ids_in(tags))
        if (const auto* term = book.find(id); term && term->kind != kind) ids.push_back(id);
    for (auto name : split(names, ';'))
        if (const auto* term = book.called(kind, name)) ids.push_back(term->id);
    return tags_from(book, ids);
}

std::vector<const Term*> choices_for(const TermBook& book, Kind kind, std::string_view tags,
                                     Day day) {
    const auto ids = ids_in(tags);
    std::vector<const Term*> found;
    for (const auto& term : book.all())
        if (term.kind == kind && (is_used(term, day) || carries(ids, term))) found.push_back(&term);
    return found;
}

std::vector<std::string> no_longer_used(const TermBook& book, std::string_view before,
                                        std::string_view now, Day day) {
    const auto kept = ids_in(before);
    std::vector<std::string> names;
    for (const auto& id : ids_in(now))
        if (const auto* term = book.find(id); term && !is_used(*term, day) && !carries(kept, *term))
            names.push_back(term->name);
    return names;
}

} // namespace openmasa::terms
