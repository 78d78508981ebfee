#include "web/http/message.hpp"
#include "web/http/token.hpp"
#include <algorithm>
#include <optional>

namespace openmasa::http {
namespace {

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The value for that name in "name=value; other=value".
std::optional<std::string_view> cookie_in(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        const auto end = std::min(cookies.find(';'), cookies.size());
        const auto pair = cookies.substr(0, end);
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
        const auto equals = pair.find('=');
        if (equals == pair.npos || without_white_space(pair.substr(0, equals)) != name) continue;
        return without_white_space(pair.substr(equals + 1));
    }
    return std::nullopt;
}

} // namespace

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [](char one, char other) { return small(one) == small(other); });
}

std::string_view Request::header(std::string_view name) const {
    for (const Header& header : headers)
        if (same_name(header.name, name)) return header.value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    for (const Header& header : headers) {
        if (!same_name(header.name, "cookie")) continue;
        if (const auto value = cookie_in(header.value, name)) return *value;
    }
    return {};
}

} // namespace openmasa::http
