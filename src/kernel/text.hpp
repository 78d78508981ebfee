#pragma once
// Small words about text. ASCII rules; UTF-8 passes through untouched.
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
std::string upper(std::string_view text);
bool starts_with_ignoring_case(std::string_view text, std::string_view start);
/// Runs of white space (also no-break space) become one space; ends trimmed.
std::string one_line(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char at);
std::string join(const std::vector<std::string>& parts, std::string_view between);
bool is_utf8(std::string_view text);
/// Valid UTF-8 without control characters other than tab and line feed; anything else is replaced
/// (CR LF becomes LF). What comes from outside goes through this once, at the door.
std::string cleaned(std::string_view text);
/// At most `bytes` bytes, cut before a UTF-8 character; if cut, U+2026 (3 bytes) comes on top.
std::string shortened(std::string_view text, std::size_t bytes);
/// "1 action", "2 actions"; the plural is the word and s unless given.
std::string counted(long long number, std::string_view one, std::string_view many = {});

} // namespace openmasa
