#pragma once
// What is this partnership's own: data, never an `if` in the code.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa {

struct Settings {
    std::string partnership = "Safeguarding Children Partnership";
    /// Set when the records are the example's: every page then says so.
    bool example = false;
};

Settings read_settings(store::Db& db);
/// Inside db.atomically() only; leaves an audit entry.
void save_settings(store::Db& db, const Scope& scope, const Settings& settings);

} // namespace openmasa
