#pragma once
// The head of a request as it stands on the wire, read strictly: what two programs could read
// differently is refused, so that nobody smuggles a request past a proxy in front of us.
// Source: RFC 9112 (HTTP/1.1), sections 2 to 6 and 11.2; HTTP/1.0 is understood too.
#include "web/http/message.hpp"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace openmasa::http {

/// A longer head is answered with 431, more headers than that with 400.
inline constexpr std::size_t head_limit = 16 * 1024;
inline constexpr std::size_t most_headers = 100;

struct RequestHead {
    /// Without its body and the peer's address.
    Request request;
    /// How the body is sent: in chunks, or in that many bytes (0: no body).
    bool chunked = false;
    std::uint64_t content_length = 0;
    /// The client would like to send another request on the same connection.
    bool keep_alive = true;
    /// The client waits to be told to go on before it sends the body.
    bool expects_continue = false;
};

struct HeadEnd {
    enum class State { incomplete, complete, malformed };
    State state = State::incomplete;
    /// How many bytes the head has, with the empty line that ends it.
    std::size_t length = 0;
};

/// Looks for the end of the head that `bytes` starts with; tells what can never become one early.
HeadEnd find_head_end(std::string_view bytes);

/// Reads a whole head, its last empty line included. Nothing when it is malformed.
std::optional<RequestHead> read_head(std::string_view head);

} // namespace openmasa::http
