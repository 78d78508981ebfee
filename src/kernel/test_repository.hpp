#pragma once
// Where the files that a test reads stand, on the machine that built it.
#include <string>
#include <string_view>

namespace openmasa {

/// in_repository("tests/fixtures/word/plan.docx"); "../shared/..." stands beside the repository.
std::string in_repository(std::string_view path);

} // namespace openmasa
