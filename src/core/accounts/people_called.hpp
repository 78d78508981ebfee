#pragma once
// People found by what they are called, for forms where nobody is chosen from a list.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::accounts {

/// Who is called so, in any letters, and has not left. Refused, with the field: nobody is, or more
/// than one person is.
Result<PersonId> person_called(store::Db& db, std::string_view name, Day today,
                               const std::string& field);

/// What everybody is called who has not left, by name. Thousands are read once, and again after a
/// change.
std::vector<std::string> names_of_people(store::Db& db, Day today);

} // namespace openmasa::accounts
