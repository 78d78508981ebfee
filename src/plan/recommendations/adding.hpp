#pragma once
// Use cases: add a recommendation, join it at once to one that says much the same, or bring in one
// that has come some way already; file it; keep its sources. Each is run inside submit()
// (core/routing/form_token.hpp), one transaction, and leaves an audit entry and a version.
#include "plan/recommendation_store.hpp"
#include "plan/recommendations/rules.hpp"

namespace openmasa::recommendations {

struct AddRecommendation {
    Filing filing{};
    SourceWords source{};
    /// Chosen among those that say much the same: then it stands with that one at once.
    std::optional<RecommendationId> join_to{};
    /// How alike they were found, in hundredths.
    int likeness = 0;
    BroughtIn brought{};
    std::vector<plan::ActionId> actions{};
};
/// Proposed, since the day on its document, or today where it has none. One that is brought in from
/// an older composite action plan stands where that says; what should have been there before is
/// then missing, and is shown as missing.
Result<Recommendation> add(store::Db& db, const Scope& scope, const AddRecommendation& command);
/// What is wrong with it, by the form's fields; everything at once.
std::vector<Problem> problems_with(store::Db& db, const Scope& scope,
                                   const AddRecommendation& command);

struct ChangeFiling {
    RecommendationId id;
    std::int64_t version = 0;
    Filing filing{};
    /// Its own first source, put right; and the actions that this person may see of those by which
    /// it is carried out. Unset: as they are.
    std::optional<SourceWords> source{};
    std::optional<std::vector<plan::ActionId>> actions{};
};
/// False when nothing is another than before: then nothing is saved.
Result<bool> change_filing(store::Db& db, const Scope& scope, const ChangeFiling& command);
std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const ChangeFiling& command);

/// A new source, or one put right.
struct KeepSource {
    RecommendationId id;
    std::int64_t version = 0;
    /// Unset: a new one.
    std::optional<SourceId> source{};
    SourceWords said{};
};
Result<Done> keep_source(store::Db& db, const Scope& scope, const KeepSource& command);

struct RemoveSource {
    RecommendationId id;
    std::int64_t version = 0;
    SourceId source;
    std::string why{};
};
/// One that should never have been there; the last one stays.
Result<Done> remove_source(store::Db& db, const Scope& scope, const RemoveSource& command);

} // namespace openmasa::recommendations
