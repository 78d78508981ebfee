#pragma once
// How a kept file leaves: as a download, so that nothing in it runs in a page of ours; but for a
// picture that a browser only paints.
#include "core/files/file.hpp"
#include "web/http/message.hpp"
#include <string>

namespace openmasa::files {

/// Source: RFC 6266 (Content-Disposition), RFC 8187 (names that are not ASCII). The browser is told
/// not to guess a type, and to open it without rights.
http::Response reply_file(const File& file, std::string content);
/// Only for what files::preview_of() calls a picture.
http::Response reply_inline(const File& file, std::string content);

} // namespace openmasa::files
