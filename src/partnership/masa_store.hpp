#pragma once
// Editions of the arrangements in the database. An edition with its sections, checklist, milestones
// and consultation is one record with one version; what was published is only ever added.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "partnership/masa_history.hpp"
#include "store/db.hpp"

namespace openmasa::partnership {

// As they stood on the scope's day where somebody looks back: for whoever may see them now and
// could have seen them then.
/// Those that this person may see, the newest first, without their parts; one statement (three of
/// an earlier day).
std::vector<MasaEdition> list_masa(store::Db& db, const Scope& scope);
/// The same, parts and all; two statements (three of an earlier day).
std::vector<MasaEdition> list_whole_masa(store::Db& db, const Scope& scope);
/// Parts and all; two statements (four of an earlier day). Nothing for whoever may not see it.
std::optional<MasaEdition> find_masa(store::Db& db, const Scope& scope, const MasaId& id);

/// What an edition is called today, for whoever may see one that names it.
std::string title_of_masa(store::Db& db, const MasaId& id);

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
/// `true_from`: the day since which it is so, where that is written down later.
Result<Done> save_masa(store::Db& db, const Scope& scope, const MasaEdition& edition,
                       std::string_view verb, std::optional<Day> true_from = {});

/// Holds every edition against the history, and what was published against its hash.
void verify_masa(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::partnership
