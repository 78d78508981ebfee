#pragma once
// Use cases: put an earlier version back, withdraw, bring back. One transaction each, run inside
// submit().
#include "kernel/result.hpp"
#include "plan/versions/records.hpp"

namespace openmasa::versions {

struct PutBack {
    Kind kind{};
    std::string id;
    /// The version that the person read as the newest; another one now is a conflict.
    std::int64_t read = 0;
    /// The version to put back.
    std::int64_t wanted = 0;
    std::string why;
};
/// A new version with what the wanted one held. Not of an action: its place, progress and evidence.
/// Not of a recommendation: what was decided about it, what shows it, and what it stands with.
Result<Done> put_back(store::Db& db, const Scope& scope, const PutBack& command);

enum class Standing { withdrawn, in_force };
struct ChangeStanding {
    Kind kind{};
    std::string id;
    std::int64_t read = 0;
    Standing to{};
    std::string why;
};
/// Withdraws it, or brings it back. A recommendation is withdrawn on a page of its own, which says
/// when it can be: here that is not found.
Result<Done> change_standing(store::Db& db, const Scope& scope, const ChangeStanding& command);

} // namespace openmasa::versions
