#include "web/http/pattern.hpp"
#include <cassert>

namespace openmasa::http {
namespace {

/// Takes "/part" off the front and gives the part.
std::string_view next_part(std::string_view& path) {
    const auto part = path.substr(1, path.find('/', 1) - 1);
    path.remove_prefix(1 + part.size());
    return part;
}

} // namespace

std::string_view Captures::operator[](std::string_view name) const {
    for (std::size_t at = 0; at < size_; ++at)
        if (held_[at].name == name) return held_[at].text;
    return {};
}

std::optional<Captures> match(std::string_view pattern, std::string_view path) {
    assert(is_pattern(pattern));
    Captures captures;
    while (!pattern.empty() && !path.empty()) {
        if (path.front() != '/') return std::nullopt;
        const auto wanted = next_part(pattern), found = next_part(path);
        const bool captured = !wanted.empty() && wanted.front() == '{';
        if (captured && !found.empty())
            captures.add(wanted.substr(1, wanted.size() - 2), found);
        else if (captured || wanted != found)
            return std::nullopt;
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return captures;
}

} // namespace openmasa::http
