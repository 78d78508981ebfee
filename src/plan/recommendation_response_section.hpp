#pragma once
// What agencies answered, as a part of the page of a recommendation: how many how, and each with
// what it did, what shows it and when.
#include "core/terms/words.hpp"
#include "plan/recommendation_response_store.hpp"
#include "web/html.hpp"

namespace openmasa::responses {

/// One owner that is expected to answer or was asked; without a response: not asked yet.
struct Line {
    recommendations::Expected who;
    std::optional<Response> response{};
    /// Whether this reader may answer for them.
    bool may_answer = false;
};

struct Section {
    RecommendationId recommendation;
    /// Those that answered first, then those that are waited for, each by their names.
    std::vector<Line> lines{};
    Day today{};
    bool may_ask = false;
};

/// It is still followed by itself: agencies are asked about it and reminded.
bool is_followed(const recommendations::Recommendation& it);

/// One statement.
Section read_section(store::Db& db, const Scope& scope, const recommendations::Whole& whole);
/// Nothing where nobody is expected to answer and nobody was asked.
Html section_view(const Section& section, const terms::Words& words);

} // namespace openmasa::responses
