#pragma once
// The log as a table: one line an entry, the same columns in every download.
#include "core/audit/words.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::audit {

OwnerNames owner_names(store::Db& db, const terms::Words& words = {});
/// The byte order mark that spreadsheets want, and the names of the columns.
void append_log_head(std::string& csv);
void append_log_line(std::string& csv, const LoggedAct& act, const OwnerNames& owners);

} // namespace openmasa::audit
