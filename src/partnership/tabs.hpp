#pragma once
// The way between the lists of who is responsible: agencies, offices, groups, the structure, the
// arrangements, the directory.
#include "core/terms/words.hpp"
#include "web/html.hpp"

namespace openmasa::partnership {

enum class Tab { agencies, offices, groups, structure, arrangements, directory };
/// Below the head of each list.
Html tabs(const terms::Words& words, Tab current);

} // namespace openmasa::partnership
