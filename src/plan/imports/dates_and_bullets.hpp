#pragma once
// Makes an action of its rows: title and text, its dates, and the steps where dates and bullets
// go together one to one.
#include "plan/imports/grouping.hpp"

namespace openmasa::imports {

/// Doubts about the date are added to `doubts`, their section left to the caller.
Action read_action(const ActionRows& rows, const Choices& choices, std::vector<Doubt>& doubts);

} // namespace openmasa::imports
