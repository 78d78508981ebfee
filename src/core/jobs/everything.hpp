#pragma once
// The work that a person can ask for from the start: every register as CSV, in one zip file.
#include "core/jobs/work.hpp"
#include <functional>
#include <string>
#include <vector>

namespace openmasa::jobs {

/// A register and how its CSV is made, of what this scope may see. Listed in src/modules.cpp.
struct Register {
    std::string file_name; // "actions.csv"
    std::function<std::string(store::Db& db, const Scope& scope)> csv;
};

Kind everything(std::vector<Register> registers);

} // namespace openmasa::jobs
