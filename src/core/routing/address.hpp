#pragma once
// Addresses of our own pages in full, for somebody to copy.
#include "core/routing/context.hpp"
#include <string>
#include <string_view>

namespace openmasa {

/// "https://masa.example.org/answer/..." as the reader's own browser reached us; the path alone
/// when what the browser says is no host. Only for the reader's eyes: never put it into a mail,
/// since whoever sends a request chooses what it says.
std::string full_address(const Context& context, std::string_view path);

} // namespace openmasa
