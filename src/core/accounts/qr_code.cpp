#include "core/accounts/qr_code.hpp"
#include <memory>
#include <qrencode.h>
#include <stdexcept>
#include <string>

namespace openmasa::accounts {
namespace {

constexpr int margin = 4;

/// One path for all: each run of dark modules in a row is a rectangle one high.
Html dark_modules(const QRcode& code) {
    Html path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x) {
            const int start = x;
            while (x < code.width && (code.data[y * code.width + x] & 1)) ++x;
            if (x > start)
                append(path, "M{} {}h{}v1h-{}z", start + margin, y + margin, x - start, x - start);
        }
    return path;
}

} // namespace

Html qr_code(std::string_view text, std::string_view label) {
    const std::string whole(text);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(whole.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) throw std::runtime_error("the text is too long for a QR code");
    const int side = code->width + 2 * margin;
    return html(
        R"(<svg class="om-qr" role="img" aria-label="{}" viewBox="0 0 {} {}" width="220" height="220" shape-rendering="crispEdges"><rect width="{}" height="{}" fill="#fff"/><path d="{}" fill="#000"/></svg>)",
        label, side, side, side, side, dark_modules(*code));
}

} // namespace openmasa::accounts
