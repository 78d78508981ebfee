#pragma once
// Text as spreadsheets save it, in whatever bytes, as UTF-8.
#include <string>
#include <string_view>

namespace openmasa {

/// It starts with the byte-order mark of UTF-16, as Excel's "Unicode text" does.
bool is_utf16(std::string_view bytes);
/// UTF-8 (its mark taken off) and UTF-16 with a mark are known; what is no UTF-8 is Windows-1252,
/// as Excel writes "CSV" in Britain. Source: WHATWG Encoding Standard, windows-1252.
std::string to_utf8(std::string_view bytes);

} // namespace openmasa
