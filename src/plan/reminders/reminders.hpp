#pragma once
// Notices of actions that are soon due or late, written each morning (see README.md).
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::reminders {

/// Writes the notices that are due today and were not written yet; in words for the log of the
/// work,
/// "" when there was nothing. What nobody can be told of is not noted, so that whoever comes later
/// is. Inside atomically(), by the program itself.
std::string remind(store::Db& db, const Scope& scope);

} // namespace openmasa::reminders
