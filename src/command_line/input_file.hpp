#pragma once
// A file that a command was given to read.
#include "kernel/result.hpp"
#include <string>

namespace openmasa::command_line {

/// The bytes of the file, at most `largest` and one more: that is enough to know that it is too
/// large. Refuses, under the field "file", what is not there, a folder, and what may not be read.
Result<std::string> read_document(const std::string& path, std::size_t largest);

} // namespace openmasa::command_line
