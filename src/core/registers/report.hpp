#pragma once
// What an import would do, or has done, for the command line.
#include "core/registers/import.hpp"

namespace openmasa::registers {

/// {kind, policy, saved, may_be_saved, counts, rows, gone, remarks}; rows that stay the same are
/// only counted.
std::string report_json(const Preview& preview, bool saved);
/// The same for people.
std::string report_words(const Preview& preview, bool saved);

} // namespace openmasa::registers
