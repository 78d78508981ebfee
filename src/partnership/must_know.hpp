#pragma once
// Who is told what is amiss with the arrangements: an office that nobody holds, a group without a
// chair, a review that is due.
#include "core/access/scope.hpp"

namespace openmasa::partnership {

/// Whether this person answers for the arrangements (as lead or delegated partner, or scrutineer),
/// or keeps their records.
bool must_know(const Scope& scope);

} // namespace openmasa::partnership
