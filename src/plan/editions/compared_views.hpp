#pragma once
// An edition beside the one before, as a page. Ready data only.
#include "core/terms/words.hpp"
#include "plan/editions/comparing.hpp"

namespace openmasa::editions {

Html compared_view(const terms::Words& words, const Comparison& comparison);
/// For an edition that follows none.
Html nothing_before_view(const terms::Words& words, const plan::Plan& plan);

} // namespace openmasa::editions
