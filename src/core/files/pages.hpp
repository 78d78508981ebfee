#pragma once
// The pages about an attached file, the same for every area. The area has found the record within
// the reader's scope, and the attachment by find_attachment(); each time that content leaves is an
// audit entry about the record, committed before it does.
#include "core/files/attachment.hpp"
#include "core/routing/context.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::files {

struct Shown {
    About about;
    Attachment attachment;
    /// Where it is downloaded; its page is "/about" beneath, the picture itself "/picture".
    std::string address;
    /// To the record.
    std::vector<pages::Crumb> crumbs{};
};

/// As a download.
http::Response reply_attachment(Context& context, const Shown& shown);
/// For the page about it: only a picture that preview.hpp lets through; else the page for what is
/// not there.
http::Response reply_picture(Context& context, const Shown& shown);
/// What it is, what can be shown of it, and its versions.
http::Response show_attachment(Context& context, const Shown& shown);

} // namespace openmasa::files
