#pragma once
// What became of a register's row, version by version, by the names of its columns: its content in
// the history has the columns' keys.
#include "core/audit/audit.hpp"
#include "core/registers/reference_names.hpp"
#include "web/html.hpp"

namespace openmasa::registers {

/// "Every change", newest first; nothing without any. `names` is what its references name.
Html history_view(const Register& which, const std::vector<history::Version>& versions,
                  const NamesById& names);
/// What somebody else saved while this person was writing: the versions from the newest to the one
/// that was read. Nothing when there is only that one.
Html meanwhile_view(const Register& which, const std::vector<history::Version>& versions,
                    const NamesById& names);

} // namespace openmasa::registers
