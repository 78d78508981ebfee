#pragma once
#include "core/audit/audit.hpp"

namespace openmasa::audit {

/// A JSON object with its names in order, on one line.
std::string content_to_json(const Content& content);
/// Reads what content_to_json() wrote. Throws store::Fault (damaged) for anything else.
Content content_from_json(const std::string& json);

} // namespace openmasa::audit
