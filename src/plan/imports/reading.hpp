#pragma once
// Understands a Word document as a plan. Pure: the same document and choices give the same draft.
// What is read: tables with a column of actions; their section is the heading above them, and its
// owner stands in the table or in a line "Owner: ...". See docs and the tests beside each file for
// the rules; where a rule can be wrong there is a doubt with the other reading as an option.
#include "core/exchange/word.hpp"
#include "kernel/result.hpp"
#include "plan/imports/draft.hpp"

namespace openmasa::imports {

/// Refuses, under the field "file", a document without tables or without a plan's table.
/// Choices for doubts that the document does not raise are ignored.
Result<Draft> read_plan(const word::Document& document, const Choices& choices = {});

} // namespace openmasa::imports
