#pragma once
// The page of the structure: as a list and as a picture. Ready data only.
#include "core/terms/words.hpp"
#include "kernel/result.hpp"
#include "partnership/structure/changes.hpp"
#include "partnership/structure/drawing.hpp"
#include "partnership/structure/standing_boxes.hpp"
#include "web/html.hpp"
#include <optional>

namespace openmasa::structure {

struct StructurePage {
    terms::Words words{};
    Day on{};
    Count count{};
    std::vector<Box> boxes{};
    /// The day that it is held against, as typed and as understood, and what is different.
    std::string since_typed{};
    std::optional<Day> since{};
    int added = 0, changed = 0, ended = 0;
    /// "?since=2026-09-01", for the downloads.
    std::string query{};
    std::string why_no_pdf{};
    std::vector<Problem> problems{};
};
Html structure_view(const StructurePage& page);

/// By itself, for a file.
Html picture_of(const StructurePage& page, const std::string& site);
/// For a PDF: a heading, a sentence and the picture, on one sheet.
Html sheet_of(const StructurePage& page, const std::string& site);

} // namespace openmasa::structure
