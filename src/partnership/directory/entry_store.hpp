#pragma once
// What people keep of themselves, in the database; with its history.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "partnership/directory/entry.hpp"
#include "store/db.hpp"

namespace openmasa::directory {

inline constexpr std::string_view entry_kind = "directory_entry";

/// Nothing said yet: an empty one of version 0.
Entry read_entry(store::Db& db, const PersonId& person);
/// Over the version that was read. Inside atomically(), with the audit entry.
Result<Done> save_entry(store::Db& db, const Scope& scope, const Entry& entry);
/// Holds every entry against the newest version in the history.
void verify_entries(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::directory
