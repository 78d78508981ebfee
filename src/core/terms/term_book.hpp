#pragma once
// All terms together: what may be given to something today, and what somebody means by a word.
#include "core/terms/term.hpp"
#include <span>

namespace openmasa::terms {

class TermBook {
public:
    TermBook() = default;
    explicit TermBook(std::vector<Term> terms) : terms_(std::move(terms)) {}

    /// In their order: by kind, then as the partnership put them; withdrawn ones too.
    std::span<const Term> all() const { return terms_; }
    const Term* find(const TermId& id) const;
    /// Those of a kind that are used on that day, in their order.
    std::vector<const Term*> of(Kind kind, Day day) const;
    /// The one of that kind called so, by its name or another word for it; withdrawn ones too.
    const Term* called(Kind kind, std::string_view words) const;
    /// The one among `names` that is meant when there is none called `words`: "CCG" is the board
    /// that followed it. Gives `words` when no term says so.
    std::string meant_among(std::string_view words, std::span<const std::string> names) const;
    /// What else means the same as `words`, for searching.
    std::vector<std::string> other_words(std::string_view words) const;

private:
    std::vector<Term> terms_;
};

} // namespace openmasa::terms
