#pragma once
// Everybody as they were on a day: what was written down about them, and their account of that
// time.
#include "core/registers/register.hpp"

namespace openmasa::accounts {

/// Through a lens that looks back, every row of the register of people; in the order of ids.
/// Whether somebody had chosen a password by then, no version says: their account was open or had
/// ended.
void each_person_then(store::Db& db, Day day, const registers::TakeRow& take);

} // namespace openmasa::accounts
