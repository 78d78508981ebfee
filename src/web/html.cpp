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
    return table;
}();

} // namespace

void append_escaped(std::string& to, std::string_view text) {
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto entity = entities[static_cast<unsigned char>(text[at])];
        if (entity.empty()) continue;
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
