#pragma once
// The pictures of the composite action plan, each with its table: the finding as a title, then what
// is counted, the drawing, the figures. A picture is a value; a page shows several.
#include "plan/position/pictures.hpp"
#include "plan/position/statement.hpp"
#include "plan/position/views.hpp"

namespace openmasa::position {

struct Picture {
    /// In addresses, "#flow".
    std::string anchor{};
    /// What it shows, as a sentence; what is counted, where and when.
    std::string finding{}, counted{};
    /// Drawn above its table; empty where all of it is drawn in the table's cells.
    Html drawing{};
    std::optional<Table> table{};
    Drawn drawn{};
    /// The table has many lines, and opens below the drawing.
    bool is_folded = false;
};

Picture homes_picture(const StatementFacts& facts);
Picture flow_picture(const StatementFacts& facts, std::span<const Month> months);
Picture ages_picture(const StatementFacts& facts);
Picture themes_picture(const Themes& themes);

/// Lines of what was outstanding, and bars of what opened and closed: wide as its page.
Html flow_drawing(std::span<const Month> months, const std::string& finding);

struct PicturesPage {
    std::string headline{};
    std::vector<Picture> pictures{};
};
Html pictures_view(const PicturesPage& page);

} // namespace openmasa::position
