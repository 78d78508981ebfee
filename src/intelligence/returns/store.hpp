#pragma once
// What the returns calendar is worked out from, as the database has it.
#include "intelligence/returns/calendar.hpp"
#include "store/db.hpp"
#include <memory>

namespace openmasa::intelligence {

/// The partnership's own indicators by theme and title, what was returned of them, and the areas:
/// six statements, two where nothing is asked for. Nothing for whoever may not read figures.
ReturnsBook read_returns(store::Db& db, const Scope& scope);
/// The same for a page: read once until something changes, whoever looks.
std::shared_ptr<const ReturnsBook> returns_book(store::Db& db, const Scope& scope);

/// What somebody who enters figures may do: for that agency, or for any.
bool may_return(const Scope& scope, const OwnerId& agency);
/// The agencies for which somebody may enter figures because they act for them.
std::vector<OwnerId> returns_for(const Scope& scope);

} // namespace openmasa::intelligence
