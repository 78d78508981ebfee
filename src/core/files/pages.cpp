#include "core/files/pages.hpp"
#include "core/audit/downloads.hpp"
#include "core/files/preview.hpp"
#include "core/files/reply_file.hpp"
#include "core/files/views.hpp"
#include "core/routing/reply.hpp"
#include <algorithm>

namespace openmasa::files {
namespace {

std::optional<std::string> content_of(const Context& context, const Shown& shown) {
    if (!context.storage) return std::nullopt;
    return context.storage->get(shown.attachment.file.digest);
}

/// Twice in one transaction: about the record, so that its log says so, and about the file itself,
/// so that it says which.
void record(const Context& context, const Shown& shown, audit::Taken taken) {
    taken.about_kind = shown.about.kind;
    taken.about_id = shown.about.id;
    taken.file = shown.attachment.id.view();
    audit::record_taken(context.db, context.scope, taken);
}

constexpr audit::Taken downloaded{.of_record = "file.downloaded",
                                  .of_file = "attachment.downloaded"};
constexpr audit::Taken seen{.of_record = "file.seen", .of_file = "attachment.seen"};

/// "/actions/1/files/2" of another version.
std::string beside(const std::string& address, const AttachmentId& id) {
    return address.substr(0, address.rfind('/') + 1) + id.str();
}

std::vector<ListedVersion> versions_of(const Context& context, const Shown& shown) {
    std::vector<ListedVersion> versions;
    for (auto& one : attachments_of(context.db, shown.about))
        if (one.name == shown.attachment.name) {
            auto address = beside(shown.address, one.id);
            versions.push_back({std::move(one), std::move(address)});
        }
    return versions;
}

} // namespace

http::Response reply_attachment(Context& context, const Shown& shown) {
    auto content = content_of(context, shown);
    if (!content) return reply_not_found(context);
    record(context, shown, downloaded);
    return reply_file(shown.attachment.file, std::move(*content));
}

http::Response reply_picture(Context& context, const Shown& shown) {
    const auto& file = shown.attachment.file;
    auto content = may_have_preview(file.type) ? content_of(context, shown) : std::nullopt;
    if (!content || preview_of(file.type, *content).kind != Preview::Kind::picture)
        return reply_not_found(context);
    record(context, shown, seen);
    return reply_inline(file, std::move(*content));
}

http::Response show_attachment(Context& context, const Shown& shown) {
    const auto& file = shown.attachment.file;
    const auto content = may_have_preview(file.type) ? content_of(context, shown) : std::nullopt;
    AttachmentPage page{.attachment = shown.attachment,
                        .address = shown.address,
                        .preview = content ? preview_of(file.type, *content) : Preview{},
                        .versions = versions_of(context, shown)};
    if (page.preview.kind == Preview::Kind::text) record(context, shown, seen);
    return reply(context, {.title = shown.attachment.name,
                           .crumbs = shown.crumbs,
                           .notice = {},
                           .main = attachment_view(page)});
}

} // namespace openmasa::files
