#pragma once
// Which colours the bar and the buttons may have: words on them must be readable by everyone.
// Source: Web Content Accessibility Guidelines 2.2, 1.4.3 and 1.4.11, and the definitions of
// relative luminance and contrast ratio.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::colours {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};
/// "#123a45"; nothing for other words.
std::optional<Colour> read(std::string_view text);
std::string written(Colour colour);

/// From 1 (the same) to 21 (black and white).
double contrast(Colour one, Colour other);
/// The darker shade of fields and of what a pointer rests on.
Colour deeper(Colour colour);

/// Why words on it could not be read; empty when it will do.
std::string why_not(std::string_view colour);

struct Named {
    std::string_view name, colour;
};
/// Those to choose from; all will do.
std::span<const Named> palette();

/// The stylesheet that sets it.
std::string stylesheet(std::string_view colour);
/// The one that the stylesheet has anyway.
inline constexpr std::string_view harbour = "#123a45";

} // namespace openmasa::colours
