#include "core/files/reply_file.hpp"
#include "web/http/percent.hpp"
#include <fmt/format.h>

namespace openmasa::files {
namespace {

/// For browsers that read nothing but ASCII here.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const bool kept = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%';
        plain += kept ? c : '_';
    }
    return plain;
}

} // namespace

http::Response reply_file(const File& file, std::string content) {
    http::Response response;
    response.set("Content-Type", file.type);
    response.set("Content-Disposition",
                 fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}",
                             plain_name(file.name), http::percent_encoded(file.name)));
    response.set("Content-Security-Policy", "sandbox; default-src 'none'");
    response.body = std::move(content);
    return response;
}

} // namespace openmasa::files
