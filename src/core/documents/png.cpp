#include "core/documents/png.hpp"
#include "core/documents/confined.hpp"
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace openmasa::documents {
namespace {

constexpr std::size_t largest_png = std::size_t{16} << 20;

} // namespace

std::string rsvg_path() {
    const char* chosen = std::getenv("OPENMASA_RSVG");
    return chosen && *chosen ? chosen : "/usr/bin/rsvg-convert";
}

std::string why_no_png() {
    if (::access(rsvg_path().c_str(), X_OK) != 0)
        return "No PNG can be made on this server: rsvg-convert (librsvg2-bin) is not installed. "
               "Take the drawing (SVG).";
    const auto why = why_not_confined();
    return why.empty() ? std::string()
                       : fmt::format("No PNG can be made on this server: {}. Take the drawing "
                                     "(SVG).",
                                     why);
}

Result<std::string> draw_png(std::string_view svg) {
    if (auto why = why_no_png(); !why.empty()) return invalid("", std::move(why));
    const WorkFolder folder;
    folder.put("drawing.svg", svg);
    const auto ran = run_confined(
        {.command = {rsvg_path(), "--zoom=2", "--format=png",
                     "--output=" + folder.path() + "/drawing.png", folder.path() + "/drawing.svg"},
         .folder = folder.path(),
         .longest = std::chrono::seconds{10}});
    auto png = folder.get("drawing.png", largest_png);
    if (!ran || !png.starts_with("\x89PNG"))
        return invalid("", "The picture was not finished. Take the drawing (SVG).");
    return png;
}

} // namespace openmasa::documents
