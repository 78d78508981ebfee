#include "core/terms/term_book.hpp"
#include <algorithm>

namespace openmasa::terms {
namespace {

/// Its name, then what it is also called.
std::vector<std::string> all_words_of(const Term& term) {
    auto words = aliases(term);
    words.insert(words.begin(), term.name);
    return words;
}

bool says(const std::vector<std::string>& words, const std::string& wanted) {
    return std::ranges::any_of(words, [&](const auto& one) { return loosely(one) == wanted; });
}

} // namespace

const Term* TermBook::find(const TermId& id) const {
    const auto found = std::ranges::find(terms_, id, &Term::id);
    return found == terms_.end() ? nullptr : &*found;
}

std::vector<const Term*> TermBook::of(Kind kind, Day day) const {
    std::vector<const Term*> found;
    for (const auto& term : terms_)
        if (term.kind == kind && is_used(term, day)) found.push_back(&term);
    return found;
}

const Term* TermBook::called(Kind kind, std::string_view words) const {
    const auto wanted = loosely(words);
    for (const auto& term : terms_)
        if (term.kind == kind && loosely(term.name) == wanted) return &term;
    for (const auto& term : terms_)
        if (term.kind == kind && says(aliases(term), wanted)) return &term;
    return nullptr;
}

std::string TermBook::meant_among(std::string_view words,
                                  std::span<const std::string> names) const {
    const auto wanted = loosely(words);
    const auto is_there = [&](const std::string& name) {
        return std::ranges::any_of(names,
                                   [&](const auto& one) { return loosely(one) == loosely(name); });
    };
    if (is_there(wanted)) return std::string(words);
    for (const auto& term : terms_)
        if (term.withdrawn_why.empty() && says(aliases(term), wanted) && is_there(term.name))
            return term.name;
    return std::string(words);
}

std::vector<std::string> TermBook::other_words(std::string_view words) const {
    const auto wanted = loosely(words);
    std::vector<std::string> others;
    for (const auto& term : terms_) {
        const auto all = all_words_of(term);
        if (!term.withdrawn_why.empty() || !says(all, wanted)) continue;
        for (const auto& one : all)
            if (loosely(one) != wanted) others.push_back(one);
    }
    return others;
}

} // namespace openmasa::terms
