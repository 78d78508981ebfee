#pragma once
// Use cases of returns, each one transaction inside submit() or atomically().
#include "intelligence/load.hpp"
#include "intelligence/returns/entry.hpp"
#include "store/db.hpp"

namespace openmasa::intelligence {

struct EnterFigures {
    /// Whose return it is; unset: an analyst enters figures of any.
    std::optional<OwnerId> agency{};
    std::vector<TypedFigure> figures{};
    /// Figures that differ may take the place of those that are there.
    bool revisions = false;
    /// mark_of_doubts() of what somebody looked at again and found right.
    std::string looked_at{};
};

/// Saves all of it as one load with one audit entry, or nothing. What is there already is not saved
/// again. Refuses, by the fields of the form: what is wrong in a row, what somebody overtook,
/// figures that would be revised ("revisions") or are doubtful ("looked_at") when nobody said they
/// may be. Not found: an agency, or a figure of another one, that this person enters nothing for.
Result<LoadCounts> enter(store::Db& db, const Scope& scope, const EnterFigures& command);

} // namespace openmasa::intelligence
