#pragma once
// Who does an action, and what it waits for: its lead in person, the owners that contribute, and
// the actions that must be done before it. One form, one transaction.
#include "core/access/store.hpp"
#include "kernel/result.hpp"
#include "plan/awaited.hpp"
#include "store/db.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::plan {

struct SayWho {
    ActionId action;
    std::int64_t version = 0;
    /// Chosen among those of its owner; or the name of somebody else, which wins.
    std::optional<PersonId> lead;
    std::string other_lead;
    std::vector<OwnerId> contributors;
    /// As people write references, with a comma, a semicolon or a line between: "VA 3, A-2026-014".
    std::string waits_for;
};
/// Refused: a name that nobody or more than one person has, an owner that is none or leads it
/// already, a reference of nothing that this person may read, and what would wait for itself. A new
/// lead is told. False: nothing differed, and nothing was saved.
Result<bool> say_who(store::Db& db, const Scope& scope, const SayWho& command);

/// The action as the command wants it, or all that is wrong. Reads only; `before` is as it stands.
Result<Action> with_who(store::Db& db, const Scope& scope, const SayWho& command,
                        const Action& before);

/// Which actions wait for which, of those that wait at all.
using Waiting = std::map<ActionId, std::vector<ActionId>>;
/// The actions on a way from `action` over `waits_for` back to it, in their order; empty when there
/// is none. Pure.
std::vector<ActionId> way_round(const Waiting& all, const ActionId& action,
                                const std::vector<ActionId>& waits_for);

/// Somebody who can lead an action of that owner: they hold a role within it, or belong to it, and
/// have not left. By name.
struct Candidate {
    PersonId id;
    std::string known_as;
};
std::vector<Candidate> can_lead(store::Db& db, const std::optional<OwnerId>& owner, Day today);

/// In the order of their references; without withdrawn ones.
std::vector<Awaited> awaited_by(store::Db& db, const Action& action);
/// An action of a neighbouring edition.
struct ActionBeside {
    ActionId id;
    std::string reference, title, plan;
    bool is_after = false;
};

/// Who contributes, what it waits for and what waits for it, what it carries on and what carries
/// it on.
struct TakingPart {
    std::vector<std::string> contributors;
    std::vector<Awaited> awaits, needed_by;
    /// The one before first.
    std::vector<ActionBeside> editions;
};
/// One statement.
TakingPart taking_part(store::Db& db, const Action& action);
/// What contributors and awaited actions are called, for many rows at once.
struct CalledByIds {
    std::map<OwnerId, std::string> owners;
    std::map<ActionId, Awaited> awaited;
    /// To say aloud.
    std::map<std::string, std::string> references;
};
/// Of one plan's actions, or of all.
CalledByIds called_by_ids(store::Db& db, const std::optional<PlanId>& plan);
/// "Cafcass; Voluntary Norfolk", in the order of the column.
std::string contributors_in_words(const CalledByIds& called, std::string_view ids);
/// As written() below, for an action of that plan; without those that this handle does not show.
std::string waits_for_in_words(const CalledByIds& called, const PlanId& plan, std::string_view ids);
/// "VA 3, A-2026-014": those of the same plan by its own reference.
std::string written(store::Db& db, const Action& action);

} // namespace openmasa::plan
