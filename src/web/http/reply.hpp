#pragma once
// An answer that is ready to be sent, byte for byte.
#include "web/http/response_head.hpp"
#include <string>

namespace openmasa::http {

struct Reply {
    std::string head, body;
    /// The body, when it is a file; then `body` is empty.
    std::shared_ptr<const FileBody> file;
    Afterwards afterwards = Afterwards::close;
};

/// Without its body for HEAD and for statuses that have none; dated now. Throws as response_head().
Reply reply_of(Response response, Method method, Afterwards afterwards);

/// A plain sentence, for when there is no page.
Response plain_response(int status, std::string words);

} // namespace openmasa::http
