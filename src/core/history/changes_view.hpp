#pragma once
// What each version of a record changed in the one before, for its page.
#include "core/history/description.hpp"
#include "core/history/history.hpp"
#include "web/html.hpp"
#include <string_view>
#include <vector>

namespace openmasa::history {

/// So many versions are read for a page; older ones stand in the audit log.
inline constexpr int versions_read = 25;
/// Newest first, as history::versions() gives them; the first few are open, earlier ones are
/// folded.
Html changes_view(Fields fields, const std::vector<Version>& versions,
                  std::string_view title = "The newest first");

} // namespace openmasa::history
