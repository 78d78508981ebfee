#include "partnership/masa/register_pages.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/reply.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/registers.hpp"
#include <array>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

struct Listed {
    const registers::Register* which;
    std::string_view words;
};
constexpr std::array lists = {
    Listed{&section_register, "Sections"},
    Listed{&check_register, "What guidance asks for, and where it is met"},
    Listed{&milestone_register, "Milestones"},
    Listed{&consultation_register, "Whom the partnership asked"},
    Listed{&comment_register, "What they said of its sections"},
    Listed{&signature_register, "Signatures"},
};

bool takes_files(const registers::Register& which) {
    return which.save != nullptr;
}

Html import_link(const registers::Register& which) {
    return html("<li>{}</li>\n", link(fmt::format("{}/import", which.address), "Import"));
}

} // namespace

http::Response show_rows(Context& context, const registers::Register& which) {
    const bool may_import = context.scope.may(which.change) && takes_files(which);
    const std::string title(which.title);
    return reply(context,
                 {.title = title,
                  .crumbs = crumbs(),
                  .notice = registers::notice_of_import(context),
                  .main = pages::head({.title = title, .sentence = html("Of every edition.")}) +
                          registers::list_of(context, which,
                                             {.none = "None yet.",
                                              .more = when(may_import, import_link(which))})});
}

Html lists_view(std::size_t editions, bool may_import) {
    Html items;
    for (const auto& one : lists)
        append(items, "<li>{}</li>\n", link(std::string(one.which->address), one.words));
    return part("lists", "As lists",
                registers::download_links(edition_register.address, {}, static_cast<int>(editions),
                                          when(may_import, import_link(edition_register))) +
                    html(R"(<ul class="govuk-list">
{}</ul>
)",
                         items));
}

} // namespace openmasa::masa
