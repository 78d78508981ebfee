#pragma once
// What the history keeps of an edition of the arrangements: everything, parts and all.
#include "core/history/description.hpp"
#include "partnership/masa_plan.hpp"

namespace openmasa::partnership {

inline constexpr std::string_view arrangements_kind = "arrangements";

history::Fields masa_fields();
history::Content content_of(const MasaEdition& edition);

} // namespace openmasa::partnership
