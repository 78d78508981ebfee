#pragma once
#include "core/settings/settings.hpp"
#include "web/html.hpp"
#include <string_view>

namespace openmasa::help {

/// How to update an action, how to import a plan, how to sign in, whom to ask.
Html help_view(const Settings& settings, const terms::Words& words);
/// What works for whom, what is not known yet, and where to turn.
Html accessibility_view(std::string_view partnership, const terms::Words& words);

} // namespace openmasa::help
