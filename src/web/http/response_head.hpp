#pragma once
// The head of an answer as it goes on the wire. Source: RFC 9110 and RFC 9112.
#include "web/http/message.hpp"
#include <chrono>
#include <string>
#include <string_view>

namespace openmasa::http {

enum class Afterwards { keep_open, close };

/// Status line, the answer's own headers, then Content-Length, Date and Connection, which are the
/// server's to say (set by a handler, they are left out). Throws std::invalid_argument for a header
/// that cannot be sent as it is, so that nobody adds lines to an answer through a value.
std::string response_head(const Response& response, Afterwards afterwards, std::string_view date);

/// Whether an answer of that status has a body at all (RFC 9110, section 6.4.1).
bool has_body(int status);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::chrono::sys_seconds moment);

} // namespace openmasa::http
