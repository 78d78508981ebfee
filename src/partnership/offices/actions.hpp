#pragma once
// Use cases: offices are added and changed, handed over, and what was said of a holder is put
// right. Inside submit() or atomically().
#include "kernel/result.hpp"
#include "partnership/office.hpp"
#include "store/db.hpp"

namespace openmasa::offices {

using partnership::HolderId;
using partnership::Office;

/// What is wrong with an office, beside those that are there. `id` is its own.
std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Office& office,
                                   const std::optional<OwnerId>& id);
Result<Office> add(store::Db& db, const Scope& scope, Office office);
/// Its own words and days; its holders stay.
Result<Office> change(store::Db& db, const Scope& scope, const Office& office);

/// Somebody takes it, as people type it.
struct HandOver {
    OwnerId office;
    std::int64_t version = 0;
    /// The name of the next holder, and their first and last day.
    std::string who, from, to;
    bool acting = false;
    std::string note;
};
/// The office as it would be then, or all that is wrong. Reads only.
Result<Office> handed_over(store::Db& db, const Scope& scope, Office office,
                           const HandOver& command);
/// Whoever holds it then ends the day before, unless the next one only acts.
Result<Done> hand_over(store::Db& db, const Scope& scope, const HandOver& command);

/// What was said of one holder is put right: other days, acting or not, another note.
struct PutRight {
    OwnerId office;
    HolderId holder;
    std::int64_t version = 0;
    std::string from, to;
    bool acting = false;
    std::string note;
    /// They never held it: it goes away, and the history says so.
    bool never_held = false;
};
Result<Done> put_right(store::Db& db, const Scope& scope, const PutRight& command);

} // namespace openmasa::offices
