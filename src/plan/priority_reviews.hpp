#pragma once
// A priority's yearly reviews, from its versions.
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <vector>

namespace openmasa::plan {

struct HeldReview {
    Day held_on{};
    std::string outcome, words;
};
/// Newest first; of one that was corrected what was said last. Those held until today of the scope,
/// for who reads the priority and not only its name.
std::vector<HeldReview> reviews_of(store::Db& db, const Scope& scope, const SectionId& section);

/// A year after the last review, or after it was adopted; nothing where neither is known, or it
/// stepped down, was withdrawn, or is no priority.
std::optional<Day> next_review(const Section& section);

} // namespace openmasa::plan
