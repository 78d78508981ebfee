#pragma once
// Use cases: ask for work, cancel it, try failed work again, say when work is done by itself.
// Inside atomically().
#include "core/jobs/schedule.hpp"
#include "core/jobs/work.hpp"

namespace openmasa::jobs {

struct Ask {
    const Kind* kind = nullptr;
    std::string parameters{};
};
/// The new job; or the one of that kind that this person has waiting or under way.
Result<JobId> ask(store::Db& db, const Scope& scope, const Ask& command);

/// One's own job; an administrator's right is to any.
std::optional<Job> find_for(store::Db& db, const Scope& scope, const JobId& id);
Result<Done> cancel(store::Db& db, const Scope& scope, const JobId& id);
/// Only one that failed; its attempts begin anew, from the step that it had reached.
Result<Done> try_again(store::Db& db, const Scope& scope, const JobId& id);

struct ChangeSchedule {
    std::string kind;
    /// The rule that the person read.
    std::string before;
    Rule rule;
};
/// Takes effect at once: the next run is the first one after now. Refused as a conflict when
/// somebody was first.
Result<Done> change_schedule(store::Db& db, const Scope& scope, const ChangeSchedule& command);

} // namespace openmasa::jobs
