#pragma once
// What the pages of changes read: a number of statements that does not grow with the plan.
#include "plan/owed/changes.hpp"
#include "store/db.hpp"

namespace openmasa::owed {

/// The actions of which something was recorded on that day or later, the newest first; those of one
/// priority where it is given. Nothing for somebody who may not read the plan.
struct Wanted {
    plan::PlanId plan;
    std::optional<plan::SectionId> section{};
    Day since{};
};
std::vector<ChangedAction> changed_actions(store::Db& db, const Scope& scope, const Wanted& wanted);
/// The priorities of which something else is said now.
std::vector<ChangedSection> changed_sections(store::Db& db, const Scope& scope,
                                             const Wanted& wanted);
/// When a document was last saved into the plan.
std::optional<Moment> last_edition(store::Db& db, const Scope& scope, const plan::PlanId& plan);

} // namespace openmasa::owed
