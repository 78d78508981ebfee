#pragma once
// Use case: what somebody leads themselves passes on, as a list was agreed. Inside submit().
#include "partnership/agreed_duties.hpp"
#include "store/db.hpp"

namespace openmasa::passing {

struct Leaver {
    PersonId id;
    std::string known_as;
};
/// Nothing for whoever may not keep offices.
std::optional<Leaver> find_leaver(store::Db& db, const Scope& scope, const PersonId& id);

struct PassOn {
    Leaver from;
    /// Who takes over, as people are called; asked for only where something passes.
    std::string to;
    /// The office that changed hands; empty where none did.
    std::string office;
    partnership::Agreement agreement;
};
/// Everything wrong stands beside its field: "to", and those of the list.
Result<Done> pass_on(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                     const PassOn& command);

} // namespace openmasa::passing
