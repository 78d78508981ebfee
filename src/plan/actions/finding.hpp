#pragma once
// Actions by what people call them, as far as a person may see them.
#include "core/routing/route.hpp"

namespace openmasa::plan {

/// By the plan's own reference ("FF 3"), in every plan; newest plan first, at most twenty.
std::vector<Finding> find_actions(store::Db& db, const Scope& scope, std::string_view words);
/// The kind "action", with its page.
std::span<const RecordKind> action_records();

} // namespace openmasa::plan
