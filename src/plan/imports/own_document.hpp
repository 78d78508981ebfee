#pragma once
// A plan in Word that this program made (plan/documents), perhaps changed since by a person. Its
// parts are told by their styles, not by how they look, so nothing is guessed and nothing joined: a
// row of its tables is an action. What people type in a style of their own is read as in any other
// document.
#include "plan/imports/grouping.hpp"
#include "plan/imports/headings.hpp"
#include <optional>

namespace openmasa::imports {

struct OwnDocument {
    Front front;
    Grouped grouped;
    int tables = 0, rows = 0, other_tables = 0;
};

/// Nothing for a document without a table of ours.
std::optional<OwnDocument> read_own(const word::Document& document);

} // namespace openmasa::imports
