#pragma once
// Use cases: ask for work, cancel it, try failed work again. Inside atomically().
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

} // namespace openmasa::jobs
