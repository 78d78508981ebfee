#pragma once
// The example partnership: people, plans from Word with their years of progress, read by the same
// importers and use cases that everybody uses.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::command_line {

struct Example {
    std::string folder;
    std::string address;
};

/// Refused when the database holds a plan already. Prints how each example person signs in.
int add_example(store::Db& db, const Scope& scope, const Example& example);

} // namespace openmasa::command_line
