#pragma once
// What the position statement and its pictures read: a number of statements that does not grow with
// the composite action plan. Where each recommendation stood, and when, is read from all versions
// at once, by the rule of the lens (core/history/as_at.hpp): of the versions that were true by a
// day, the newest says how it was. Everything else is read through the lens itself. What is
// restricted from the reader is in neither.
#include "plan/position/pictures.hpp"
#include "plan/position/rules.hpp"
#include "store/db.hpp"

namespace openmasa::position {

/// Those that were there by the end of the scope's day, as they are known now, or as they were
/// known then where the scope says so; in no order. Two statements. Nothing for somebody who may
/// not read the plan.
std::vector<Life> lives(store::Db& db, const Scope& scope);

/// What the priorities in which they are filed were called on the scope's day: the first name of
/// one that was recorded as true only later. One statement.
PriorityNames priority_names(store::Db& db, const Scope& scope, std::span<const Life> lives);

/// Each source of those that were not withdrawn, with the themes of what it recommends: of one that
/// carries none, those of the one it stands with. Two statements.
std::vector<TimeRecommended> times_recommended(store::Db& db, const Scope& scope,
                                               std::span<const Life> lives);

/// A recommendation as a line of a list names it.
struct Named {
    RecommendationId id;
    std::string reference, title;
    /// Who leads it; empty where nobody does.
    std::string owner{};
    /// By when, in people's words.
    std::string due_words{};
};
using Names = std::map<RecommendationId, Named>;
/// In batches of ids, a statement each.
Names named(store::Db& db, const Scope& scope, std::span<const RecommendationId> ids);

/// Who decided or judged: by which recommendation and on which day; the last who is said of it.
using Deciders = std::map<std::pair<RecommendationId, Day>, std::string>;
Deciders deciders_after(store::Db& db, const Scope& scope, std::span<const RecommendationId> ids,
                        Day then);

/// How many ids one of these statements takes: with fewer of them a page runs one each.
inline constexpr std::size_t most_ids = 10'000;

} // namespace openmasa::position
