#include "core/files/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::files {
namespace {

Html picture(const AttachmentPage& page) {
    return html(
        R"(<img class="om-preview" src="{}/picture" alt="The picture {}" width="{}" height="{}">
)",
        page.address, page.attachment.name, page.preview.width, page.preview.height);
}

Html text(const Preview& preview) {
    return html(R"(<pre class="om-preview om-preview--text">{}</pre>
{})",
                preview.text,
                when(preview.is_cut, html(R"(<p class="govuk-body om-quiet">There is more in it.</p>
)")));
}

Html shown(const AttachmentPage& page) {
    switch (page.preview.kind) {
    case Preview::Kind::picture: return picture(page);
    case Preview::Kind::text: return text(page.preview);
    case Preview::Kind::none: break;
    }
    return html(
        R"(<p class="govuk-body">A file of this kind is not shown here. Download it to open it.</p>
)");
}

Html versions(const AttachmentPage& page) {
    if (page.versions.size() < 2) return {};
    ui::Table table{.caption = "Versions",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Version"}, {.text = "Kept"}, {.text = "What it is"}},
                    .classes = "om-stack"};
    for (const auto& [one, address] : page.versions) {
        const auto name = fmt::format("Version {}", one.version);
        const bool is_this = one.id == page.attachment.id;
        table.rows.push_back(
            {{.text = is_this
                          ? html("{}, this one", name)
                          : html(R"(<a class="govuk-link" href="{}/about">{}</a>)", address, name)},
             {.text = openmasa::spoken(one.file.made_at), .attributes = {{"data-label", "Kept"}}},
             {.text = spoken_facts(one), .attributes = {{"data-label", "What it is"}}}});
    }
    return ui::table(table);
}

} // namespace

Html attachment_view(const AttachmentPage& page) {
    const auto& file = page.attachment.file;
    return html(R"({}<p class="govuk-body">{}</p>
{}{})",
                pages::head({.title = page.attachment.name,
                             .sentence = html("Kept on {}: {}.", openmasa::spoken(file.made_at),
                                              spoken_facts(page.attachment))}),
                ui::button({.text = "Download", .href = page.address}), shown(page),
                versions(page));
}

} // namespace openmasa::files
