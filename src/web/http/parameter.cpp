#include "web/http/parameter.hpp"
#include "kernel/text.hpp"
#include "web/http/message.hpp"
#include "web/http/percent.hpp"
#include "web/http/token.hpp"
#include <algorithm>

namespace openmasa::http {
namespace {

std::string take_value(std::string_view& rest);
std::string take_quoted(std::string_view& rest);
bool is_escape(std::string_view text);
std::optional<std::string> extended(std::string_view written);
std::string without_folders(std::string_view name);

} // namespace

std::string_view media_type(std::string_view value) {
    return without_white_space(value.substr(0, value.find(';')));
}

std::optional<std::string> parameter(std::string_view value, std::string_view name) {
    auto rest = value.substr(std::min(value.find(';'), value.size()));
    while (!rest.empty()) {
        rest.remove_prefix(1); // the ';'
        const auto found = rest.substr(0, rest.find_first_of("=;"));
        rest.remove_prefix(found.size());
        if (rest.empty() || rest.front() == ';') continue;
        rest.remove_prefix(1); // the '='
        auto text = take_value(rest);
        if (same_name(without_white_space(found), name)) return text;
    }
    return std::nullopt;
}

std::string form_name(std::string_view written) {
    std::string name;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const auto byte = escaped_byte(written.substr(at));
        const bool put_back = byte && (*byte == '"' || *byte == '\r' || *byte == '\n');
        name += put_back ? *byte : written[at];
        if (put_back) at += 2;
    }
    return name;
}

std::optional<std::string> file_name(std::string_view disposition) {
    std::optional<std::string> name;
    if (const auto written = parameter(disposition, "filename*")) name = extended(*written);
    if (name) return without_folders(*name);
    name = parameter(disposition, "filename");
    if (!name) return std::nullopt;
    return without_folders(form_name(*name));
}

namespace {

/// Takes a value, and what stands after it up to the next ';', off the front.
std::string take_value(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    const bool quoted = !rest.empty() && rest.front() == '"';
    std::string text;
    if (quoted) text = take_quoted(rest);
    const auto plain = rest.substr(0, rest.find(';'));
    rest.remove_prefix(plain.size());
    return quoted ? text : std::string(without_white_space(plain));
}

std::string take_quoted(std::string_view& rest) {
    std::string text;
    std::size_t at = 1;
    while (at < rest.size() && rest[at] != '"') {
        if (is_escape(rest.substr(at))) ++at;
        text += rest[at++];
    }
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return text;
}

/// Browsers write a backslash as it is, older programs write \" and \\ for a quote and a backslash.
/// So a backslash before a quote is an escape only when another quote is left to end the text.
bool is_escape(std::string_view text) {
    if (text.size() < 2 || text[0] != '\\') return false;
    return text[1] == '\\' || (text[1] == '"' && text.find('"', 2) != text.npos);
}

/// UTF-8'en'Plan%202025.docx; nothing in another character set.
std::optional<std::string> extended(std::string_view written) {
    const auto first = written.find('\''), second = written.find('\'', first + 1);
    if (first == written.npos || second == written.npos) return std::nullopt;
    if (!same_name(written.substr(0, first), "utf-8")) return std::nullopt;
    return percent_decoded(written.substr(second + 1), Plus::is_plus);
}

std::string without_folders(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    auto last = one_line(cleaned(slash == name.npos ? name : name.substr(slash + 1)));
    if (last == "." || last == "..") last.clear();
    return last;
}

} // namespace
} // namespace openmasa::http
