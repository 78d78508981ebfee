#pragma once
#include "core/routing/route.hpp"

namespace openmasa::intelligence::returns {

/// Who owes which figure when: the calendar, an agency's own page to enter its figures, and the
/// same as a file.
Module module();

} // namespace openmasa::intelligence::returns
