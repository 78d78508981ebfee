#include "web/http/request_body.hpp"
#include "web/http/token.hpp"
#include <algorithm>
#include <charconv>

namespace openmasa::http {
namespace {

/// Sizes, extensions and trailers may be so much more than the body they come with.
constexpr std::size_t most_spoken = 16 * 1024;
/// Of these one line is held at a time, outside the budget for bodies: it stays short.
constexpr std::size_t most_line = 16 * 1024;

void move_front(std::string_view& from, std::uint64_t at_most, std::string& to) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(at_most, from.size()));
    to.append(from.substr(0, count));
    from.remove_prefix(count);
}

} // namespace

BodyReader::BodyReader(const RequestHead& head, std::size_t limit)
    : part_(head.chunked ? Part::size_line : Part::content), left_(head.content_length),
      limit_(limit) {}

BodyReader::Progress BodyReader::read(std::string_view& bytes, std::string& body) {
    if (part_ == Part::content) return read_content(bytes, body);
    while (!bytes.empty()) {
        if (part_ == Part::data) {
            read_data(bytes, body);
            continue;
        }
        const bool whole = take_line(bytes);
        if (spoken_ > most_spoken + body.size() || line_.size() > most_line)
            return Progress::malformed;
        if (!whole) return Progress::more;
        if (const auto now = understand_line(body); now != Progress::more) return now;
    }
    return Progress::more;
}

BodyReader::Progress BodyReader::read_content(std::string_view& bytes, std::string& body) {
    if (left_ + body.size() > limit_) return Progress::too_large;
    const auto before = body.size();
    move_front(bytes, left_, body);
    left_ -= body.size() - before;
    return left_ == 0 ? Progress::complete : Progress::more;
}

void BodyReader::read_data(std::string_view& bytes, std::string& body) {
    const auto before = body.size();
    move_front(bytes, left_, body);
    left_ -= body.size() - before;
    if (left_ == 0) part_ = Part::end_of_data;
}

/// Whether the line, with its LF, is whole now.
bool BodyReader::take_line(std::string_view& bytes) {
    const auto end = bytes.find('\n');
    const auto before = line_.size();
    move_front(bytes, end == bytes.npos ? bytes.size() : end + 1, line_);
    spoken_ += line_.size() - before;
    return end != bytes.npos;
}

BodyReader::Progress BodyReader::understand_line(const std::string& body) {
    if (!line_.ends_with("\r\n")) return Progress::malformed;
    line_.resize(line_.size() - 2);
    if (!is_field_text(line_)) return Progress::malformed;
    auto progress = Progress::more;
    if (part_ == Part::size_line) {
        progress = understand_size(limit_ - body.size());
    } else if (part_ == Part::end_of_data) {
        if (!line_.empty()) return Progress::malformed;
        part_ = Part::size_line;
    } else if (line_.empty()) {
        progress = Progress::complete;
    }
    line_.clear();
    return progress;
}

BodyReader::Progress BodyReader::understand_size(std::size_t room) {
    const char* end = line_.data() + line_.size();
    const auto read = std::from_chars(line_.data(), end, left_, 16);
    if (read.ec != std::errc()) return Progress::malformed;
    const auto extension = without_white_space({read.ptr, end});
    if (!extension.empty() && extension.front() != ';') return Progress::malformed;
    if (left_ > room) return Progress::too_large;
    part_ = left_ == 0 ? Part::trailers : Part::data;
    return Progress::more;
}

} // namespace openmasa::http
