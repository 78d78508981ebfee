#pragma once
// Restrictions and the names on their lists, in the database.
#include "core/restriction/restriction.hpp"
#include "store/db.hpp"
#include <optional>
#include <string_view>
#include <vector>

namespace openmasa::restriction {

/// Counted up by every change of a restriction (core/settings/revision.hpp).
inline constexpr std::string_view revision_name = "restriction";

/// Those that stand, with their names.
std::vector<Restriction> open_restrictions(store::Db& db);
/// Those that stood on the day that is looked back at (core/history), with the names of then. Who
/// made them and when is not filled in.
std::vector<Restriction> restrictions_then(store::Db& db);
/// The one that stands on a record.
std::optional<Restriction> find_open(store::Db& db, const Record& record);

/// Somebody who can be named: with an account that is open.
struct Candidate {
    PersonId id;
    std::string known_as;
};
std::vector<Candidate> list_candidates(store::Db& db);

// Inside atomically(). Each leaves an audit entry and a version in the history.
void add(store::Db& db, const Scope& scope, const Restriction& restriction);
/// Over the version in `restriction`; a conflict when somebody was first.
Result<Done> save(store::Db& db, const Scope& scope, Restriction restriction);
Result<Done> lift(store::Db& db, const Scope& scope, Restriction restriction, std::string_view why);

} // namespace openmasa::restriction
