#pragma once
// Use cases: say that an agency is followed by another, agree the list of what it answers for, and
// carry it out at its day. One transaction each.
#include "partnership/agencies/succession.hpp"
#include "partnership/agreed_duties.hpp"
#include "store/db.hpp"

namespace openmasa::agencies {

/// Proposed: nothing passes before the list is agreed. Everything wrong stands beside its field.
Result<SuccessionId> say_followed(store::Db& db, const Scope& scope, const SayFollowed& said);

struct AgreeDuties {
    SuccessionId succession;
    std::int64_t version = 0;
    partnership::Agreement agreement;
};
/// What it answers for now and what is not agreed already.
OpenDuties open_to_agree(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                         const Succession& succession);
/// Keeps the list, ends the earlier agency on the eve of the day, and where the day has come
/// carries the list out. Refused while something is restricted from this person.
Result<Done> agree(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                   const AgreeDuties& command);

struct DropSuccession {
    SuccessionId succession;
    std::int64_t version = 0;
    std::string why;
};
/// It does not come to it: only before anything was carried out. The agency's last day is left as
/// it stands; it is changed on the agency's own page.
Result<Done> drop(store::Db& db, const Scope& scope, const DropSuccession& command);

/// Every list whose day has come, for the work of each morning; says in a few words what it did.
std::string carry_out_due(store::Db& db, const Scope& scope, const std::vector<Module>& features);

} // namespace openmasa::agencies
