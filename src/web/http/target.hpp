#pragma once
// What a request line asks for: "/actions?due=late" or "http://host/actions?due=late".
// Source: RFC 9112, section 3.2 (origin-form and absolute-form; the other two are refused).
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::http {

struct Target {
    /// Decoded once: valid UTF-8, no control character, no ".." part, starts with '/'.
    std::string path;
    /// As sent, without '?'.
    std::string_view query;
    /// "host:port" of an absolute-form target, else empty.
    std::string_view authority;
};

/// Nothing when the target is malformed. The views look into `text`.
std::optional<Target> read_target(std::string_view text);

/// Whether `text` can be a Host header's value: "example.org:8080", "[::1]"; empty is allowed.
bool is_host(std::string_view text);

} // namespace openmasa::http
