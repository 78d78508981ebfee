#pragma once
// The body of a request as it stands on the wire: a known number of bytes, or chunks.
// Source: RFC 9112, sections 6 and 7.1. Trailers and chunk extensions are read and left out.
#include "web/http/request_head.hpp"
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace openmasa::http {

class BodyReader {
public:
    enum class Progress { more, complete, malformed, too_large };

    /// At most `limit` bytes of body; for chunks what they add up to.
    BodyReader(const RequestHead& head, std::size_t limit);

    /// Adds to `body` what `bytes` hold of it and takes that off their front. While it asks for
    /// more it has taken everything.
    Progress read(std::string_view& bytes, std::string& body);

private:
    enum class Part { content, size_line, data, end_of_data, trailers };

    Progress read_content(std::string_view& bytes, std::string& body);
    void read_data(std::string_view& bytes, std::string& body);
    bool take_line(std::string_view& bytes);
    Progress understand_line(const std::string& body);
    Progress understand_size(std::size_t room);

    Part part_;
    std::uint64_t left_; // of the content, or of the chunk being read
    std::size_t limit_;
    std::string line_;       // what has come of a line of the chunks' own words
    std::size_t spoken_ = 0; // bytes of such lines so far
};

} // namespace openmasa::http
