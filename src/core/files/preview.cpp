#include "core/files/preview.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <utility>

namespace openmasa::files {
namespace {

constexpr std::size_t longest_line = 300;

struct Size {
    long long width = 0, height = 0;
};

unsigned byte_at(std::string_view content, std::size_t at) {
    return at < content.size() ? static_cast<unsigned char>(content[at]) : 0;
}
long long big_endian(std::string_view content, std::size_t at, std::size_t count) {
    long long number = 0;
    for (std::size_t next = at; next < at + count; ++next)
        number = number << 8 | byte_at(content, next);
    return number;
}
long long little_endian(std::string_view content, std::size_t at, std::size_t count) {
    long long number = 0;
    for (std::size_t next = at + count; next-- > at;) number = number << 8 | byte_at(content, next);
    return number;
}

/// Source: ISO/IEC 15948 (PNG), 11.2.2: the header's chunk comes first.
Size size_of_png(std::string_view content) {
    return {big_endian(content, 16, 4), big_endian(content, 20, 4)};
}

/// Source: GIF89a specification, 18: the logical screen descriptor.
Size size_of_gif(std::string_view content) {
    return {little_endian(content, 6, 2), little_endian(content, 8, 2)};
}

/// Source: ITU-T T.81 (JPEG), B.1.1.4 and B.2.2: segments up to the frame's header, which is any of
/// SOF0 to SOF15 but for the three that are no frame.
Size size_of_jpeg(std::string_view content) {
    for (std::size_t at = 2; at + 9 < content.size();) {
        if (byte_at(content, at) != 0xFF) return {};
        const auto marker = byte_at(content, at + 1);
        if (marker == 0xFF) {
            ++at; // a byte that fills
            continue;
        }
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) return {big_endian(content, at + 7, 2), big_endian(content, at + 5, 2)};
        at += 2 + static_cast<std::size_t>(big_endian(content, at + 2, 2));
    }
    return {};
}

/// Source: RFC 9649 (WebP), 2.5 to 2.7: the first chunk is VP8 with a loss, VP8L without, or VP8X.
Size size_of_webp(std::string_view content) {
    const auto chunk = content.substr(0, 16).substr(std::min<std::size_t>(12, content.size()));
    if (chunk == "VP8X")
        return {little_endian(content, 24, 3) + 1, little_endian(content, 27, 3) + 1};
    if (chunk == "VP8L") {
        const auto bits = little_endian(content, 21, 4);
        return {(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    if (chunk != "VP8 ") return {};
    return {little_endian(content, 26, 2) & 0x3FFF, little_endian(content, 28, 2) & 0x3FFF};
}

using SizeOf = Size (*)(std::string_view);
constexpr std::pair<std::string_view, SizeOf> pictures[] = {{"image/png", size_of_png},
                                                            {"image/jpeg", size_of_jpeg},
                                                            {"image/gif", size_of_gif},
                                                            {"image/webp", size_of_webp}};

SizeOf reader_of(std::string_view type) {
    for (const auto& [media, reader] : pictures)
        if (media == type) return reader;
    return nullptr;
}

Preview preview_of_picture(const Size& size) {
    const bool is_sound = size.width > 0 && size.height > 0 && size.width <= most_dots &&
                          size.height <= most_dots && size.width * size.height <= most_dots;
    if (!is_sound) return {};
    return {.kind = Preview::Kind::picture,
            .width = static_cast<int>(size.width),
            .height = static_cast<int>(size.height),
            .text = {}};
}

Preview preview_of_text(std::string_view content) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (content.starts_with(mark)) content.remove_prefix(mark.size());
    Preview preview{.kind = Preview::Kind::text, .text = {}};
    for (int line = 0; line < most_lines && !content.empty(); ++line) {
        const auto end = std::min(content.find('\n'), content.size());
        const auto words = shortened(content.substr(0, end), longest_line);
        preview.is_cut = preview.is_cut || end > longest_line;
        preview.text += words + "\n";
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    preview.is_cut = preview.is_cut || !content.empty();
    return preview;
}

} // namespace

Preview preview_of(std::string_view type, std::string_view content) {
    if (const auto reader = reader_of(type)) return preview_of_picture(reader(content));
    return type == "text/plain" ? preview_of_text(content) : Preview{};
}

bool may_have_preview(std::string_view type) {
    return reader_of(type) || type == "text/plain";
}

} // namespace openmasa::files
