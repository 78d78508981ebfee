#pragma once
// The rows of an owner's page as a file: described like every register, so that its downloads are.
#include "core/registers/register.hpp"
#include "plan/owed/owed.hpp"

namespace openmasa::owed {

extern const registers::Register owed_register;

/// Every row of the selection.
registers::EachRow each_row(store::Db& db, const Scope& scope, const Selection& selection);

} // namespace openmasa::owed
