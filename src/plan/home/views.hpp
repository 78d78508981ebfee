#pragma once
// The first page, from ready data.
#include "core/routing/facts.hpp"
#include "core/terms/words.hpp"
#include "plan/home/home.hpp"
#include "web/html.hpp"
#include <string_view>

namespace openmasa::home {

/// What needs this person, how the plan is doing, what changed.
Html home_view(const Home& home, const terms::Words& words);
/// For somebody who has no role: whom to ask, and not one number.
Html without_role_view(std::string_view known_as, std::string_view partnership,
                       const terms::Words& words);

// Its parts.
/// What other areas know that this person must know too; nothing where they know nothing.
Html known_view(const std::vector<FirstPageFact>& facts);
Html needs_view(const Needs& needs, Day today);
Html doing_view(const Home& home);
Html changes_view(const Home& home);
Html breaks_view(const Home& home);

} // namespace openmasa::home
