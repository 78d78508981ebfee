#pragma once
// Lines as calendars (RFC 5545, 3.1) and contact cards (RFC 6350, 3.2) have them: folded, and with
// what people typed escaped.
#include <string>
#include <string_view>

namespace openmasa::documents {

/// A line of at most 75 octets, folded: what goes on starts with a space, which counts. No letter
/// is cut in two.
void add_line(std::string& to, std::string_view line);
/// Backslash, semicolon, comma and line feeds are escaped.
std::string escaped_text(std::string_view words);
/// "SUMMARY:Board meets"; nothing where there are no words.
void add_text(std::string& to, std::string_view name, std::string_view words);

} // namespace openmasa::documents
