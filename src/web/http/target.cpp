#include "web/http/target.hpp"
#include "kernel/text.hpp"
#include "web/http/message.hpp"
#include "web/http/percent.hpp"
#include <algorithm>

namespace openmasa::http {
namespace {

std::optional<std::string> decoded_path(std::string_view text);
bool is_plain(std::string_view path);
bool climbs(std::string_view path);

} // namespace

std::optional<Target> read_target(std::string_view text) {
    constexpr std::string_view scheme = "http://";
    Target target;
    if (same_name(text.substr(0, scheme.size()), scheme)) {
        text.remove_prefix(scheme.size());
        target.authority = text.substr(0, text.find_first_of("/?"));
        text.remove_prefix(target.authority.size());
        if (target.authority.empty() || !is_host(target.authority)) return std::nullopt;
    }
    const auto question = std::min(text.find('?'), text.size());
    target.query = text.substr(std::min(question + 1, text.size()));
    const auto raw = text.substr(0, question);
    auto path = decoded_path(raw.empty() && !target.authority.empty() ? "/" : raw);
    if (!path || text.find('#') != text.npos) return std::nullopt;
    target.path = std::move(*path);
    return target;
}

bool is_host(std::string_view text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-._~:[]%!$&'()*+,;=";
    return text.find_first_not_of(allowed) == text.npos;
}

namespace {

std::optional<std::string> decoded_path(std::string_view text) {
    if (text.empty() || text.front() != '/') return std::nullopt;
    for (auto at = text.find('%'); at != text.npos; at = text.find('%', at + 3))
        if (!escaped_byte(text.substr(at))) return std::nullopt;
    auto path = percent_decoded(text, Plus::is_plus);
    if (!is_plain(path) || climbs(path)) return std::nullopt;
    return path;
}

/// No control character and nothing but valid UTF-8, so that a path can be shown and logged.
bool is_plain(std::string_view path) {
    const auto printable = [](char c) { return c >= 0x20 && c < 0x7F; };
    if (std::all_of(path.begin(), path.end(), printable)) return true;
    return path.find_first_of("\t\n") == path.npos && cleaned(path) == path;
}

bool climbs(std::string_view path) {
    for (auto at = path.find("/.."); at != path.npos; at = path.find("/..", at + 1))
        if (at + 3 == path.size() || path[at + 3] == '/') return true;
    return false;
}

} // namespace
} // namespace openmasa::http
