#pragma once
// What of a file can be shown within a page of ours: pictures of the kinds that a browser only
// paints, never runs, and the first lines of plain text. Everything else is for downloading: an SVG
// picture or a web page may hold a script, a PDF opens in a program of its own.
#include <string>
#include <string_view>

namespace openmasa::files {

struct Preview {
    enum class Kind { none, picture, text };
    Kind kind = Kind::none;
    /// Of a picture, in dots.
    int width = 0, height = 0;
    /// The first lines of a text.
    std::string text;
    /// There is more of it.
    bool is_cut = false;
};

/// More dots than this no page paints: a small file can say that it is a picture of any size.
inline constexpr long long most_dots = 40'000'000;
inline constexpr int most_lines = 40;

/// `type` is what the file's content was found to be (type.hpp). A picture whose size cannot be
/// read, or that is too large, is not shown.
Preview preview_of(std::string_view type, std::string_view content);

/// Whether there may be something to show, without a look at the content.
bool may_have_preview(std::string_view type);

} // namespace openmasa::files
