#pragma once
// "Already recommended in ...": what a person is offered before they add a recommendation.
#include "core/registers/register.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/recommendations/similar_texts.hpp"

namespace openmasa::recommendations {

/// One that says much the same, with the sources that said so.
struct Already {
    RecommendationId id;
    /// From 0 to 1, and the words that both have, what says most first.
    double likeness = 0;
    std::vector<std::string> shared{};
};
/// The most alike first, at most `most`, none below least_alike. One that stands with another is
/// offered as that other. The index of all texts is remembered until one of them changes; one
/// statement then, two when it is made anew.
std::vector<Already> already_recommended(store::Db& db, const Scope& scope, std::string_view words,
                                         std::size_t most);

/// The same of each of several texts, in their order, with as many statements as of one.
std::vector<std::vector<Already>> already_recommended(store::Db& db, const Scope& scope,
                                                      std::span<const std::string> words,
                                                      std::size_t most);

/// What is said of one that is offered.
struct Known {
    RecommendationId id;
    std::string reference{}, title{};
    State state{};
};
/// Of those the ones that this person may see, in the order of their ids; one statement.
std::vector<Known> known_of(store::Db& db, const Scope& scope, const std::vector<Already>& found);

/// Of rows of a file that would be new: which says much the same as one that this person may see,
/// and as which. One statement besides already_recommended()'s.
std::vector<std::optional<registers::RowRemark>>
remarks_on_rows(store::Db& db, const Scope& scope, std::span<const registers::Cells> rows);

} // namespace openmasa::recommendations
