#pragma once
// The page about an attached file. Ready data only.
#include "core/files/attachment.hpp"
#include "core/files/preview.hpp"
#include "web/html.hpp"

namespace openmasa::files {

struct ListedVersion {
    Attachment attachment;
    std::string address;
};

struct AttachmentPage {
    Attachment attachment;
    std::string address;
    Preview preview;
    /// All of this name, newest first.
    std::vector<ListedVersion> versions;
};
Html attachment_view(const AttachmentPage& page);

} // namespace openmasa::files
