#pragma once
// Editions of the arrangements in the database. An edition with its sections, checklist, milestones
// and consultation is one record with one version; what was published is only ever added.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "partnership/masa_history.hpp"
#include "store/db.hpp"

namespace openmasa::partnership {

/// Those that this person may see, the newest first, without their parts; one statement.
std::vector<MasaEdition> list_masa(store::Db& db, const Scope& scope);
/// Parts and all; two statements. Nothing for whoever may not see it.
std::optional<MasaEdition> find_masa(store::Db& db, const Scope& scope, const MasaId& id);

/// A milestone that is not done, of an edition that is in force.
struct OpenMilestone {
    MasaId edition;
    Day published_on{};
    MasaMilestone milestone;
};
std::vector<OpenMilestone> open_milestones(store::Db& db);

// Inside atomically(), with the audit entry.
void add_masa(store::Db& db, const Scope& scope, const MasaEdition& edition);
/// Over the version that was read, parts and all; a publication that is not there yet is added.
Result<Done> save_masa(store::Db& db, const Scope& scope, const MasaEdition& edition,
                       std::string_view verb);

/// Holds every edition against the history, and what was published against its hash.
void verify_masa(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::partnership
