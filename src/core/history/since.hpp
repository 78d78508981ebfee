#pragma once
// What others saved while somebody was writing.
#include "core/history/history.hpp"

namespace openmasa::history {

/// A record's versions from the newest to the one that was read, for a form that came too late;
/// empty when that one is not among the newest `most`.
std::vector<Version> versions_since(store::Db& db, std::string_view kind, std::string_view id,
                                    std::int64_t read, int most);

} // namespace openmasa::history
