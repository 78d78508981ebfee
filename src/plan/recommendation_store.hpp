#pragma once
// Recommendations in the database. One with its sources, evidence and moves is one record: it has
// one version, and its history says what was recommended, decided, done and shown. Finders take a
// scope: what a person may not see is not found.
#include "core/audit/audit.hpp"
#include "kernel/result.hpp"
#include "plan/recommendation.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/store.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::recommendations {

std::optional<Recommendation> find_recommendation(store::Db& db, const Scope& scope,
                                                  const RecommendationId& id);
/// With its sources, evidence, moves, and what its owners and actions are called; six statements.
/// Actions that are hidden from this person are not among them.
std::optional<Whole> find_whole(store::Db& db, const Scope& scope, const RecommendationId& id);
/// Of the actions by which it is carried out, how many are open and may not be seen by whoever read
/// it: they count, and are not shown. At most one statement.
int count_hidden_open(store::Db& db, const Whole& whole);
/// By its reference, "W-2026-014" as people type it; also the one that was withdrawn.
std::optional<Recommendation> find_called(store::Db& db, const Scope& scope,
                                          std::string_view words);

/// One that stands with another because it says much the same.
struct Joined {
    RecommendationId id;
    std::string reference, title;
    Day on{};
    std::string why;
    int likeness = 0;
};
/// In the order in which they were joined.
std::vector<Joined> joined_to(store::Db& db, const Scope& scope, const RecommendationId& id);
/// Its own sources and those of all that stand with it, with whose they are; one statement.
struct SourceOf {
    RecommendationId recommendation;
    std::string reference;
    Source source;
};
std::vector<SourceOf> all_sources_of(store::Db& db, const Scope& scope, const RecommendationId& id);

/// What is compared with a new one: the title and every source's words, of all that were not
/// withdrawn, in the order of their ids; of one that stands with another under that other's id.
struct SourceText {
    RecommendationId recommendation;
    std::string words;
    /// Which source; empty: the title.
    std::string source;
};
/// Counts up when a title or a source is added or changed, and when one is joined or parted
/// (core/settings/revision.hpp).
inline constexpr std::string_view texts_revision = "recommendation texts";
std::vector<SourceText> texts_to_compare(store::Db& db, const Scope& scope);

/// Those that an action carries out, also partly; the newest first.
std::vector<Recommendation> carried_out_by(store::Db& db, const Scope& scope,
                                           const plan::ActionId& action);

// Changes; inside atomically(). Each leaves an audit entry and a version in the history.
/// Gives it its reference. True from `since`, the day on which it was recommended.
Recommendation add_recommendation(store::Db& db, const Scope& scope, Whole whole);
/// Over the version that was read, with all its parts; what is gone from `whole` is gone.
Result<Done> save_recommendation(store::Db& db, const Scope& scope, const Whole& whole,
                                 const plan::Deed& deed);

/// Holds every recommendation against the newest version in the history.
void verify_recommendations(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::recommendations
