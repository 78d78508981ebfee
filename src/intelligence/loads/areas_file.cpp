// Files that say which areas there are: LAIT's numbers, and ONS's lookups.
#include "intelligence/loads/reading.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::intelligence {
namespace {

using Cells = std::vector<std::string_view>;

struct AreaColumns {
    Format format;
    std::string_view ons, dfe, name, within_ons, within_region;
};
constexpr AreaColumns known[] = {
    {Format::lait_areas, "", "LA Number", "LA and Regions", "", "Region"},
    {Format::ons_areas, "UTLACD", "", "UTLANM", "RGNCD", ""},
    {Format::ons_districts, "LTLA23CD", "", "LTLA23NM", "UTLA23CD", ""},
};

AreaSaid area_of(const Cells& cells, const Names& names, const AreaColumns& columns) {
    const auto of = [&](std::string_view name) {
        return name.empty() ? std::string() : one_line(cell(cells, column(names, name)));
    };
    AreaSaid said{.ons = of(columns.ons), .dfe = of(columns.dfe), .name = of(columns.name)};
    said.within_ons = of(columns.within_ons);
    said.within_region = of(columns.within_region);
    if (!said.ons.empty())
        said.level = level_of_code(said.ons);
    else if (said.within_region.empty() || said.within_region == "NA")
        said.level = said.name == "England" ? AreaLevel::england : AreaLevel::region;
    else
        said.level = AreaLevel::upper_tier;
    return said;
}

} // namespace

Result<Reading> read_areas(std::shared_ptr<CellLines> lines, const Names& names, Format format) {
    const auto* columns = std::ranges::find(known, format, &AreaColumns::format);
    Reading reading;
    Cells cells;
    while (lines->next(cells)) {
        auto said = area_of(cells, names, *columns);
        const bool is_english = said.ons.empty() || said.ons.starts_with('E');
        if (!is_english) continue; // Wales: other law, other figures
        if (said.level && !said.name.empty())
            reading.areas.push_back(std::move(said));
        else
            reading.refused.push_back({lines->number(), said.ons + " " + said.name,
                                       "It has no name, or a code of no kind that is known."});
    }
    return reading;
}

} // namespace openmasa::intelligence
