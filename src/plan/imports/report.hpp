#pragma once
// What an import would do, or did, for the command line.
#include "plan/imports/actions.hpp"

namespace openmasa::imports {

/// An object: saved (the plan's id, or null), edition, counts, changes, plan (the draft).
std::string report_json(const Preview& seen, const std::optional<std::string>& saved);
/// The same in lines for people; doubtful rows first.
std::string report_words(const Preview& seen, const std::optional<std::string>& saved);

} // namespace openmasa::imports
