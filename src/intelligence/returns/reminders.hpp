#pragma once
// Notices of returns that are due in a week or late, written each morning: one for each agency and
// day, however many figures it owes by then.
#include "intelligence/returns/calendar.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::intelligence {

/// Seven days before, and once when it is late; `none` while it is further off.
enum class ReturnReminder : unsigned char { none, week, late };
ReturnReminder reminder_of(Day due, Day today);
/// "week", for the database.
std::string_view to_text(ReturnReminder stage);
bool from_text(std::string_view text, ReturnReminder& stage);

/// Tells whoever may return figures for an agency what it owes, once a stage; in words for the log
/// of the work, "" when there was nothing. What nobody can be told of is not noted, so that whoever
/// comes later is. Inside atomically(), by the program itself.
std::string remind_of_returns(store::Db& db, const Scope& scope);

} // namespace openmasa::intelligence
