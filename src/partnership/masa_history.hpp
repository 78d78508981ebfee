#pragma once
// What the history keeps of an edition of the arrangements: everything, parts and all.
#include "core/history/description.hpp"
#include "partnership/masa_plan.hpp"

namespace openmasa::partnership {

inline constexpr std::string_view arrangements_kind = "arrangements";

history::Fields masa_fields();
history::Content content_of(const MasaEdition& edition);
/// The edition that a version describes, but for its id, its version and the bytes of what was
/// published. Throws store::Fault (damaged) for what content_of() did not write.
MasaEdition masa_in(const history::Content& content);

} // namespace openmasa::partnership
