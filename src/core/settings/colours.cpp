#include "core/settings/colours.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace openmasa::colours {
namespace {

constexpr Colour white{255, 255, 255};
/// What is written and drawn on the bar beside white (src/web/look/openmasa.css).
constexpr Colour second_words{0xb9, 0xca, 0xd0}, golden_thread{0xe8, 0xb8, 0x4f};
constexpr double for_words = 4.5, for_shapes = 3.0;

constexpr Named names[] = {
    {"Harbour", harbour},   {"Pine", "#14452f"},  {"Night", "#1b2a5c"},
    {"Heather", "#4a2560"}, {"Brick", "#6b2418"}, {"Slate", "#333f48"},
};

double linear(std::uint8_t part) {
    const double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

std::uint8_t darker(std::uint8_t part) {
    return static_cast<std::uint8_t>(part * 13 / 20);
}

} // namespace

std::optional<Colour> read(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    std::uint32_t number = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data() + 1, end, number, 16);
    if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
    return Colour{static_cast<std::uint8_t>(number >> 16),
                  static_cast<std::uint8_t>((number >> 8) & 0xff),
                  static_cast<std::uint8_t>(number & 0xff)};
}

std::string written(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast(Colour one, Colour other) {
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

Colour deeper(Colour colour) {
    return {darker(colour.red), darker(colour.green), darker(colour.blue)};
}

std::string why_not(std::string_view text) {
    const auto colour = read(text);
    if (!colour) return "Write the colour as # and six digits or letters a to f: #123a45.";
    if (const auto ratio = contrast(*colour, white); ratio < for_words)
        return fmt::format(
            "White words on {} have a contrast of {:.1f}; they need 4.5. Choose a darker colour.",
            text, ratio);
    if (contrast(*colour, golden_thread) < for_shapes)
        return fmt::format("The golden line on {} could hardly be seen. Choose a darker colour.",
                           text);
    if (contrast(deeper(*colour), second_words) < for_words)
        return fmt::format(
            "The hint in the search box would be hard to read on {}. Choose a darker colour.",
            text);
    return {};
}

std::span<const Named> palette() {
    return names;
}

std::string stylesheet(std::string_view text) {
    const auto colour = read(text);
    if (!colour) return {};
    return fmt::format(":root {{ --om-harbour: {}; --om-harbour-deep: {}; }}\n", written(*colour),
                       written(deeper(*colour)));
}

} // namespace openmasa::colours
