#pragma once
// Figures as a form sends them.
#include "intelligence/returns/actions.hpp"
#include "web/http/form.hpp"
#include <vector>

namespace openmasa::intelligence {

/// Every row that the form holds, in its order, also blank ones, and what was said of them all.
EnterFigures read_typed(const http::Form& form);

} // namespace openmasa::intelligence
