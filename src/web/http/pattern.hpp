#pragma once
// Path patterns of the route table: "/actions/{id}/progress".
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace openmasa::http {

/// What the parts in braces stood for. The views look into the pattern and the path.
class Captures {
public:
    static constexpr std::size_t most = 6;

    /// The text captured under that name; empty when the pattern has no such name.
    std::string_view operator[](std::string_view name) const;
    std::size_t size() const { return size_; }
    void add(std::string_view name, std::string_view text) { held_[size_++] = {name, text}; }

private:
    struct Capture {
        std::string_view name, text;
    };
    std::array<Capture, most> held_{};
    std::size_t size_ = 0;
};

/// Whether the whole of a decoded path is what the pattern describes. A part in braces stands for
/// one non-empty part of the path; everything else, also case and a slash at the end, must be the
/// same. Allocates nothing. The pattern must be well formed (assertion).
std::optional<Captures> match(std::string_view pattern, std::string_view path);

/// Whether a pattern is well formed: "/", or parts each after a slash, each either plain text or
/// one whole {name}; no empty part and at most six names. Also usable at compile time.
constexpr bool is_pattern(std::string_view pattern) {
    if (pattern == "/") return true;
    if (pattern.empty() || pattern.front() != '/') return false;
    std::size_t names = 0;
    while (!pattern.empty()) {
        const auto part = pattern.substr(1, pattern.find('/', 1) - 1);
        pattern.remove_prefix(1 + part.size());
        const bool name = part.size() > 2 && part.front() == '{' && part.back() == '}';
        const auto inner = name ? part.substr(1, part.size() - 2) : part;
        if (part.empty() || inner.find_first_of("{}") != inner.npos) return false;
        if (name && ++names > Captures::most) return false;
    }
    return true;
}

} // namespace openmasa::http
