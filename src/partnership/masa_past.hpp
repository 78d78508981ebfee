#pragma once
// Editions of the arrangements as they stood on an earlier day, put together from their versions in
// the history; masa_store.hpp asks for them where somebody looks back.
#include "core/access/scope.hpp"
#include "partnership/masa_plan.hpp"
#include "store/db.hpp"

namespace openmasa::partnership {

/// Those that were there on the scope's day, the oldest first, parts and all; two statements. For
/// whoever has asked who may see them.
std::vector<MasaEdition> all_masa_then(store::Db& db, const Scope& scope);
/// The same for one of them; two statements.
std::optional<MasaEdition> find_masa_then(store::Db& db, const Scope& scope, const MasaId& id);

} // namespace openmasa::partnership
