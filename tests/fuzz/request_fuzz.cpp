// A request as a stranger sends it: its head, and its body at once or a byte at a time.
#include "kernel/text.hpp"
#include "web/http/request_body.hpp"
#include "web/http/request_head.hpp"
#include <algorithm>
#include <cstdlib>

using namespace openmasa;
using namespace openmasa::http;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

/// The body must be the same whether it comes at once or a byte at a time.
void read_twice(const RequestHead& head, std::string_view rest) {
    using Progress = BodyReader::Progress;
    constexpr std::size_t limit = 1000;
    BodyReader whole(head, limit), bytewise(head, limit);
    std::string at_once, by_bytes;
    auto left = rest;
    const auto expected = whole.read(left, at_once);
    auto found = Progress::more;
    for (std::size_t at = 0; at < rest.size() && found == Progress::more; ++at) {
        auto byte = rest.substr(at, 1);
        found = bytewise.read(byte, by_bytes);
        must(byte.empty() || found != Progress::more);
    }
    must(rest.empty() || expected == found);
    must(at_once.size() <= limit && by_bytes.size() <= limit);
    must(expected != Progress::complete || at_once == by_bytes);
}

/// The head ends at the same place however much of the request has come.
void ends_at(std::string_view text, std::size_t length) {
    for (std::size_t size : {length, (length + text.size()) / 2, text.size()})
        must(find_head_end(text.substr(0, size)).length == length);
    must(find_head_end(text.substr(0, length - 1)).state != HeadEnd::State::complete);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = find_head_end(text);
    if (end.state != HeadEnd::State::complete) return 0;
    ends_at(text, end.length);
    const auto head = read_head(text.substr(0, end.length));
    if (!head) return 0;
    const auto& path = head->request.path;
    must(path.starts_with('/') && cleaned(path) == path && path.find("/../") == path.npos);
    must(head->request.headers.size() <= most_headers);
    must(!(head->chunked && head->content_length != 0));
    if (head->chunked || head->content_length != 0) read_twice(*head, text.substr(end.length));
    return 0;
}
