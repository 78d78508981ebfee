#pragma once
// Use cases: make or change a plan, a priority, an objective; add an action. One transaction each,
// inside submit(). Only for whoever may change the plan; what was withdrawn is not found; a draft
// with an id is a conflict over any version but the newest.
#include "kernel/result.hpp"
#include "plan/drafting/drafts.hpp"
#include "store/db.hpp"

namespace openmasa::drafting {

/// What was saved, and whether anything differed (otherwise nothing was saved).
template<class SomeId> struct Saved {
    SomeId id;
    bool anything = true;
};
Result<Saved<plan::PlanId>> save(store::Db& db, const Scope& scope, const PlanDraft& draft);
Result<Saved<plan::SectionId>> save(store::Db& db, const Scope& scope, const PriorityDraft& draft);
Result<Saved<plan::ObjectiveId>> save(store::Db& db, const Scope& scope,
                                      const ObjectiveDraft& draft);
/// With the next free reference of its priority.
Result<plan::ActionId> add(store::Db& db, const Scope& scope, const ActionDraft& draft);

} // namespace openmasa::drafting
