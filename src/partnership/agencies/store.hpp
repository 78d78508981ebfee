#pragma once
// Agencies in the database. Finders take a scope: what a person may not see is not found.
#include "core/audit/audit.hpp"
#include "kernel/result.hpp"
#include "partnership/agencies/agency.hpp"
#include "store/db.hpp"
#include <vector>

namespace openmasa::agencies {

/// By name.
std::vector<Agency> list_agencies(store::Db& db, const Scope& scope);
/// How many take part today.
int count_taking_part(store::Db& db, const Scope& scope);
std::optional<Agency> find_agency(store::Db& db, const Scope& scope, const OwnerId& id);
/// Whether an owner is an agency that is kept here.
bool is_agency(store::Db& db, const OwnerId& id);
/// What an agency is called aloud, and its sectors, the newest first: one statement.
struct ReferenceAndSectors {
    std::string reference;
    std::vector<SectorPeriod> sectors;
};
ReferenceAndSectors reference_and_sectors_of(store::Db& db, const OwnerId& id);

// Inside atomically(); each leaves an audit entry and a version in the history.
void add_agency(store::Db& db, const Scope& scope, const Agency& agency);
/// Saves over the version in `agency`; a conflict when somebody was first. Another sector counts
/// from today.
Result<Done> save_agency(store::Db& db, const Scope& scope, const Agency& agency);

/// Holds what stands in the tables against the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::agencies
