#pragma once
// Use case: which themes and FLOURISH domains a plan or a priority carries. One transaction, run
// inside submit().
#include "kernel/result.hpp"
#include "plan/store.hpp"

namespace openmasa::plans {

/// What carries them: "plan" or "section".
enum class Carrier { plan, section };

/// A plan or a priority, as far as it is about what it carries.
struct Carrying {
    Carrier carrier{};
    std::string id, called, tags;
    plan::PlanId plan;
    std::int64_t version = 0;
    bool withdrawn = false;
};
/// Nothing where there is none, or none that this person may read.
std::optional<Carrying> find_carrying(store::Db& db, const Scope& scope, Carrier carrier,
                                      std::string_view id);

struct SetTags {
    Carrier carrier{};
    std::string id;
    /// The version that was read; another one now is a conflict.
    std::int64_t version = 0;
    /// Ids of terms with a space between.
    std::string tags;
};
/// What was withdrawn or has ended is given to nothing that does not carry it already. Nothing is
/// saved where nothing changes.
Result<Done> set_tags(store::Db& db, const Scope& scope, const SetTags& command);

} // namespace openmasa::plans
