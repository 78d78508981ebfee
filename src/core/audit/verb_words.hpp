#pragma once
// What the log calls each thing that somebody can do.
#include <string_view>

namespace openmasa::audit {

/// "changed {what} of {}": {} is the thing's name, {what} what was changed about it. Nothing for a
/// verb that has no words of its own; it is spoken as it is written: thing.lifted as "thing
/// lifted".
std::string_view words_of_verb(std::string_view verb);

} // namespace openmasa::audit
