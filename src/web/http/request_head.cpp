#include "web/http/request_head.hpp"
#include "web/http/target.hpp"
#include "web/http/token.hpp"
#include <algorithm>
#include <charconv>
#include <utility>

namespace openmasa::http {
namespace {

class HeadReader {
public:
    bool read(std::string_view head);
    RequestHead take() { return std::move(head_); }

private:
    bool read_request_line(std::string_view line);
    bool read_version(std::string_view version);
    bool read_method(std::string_view name);
    bool read_header(std::string_view line);
    bool understand(const Header& header);
    bool read_length(std::string_view digits);
    void read_connection(std::string_view options);
    bool agrees();

    RequestHead head_;
    std::string_view authority_;
    bool http_1_1_ = true;
    bool host_ = false, length_ = false, encoding_ = false;
    bool close_ = false, keep_ = false;
};

/// Takes a line and its CR LF off the front; find_head_end() has seen that each is there.
std::string_view next_line(std::string_view& text) {
    const auto line = text.substr(0, text.find("\r\n"));
    text.remove_prefix(std::min(line.size() + 2, text.size()));
    return line;
}

bool for_the_first_time(bool& seen) {
    return !std::exchange(seen, true);
}

} // namespace

HeadEnd find_head_end(std::string_view bytes) {
    using State = HeadEnd::State;
    if (!bytes.empty() && !is_token(bytes.substr(0, 1))) return {State::malformed};
    std::size_t line = 0;
    for (auto end = bytes.find('\n'); end != bytes.npos; end = bytes.find('\n', line)) {
        if (end == line || bytes[end - 1] != '\r') return {State::malformed};
        if (end == line + 1) return {State::complete, end + 1};
        line = end + 1;
    }
    return {State::incomplete};
}

std::optional<RequestHead> read_head(std::string_view head) {
    HeadReader reader;
    if (!reader.read(head)) return std::nullopt;
    return reader.take();
}

namespace {

bool HeadReader::read(std::string_view head) {
    if (!read_request_line(next_line(head))) return false;
    head_.request.headers.reserve(16);
    for (auto line = next_line(head); !line.empty(); line = next_line(head))
        if (!read_header(line)) return false;
    return agrees();
}

bool HeadReader::read_request_line(std::string_view line) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == line.npos || first == last) return false;
    const auto text = line.substr(first + 1, last - first - 1);
    if (text.find_first_of(" \t") != text.npos || !is_field_text(text)) return false;
    if (!read_method(line.substr(0, first)) || !read_version(line.substr(last + 1))) return false;
    auto target = read_target(text);
    if (!target) return false;
    head_.request.path = std::move(target->path);
    head_.request.query = target->query;
    authority_ = target->authority;
    return true;
}

bool HeadReader::read_method(std::string_view name) {
    if (name == "GET")
        head_.request.method = Method::get;
    else if (name == "HEAD")
        head_.request.method = Method::head;
    else if (name == "POST")
        head_.request.method = Method::post;
    else
        head_.request.method = Method::other;
    return is_token(name);
}

bool HeadReader::read_version(std::string_view version) {
    http_1_1_ = version == "HTTP/1.1";
    return http_1_1_ || version == "HTTP/1.0";
}

bool HeadReader::read_header(std::string_view line) {
    auto& headers = head_.request.headers;
    const auto colon = line.find(':');
    if (colon == line.npos || headers.size() == most_headers) return false;
    const auto name = line.substr(0, colon), value = without_white_space(line.substr(colon + 1));
    // A space before the colon and a folded line both show as a name that is no token.
    if (!is_token(name) || !is_field_text(value)) return false;
    headers.push_back({std::string(name), std::string(value)});
    return understand(headers.back());
}

bool HeadReader::understand(const Header& header) {
    const auto& [name, value] = header;
    if (same_name(name, "host")) return for_the_first_time(host_) && is_host(value);
    if (same_name(name, "content-length")) return for_the_first_time(length_) && read_length(value);
    if (same_name(name, "transfer-encoding")) {
        head_.chunked = true;
        return for_the_first_time(encoding_) && http_1_1_ && same_name(value, "chunked");
    }
    if (same_name(name, "connection")) read_connection(value);
    if (same_name(name, "expect"))
        head_.expects_continue = http_1_1_ && same_name(value, "100-continue");
    return true;
}

bool HeadReader::read_length(std::string_view digits) {
    // from_chars takes digits only for an unsigned number: no sign, no space, no list.
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, head_.content_length);
    return read.ec == std::errc() && read.ptr == end;
}

void HeadReader::read_connection(std::string_view options) {
    while (!options.empty()) {
        const auto comma = std::min(options.find(','), options.size());
        const auto option = without_white_space(options.substr(0, comma));
        if (same_name(option, "close")) close_ = true;
        if (same_name(option, "keep-alive")) keep_ = true;
        options.remove_prefix(std::min(comma + 1, options.size()));
    }
}

bool HeadReader::agrees() {
    if ((http_1_1_ && !host_) || (length_ && encoding_)) return false;
    head_.keep_alive = !close_ && (http_1_1_ || keep_);
    if (authority_.empty()) return true;
    // RFC 9112, section 3.2.2: the target's host counts, not the header's.
    for (Header& header : head_.request.headers)
        if (same_name(header.name, "host")) header.value = authority_;
    return true;
}

} // namespace
} // namespace openmasa::http
