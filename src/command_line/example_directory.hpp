#pragma once
// The mailing lists of the example partnership.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::command_line {

/// As `mailing-lists.csv` says; groups stand with "; " between, kinds with a space. Refused at the
/// first row that cannot be.
Result<Done> add_mailing_lists(store::Db& db, const Scope& scope, const std::string& lists_csv);

} // namespace openmasa::command_line
