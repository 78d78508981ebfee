#pragma once
// The chart as SVG: by itself a picture to keep, and part of a page. All that it looks like stands
// in its own attributes.
#include "partnership/structure/chart.hpp"
#include "web/html.hpp"
#include <string>

namespace openmasa::structure {

struct Drawing {
    /// "Structure on 21 Nov 2026", and what it shows, for whoever hears it.
    std::string title, description;
    /// Before every link of a box: "https://masa.example.org" for a picture to keep.
    std::string site{};
    /// A file by itself has its title written above. On a page the keyboard finds the links in the
    /// list; what is only for paper says nothing aloud.
    enum class For { file, page, paper };
    For what = For::page;
};
Html draw(const std::vector<Box>& boxes, const Layout& layout, const Drawing& drawing);

} // namespace openmasa::structure
