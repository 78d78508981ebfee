#include "web/html.hpp"

namespace openmasa {
namespace {

constexpr std::array<std::string_view, 256> entities = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    table[0xe2] = "?"; // the first byte of marks that turn the words after them round
    return table;
}();

/// U+202A to U+202E and U+2066 to U+2069: they would turn round what stands beside them too. What
/// is written from right to left is shown so without them.
bool is_direction_mark(std::string_view text) {
    if (text.starts_with("\u202a") || text.starts_with("\u202b") || text.starts_with("\u202c") ||
        text.starts_with("\u202d") || text.starts_with("\u202e"))
        return true;
    return text.starts_with("\u2066") || text.starts_with("\u2067") || text.starts_with("\u2068") ||
           text.starts_with("\u2069");
}

} // namespace

void append_escaped(std::string& to, std::string_view text) {
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto entity = entities[static_cast<unsigned char>(text[at])];
        if (entity.empty()) continue;
        if (text[at] == '\xe2') {
            if (!is_direction_mark(text.substr(at))) continue;
            to.append(text, plain, at - plain);
            plain = at + 3;
            continue;
        }
        to.append(text, plain, at - plain);
        to += entity;
        plain = at + 1;
    }
    to.append(text, plain);
}

Html escaped(std::string_view text) {
    return html("{}", text);
}

Html escaped_lines(std::string_view text) {
    Html lines;
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n')) {
        append(lines, "{}<br>", text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    append(lines, "{}", text);
    return lines;
}

} // namespace openmasa
