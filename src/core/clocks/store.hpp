#pragma once
// Bank holidays and rules in the database. What is read is remembered until somebody changes it
// (core/settings/revision.hpp), so that a page pays one small query for each.
#include "core/clocks/rule_book.hpp"
#include "kernel/bank_holidays.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <memory>
#include <vector>

namespace openmasa::clocks {

/// As published where a list was brought in, otherwise by the rule.
std::shared_ptr<const BankHolidays> bank_holidays(store::Db& db);
/// Counts up with every list; what a preview was made against.
std::int64_t bank_holidays_version(store::Db& db);
/// Replaces the years that the list has. Inside atomically(); leaves an audit entry and a version
/// in the history. Refused when `version` is not the newest: somebody brought in another list.
Result<Done> save_bank_holidays(store::Db& db, const Scope& scope,
                                const std::vector<BankHoliday>& list, std::int64_t version);

/// Counts up with every change of a clock.
inline constexpr std::string_view clocks_revision = "clocks";
/// Counts up with every rule that is added or withdrawn (core/settings/revision.hpp).
inline constexpr std::string_view rules_revision = "clock rules";
/// What the program brings, with what the partnership added.
std::shared_ptr<const RuleBook> rule_book(store::Db& db);

} // namespace openmasa::clocks
