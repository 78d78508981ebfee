#pragma once
// Pages about loading figures: the upload, what would become of every row, the loads, the areas.
#include "intelligence/loads/preview.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::intelligence {

struct UploadPage {
    Html form_token;
    std::vector<Problem> problems;
};
Html upload_view(const UploadPage& page);

struct PreviewPage {
    Html form_token;
    std::string address, file_name;
    const Preview& seen;
    std::vector<Problem> problems;
};
Html preview_view(const PreviewPage& page);

struct LoadsPage {
    std::vector<Load> loads;
    bool may_load = false;
};
Html loads_view(const LoadsPage& page);
struct LoadPage {
    const Load& load;
    bool may_take_back = false;
    Html form_token{};
    std::vector<Problem> problems{};
};
Html load_view(const LoadPage& page);

struct AreasPage {
    const AreaBook& book;
    std::vector<NeighbourModelSize> models{};
    bool may_choose = false;
    Html form_token;
    std::vector<Problem> problems;
};
Html areas_view(const AreasPage& page);

struct AreaPage {
    const AreaBook& book;
    const Area& area;
    /// The newest model first.
    std::vector<NeighbourSet> neighbours;
    Day today{};
};
/// What the area is, and which authorities it is compared with by each model.
Html area_view(const AreaPage& page);
/// "E10000020, 926"; "to 31 Mar 2021, followed by X and Y", nothing for one that was always there.
std::string codes_of(const Area& area);
std::string days_of(const AreaBook& book, const Area& area);
/// Its address among areas.
std::string address_of(const Area& area);

} // namespace openmasa::intelligence
