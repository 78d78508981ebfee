#include "intelligence/indicators/picture_pages.hpp"
#include "core/audit/downloads.hpp"
#include "core/documents/png.hpp"
#include "core/routing/reply.hpp"
#include "intelligence/indicators/page_reading.hpp"
#include "intelligence/indicators/pictures.hpp"
#include "intelligence/indicators/pieces.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

enum class FileKind : unsigned char { svg, png };
using Draw = std::optional<PictureFile> (*)(const IndicatorPage&, Day);

http::Response download(Context& context, std::string_view name, FileKind as, Draw draw) {
    const auto book = AreaBook::read(context.db);
    auto page = page_of(context, book);
    if (!page) return reply_not_found(context);
    compare(context, *page);
    const auto picture = draw(*page, context.scope.today);
    if (!picture) return reply_not_found(context);
    auto file = write_picture(*picture);
    context.db.finish();
    if (as == FileKind::png) {
        auto drawn = documents::draw_png(file);
        if (!drawn)
            return reply_plain(context, 503, "No picture was made",
                               html("{}", drawn.refusal().problems.front().words));
        file = std::move(*drawn);
    }
    audit::record_download(
        context.db, context.scope,
        {.verb = "figures.drawn",
         .filter = fmt::format("indicator={}&area={}&picture={}", page->indicator.id.view(),
                               code_of(*page->area), name),
         .rows = std::ssize(page->figures)});
    return reply_download(std::move(file), as == FileKind::png ? "image/png" : "image/svg+xml",
                          file_name(page->indicator.definition, page->area, name,
                                    context.scope.today, as == FileKind::png ? "png" : "svg"));
}

} // namespace

http::Response download_chart_svg(Context& context) {
    return download(context, "chart", FileKind::svg, control_picture);
}
http::Response download_chart_png(Context& context) {
    return download(context, "chart", FileKind::png, control_picture);
}
http::Response download_beside_svg(Context& context) {
    return download(context, "beside", FileKind::svg, beside_picture);
}
http::Response download_beside_png(Context& context) {
    return download(context, "beside", FileKind::png, beside_picture);
}
http::Response download_map_svg(Context& context) {
    return download(context, "map", FileKind::svg, map_picture);
}
http::Response download_map_png(Context& context) {
    return download(context, "map", FileKind::png, map_picture);
}

} // namespace openmasa::intelligence
