#pragma once
// Reads the body of a Word document: paragraphs, tables, merged cells, tracked changes.
#include "core/exchange/word.hpp"
#include "core/exchange/word_archive.hpp"

namespace openmasa::word {

/// Refuses, under the field "file", what is damaged or has more rows or columns than the limits.
Result<Document> read_document(Parts parts);

} // namespace openmasa::word
