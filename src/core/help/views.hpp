#pragma once
#include "web/html.hpp"
#include <string_view>

namespace openmasa::help {

/// How to update an action, how to import a plan, how to sign in, whom to ask.
Html help_view(std::string_view partnership);
/// What works for whom, what is not known yet, and where to turn.
Html accessibility_view(std::string_view partnership);

} // namespace openmasa::help
