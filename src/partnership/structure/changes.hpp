#pragma once
// What changed between two days, marked on the boxes of the later one.
#include "partnership/structure/chart.hpp"

namespace openmasa::structure {

/// The boxes of `now`, marked; those that were there before and are gone come after them, below
/// what they reported to.
struct Marked {
    std::vector<Box> boxes;
    int added = 0, changed = 0, ended = 0;
};
Marked marked(const std::vector<Box>& before, std::vector<Box> now);

} // namespace openmasa::structure
