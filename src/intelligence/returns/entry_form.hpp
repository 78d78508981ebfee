#pragma once
// The form in which figures are entered, row by row; of both pages that have one.
#include "intelligence/returns/entry_views.hpp"

namespace openmasa::intelligence {

/// The rows with what was there before, what is wrong, what to look at again, and one button.
Html entry_form(const EntryForm& form);

} // namespace openmasa::intelligence
