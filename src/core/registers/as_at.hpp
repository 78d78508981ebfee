#pragma once
// A register as it was on an earlier day, from the versions of its rows in the history.
#include "core/registers/register.hpp"

namespace openmasa::registers {

/// Whether its past is put together from its versions: of one whose tables look back by their days,
/// only as it was known then, where its versions can be read.
bool is_from_versions(const Register& which, bool as_known_then);
/// Through a lens that looks back (core/history/history.hpp): of every row the newest version that
/// was true and known on the day, in the order of their ids. Only for a register that names its
/// `history_kind`, and for somebody who may read it: whoever calls this has asked.
EachRow rows_from_history(store::Db& db, const Register& which, Day day);
/// The same from nothing but the versions of the rows themselves, also where the register adds to
/// them (Register::each_then).
EachRow rows_of_versions(store::Db& db, const Register& which, Day day);

} // namespace openmasa::registers
