#pragma once
// What people are on a day: the offices they hold, the seats they fill or stand in for, the roles
// that they were given.
#include "partnership/directory/entry.hpp"
#include "store/db.hpp"
#include <span>

namespace openmasa::directory {

/// Of these people, offices first, then seats, then roles; each sort by its name. Three statements,
/// none for nobody.
std::vector<Post> posts_of(store::Db& db, const terms::Words& words,
                           std::span<const PersonId> people, Day on);

} // namespace openmasa::directory
