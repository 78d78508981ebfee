#pragma once
// What records of any kind are called and where their pages are, for a list of records of many
// kinds: one statement for each kind that is in it.
#include "core/routing/context.hpp"
#include "core/routing/route.hpp"
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace openmasa {

/// By kind and id.
using NamedPages = std::map<std::pair<std::string, std::string>, NamedPage>;
/// Of those (kind, id) the ones that a feature shows this person; without a title where nothing
/// says it.
NamedPages named_pages(Context& context,
                       const std::vector<std::pair<std::string, std::string>>& records);

} // namespace openmasa
