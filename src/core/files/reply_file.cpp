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

http::Response reply_as(std::string_view how, const File& file, std::string content) {
    http::Response response;
    response.set("Content-Type", file.type);
    response.set("Content-Disposition",
                 fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", how, plain_name(file.name),
                             http::percent_encoded(file.name)));
    response.set("Content-Security-Policy", "sandbox; default-src 'none'");
    response.body = std::move(content);
    return response;
}

} // namespace

http::Response reply_file(const File& file, std::string content) {
    return reply_as("attachment", file, std::move(content));
}

http::Response reply_inline(const File& file, std::string content) {
    return reply_as("inline", file, std::move(content));
}

} // namespace openmasa::files
