#pragma once
// What is to be known of rows that an import would add, before anybody saves them: that one which
// says much the same is there already.
#include "core/registers/import.hpp"

namespace openmasa::registers {

/// Says it beside the first rows that are new, `most` at most, and above them how many it is said
/// of.
void remark_on_new_rows(store::Db& db, const Scope& scope, Preview& preview, std::size_t most);

} // namespace openmasa::registers
