#pragma once
// One cell of a file, understood as its column says: its canonical text, or why it is none.
#include "core/registers/column.hpp"
#include "core/terms/term_book.hpp"
#include "kernel/result.hpp"

namespace openmasa::registers {

/// `names` is what a reference may name, and `book` knows what else people call it. Refuses under
/// the column's key.
Result<std::string> understood(const Column& column, std::string_view text,
                               const std::vector<std::string>& names, const terms::TermBook& book);

} // namespace openmasa::registers
