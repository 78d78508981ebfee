#pragma once
#include "core/routing/route.hpp"

namespace openmasa::plan_documents {

/// A plan as Word.
Module module();

} // namespace openmasa::plan_documents
