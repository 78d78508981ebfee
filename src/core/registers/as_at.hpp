#pragma once
// A register as it was on an earlier day, from the versions of its rows in the history.
#include "core/registers/register.hpp"

namespace openmasa::registers {

/// Through a lens that looks back (core/history/history.hpp): of every row the newest version that
/// was true and known then. Only for a register that names its `history_kind`.
EachRow rows_from_history(store::Db& db, const Register& which);

} // namespace openmasa::registers
