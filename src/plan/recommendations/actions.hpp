#pragma once
// Use cases of a recommendation that is there: move it along its states; link actions; add
// evidence; join and part. Each is run inside submit() (core/routing/form_token.hpp), one
// transaction, and leaves an audit entry and a version. Adding and filing: adding.hpp.
#include "plan/recommendation_moves.hpp"
#include "plan/recommendation_store.hpp"

namespace openmasa::recommendations {

/// What the table of moves asks of one beside its record; at most two statements.
Beside read_beside(store::Db& db, const Whole& whole);

struct LinkActions {
    RecommendationId id;
    std::int64_t version = 0;
    /// All of those that this person may see; what is hidden from them stays linked.
    std::vector<plan::ActionId> actions{};
};
Result<Done> link_actions(store::Db& db, const Scope& scope, const LinkActions& command);

struct AddEvidence {
    RecommendationId id;
    std::int64_t version = 0;
    Shows shows = Shows::completion;
    std::optional<EvidenceKind> kind{};
    std::string words{}, link{}, on{};
};
/// By the form's fields: "kind", "words", "on". A document shows no impact; nothing changed by a
/// recommendation before it was published.
std::vector<Problem> problems_with(const AddEvidence& command, const std::vector<Source>& sources,
                                   Day today);
/// Refused where it stands with another one: it is followed there.
Result<Done> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command);

/// Whether a move of that name is ever theirs to make, of a recommendation that they may read.
bool may_ever(const Scope& scope, Move move, const Recommendation& it);
/// Refused with everything that is missing or was not said; a conflict when the state is no longer
/// the one from which the move leads. Clocks start and stop, and people are told, as the table
/// says.
Result<State> move(store::Db& db, const Scope& scope, const MakeMove& command);

struct Join {
    RecommendationId id;
    std::int64_t version = 0;
    RecommendationId to;
    std::string why{};
    int likeness = 0;
};
Result<Done> join(store::Db& db, const Scope& scope, const Join& command);

struct PartFrom {
    RecommendationId id;
    std::int64_t version = 0;
    std::string why{};
};
/// It stands by itself again, where it stood before.
Result<Done> part(store::Db& db, const Scope& scope, const PartFrom& command);

struct Withdraw {
    RecommendationId id;
    std::int64_t version = 0;
    std::string why{};
};
/// What should never have been there: a line of a file that was none. Whatever was decided about is
/// closed instead, with a reason (move()); refused too while others stand with it.
Result<Done> withdraw(store::Db& db, const Scope& scope, const Withdraw& command);

} // namespace openmasa::recommendations
