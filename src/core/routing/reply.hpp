#pragma once
// A handler's last line: a page in its frame, a refusal, a download.
#include "core/routing/context.hpp"
#include "kernel/result.hpp"
#include "web/pages/layout.hpp"

namespace openmasa {

/// The page in the frame of this reader; status 422 when it shows what is wrong.
http::Response reply(const Context& context, pages::Page page);
/// The same page for what is not there and what this reader may not see.
http::Response reply_not_found(const Context& context);
/// A page of one heading and a few words.
http::Response reply_plain(const Context& context, int status, const std::string& title,
                           const Html& words);
/// A file to keep: CSV or JSON.
http::Response reply_download(std::string content, std::string_view content_type,
                              std::string_view file_name);

} // namespace openmasa
