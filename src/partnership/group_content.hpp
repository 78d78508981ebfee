#pragma once
// What a version of a group holds, for the log and for people.
#include "core/history/description.hpp"
#include "partnership/group.hpp"

namespace openmasa::partnership {

/// Everything that is the group's own; who sits there by their office is that office's.
history::Content content_of(const Group& group);
/// How its fields are told; also group_fields() of the store.
history::Fields fields_of_groups();

} // namespace openmasa::partnership
