#pragma once
#include <cstddef>

namespace openmasa::http {

/// How many files this process may have open at once, after asking the system for `wanted`: at
/// least that many where the system allows it.
std::size_t allow_open_files(std::size_t wanted);

} // namespace openmasa::http
