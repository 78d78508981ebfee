#pragma once
// A picture that stands alone: a chart with its title, what it is about and where it is from, as an
// SVG of a fixed size in which every colour and size is written out. What the page draws in per
// cent and by classes is made into pixels and attributes, so that any program shows the same.
#include "web/html.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// The width of the whole and of what is drawn in it, in pixels.
inline constexpr double picture_width = 960, picture_inside = 912;

struct PictureFile {
    /// The finding; what is counted, where and when.
    std::string title, sub;
    /// Drawn for picture_inside across (drawn_for()), so many pixels high.
    Html drawing;
    double height = 0;
    /// Below it, a line each: how it was worked out, source and date. Long ones are broken.
    std::vector<std::string> foot;
};
/// The whole file. Its words are read out as title and description.
std::string write_picture(const PictureFile& picture);

/// Markup of the page's drawings, for one width: per cents become pixels, classes attributes.
/// Classes without a look of their own vanish.
Html drawn_for(const Html& markup, double width);
/// Words broken into lines of at most so many bytes, at spaces.
std::vector<std::string> broken_into(std::string_view words, std::size_t longest);

} // namespace openmasa::intelligence
