#pragma once
// The map on the page of an indicator: drawn, its finding in words, its key and its table.
#include "intelligence/indicators/views.hpp"

namespace openmasa::intelligence {

/// Nothing without a map. For whoever may load, a sentence when only the outlines are missing.
Html map_section(const IndicatorPage& page);
/// "Of 11 authorities in the East of England Luton is highest, Norfolk lowest; ..."
std::string map_finding(const IndicatorPage& page);
/// "By authority, East of England"; what each shade means: "Lowest quarter, up to 25.5".
std::string map_title(const IndicatorPage& page);
struct MapKey {
    /// 0 for no figure.
    int quarter = 0;
    std::string words;
};
std::vector<MapKey> map_key(const IndicatorPage& page);

/// The map as large as fits into so many pixels, and how large it is then.
struct DrawnMap {
    Html markup;
    int width = 0, height = 0;
};
DrawnMap drawn_map(const IndicatorPage& page, int most_across, int most_down);

} // namespace openmasa::intelligence
