#pragma once
// A draft as JSON, for the command line and for scripts.
#include "kernel/json.hpp"
#include "plan/imports/draft.hpp"

namespace openmasa::imports {

/// An object: title, period, edition, counts, sections (with objectives and actions), doubts.
void write(JsonWriter& json, const Draft& draft);

} // namespace openmasa::imports
