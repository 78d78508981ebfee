#include "core/documents/content_lines.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::documents {
namespace {

/// "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break."
constexpr std::size_t longest_line = 75;

bool continues_a_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

void add_line(std::string& to, std::string_view line) {
    for (std::size_t room = longest_line; line.size() > room; room = longest_line - 1) {
        auto end = room;
        while (end > 1 && continues_a_character(line[end])) --end;
        to += line.substr(0, end);
        to += "\r\n ";
        line.remove_prefix(end);
    }
    to += line;
    to += "\r\n";
}

std::string escaped_text(std::string_view words) {
    std::string text;
    for (const char c : cleaned(words)) {
        if (c == '\\' || c == ';' || c == ',') text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
    return text;
}

void add_text(std::string& to, std::string_view name, std::string_view words) {
    if (!words.empty()) add_line(to, fmt::format("{}:{}", name, escaped_text(words)));
}

} // namespace openmasa::documents
