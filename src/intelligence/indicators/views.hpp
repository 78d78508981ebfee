#pragma once
// Pages of indicators, from ready data.
#include "intelligence/area_store.hpp"
#include "intelligence/indicators/charted.hpp"
#include "intelligence/indicators/comparison.hpp"
#include "intelligence/indicators/map.hpp"
#include "web/html.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::intelligence {

/// An indicator in the register, with its figures in the chosen area.
struct RegisterRow {
    Indicator indicator;
    std::string latest;
    std::optional<FigurePeriod> period;
    Charted chart;
};

/// Which of them the register shows: those with a figure in the area, of those the unusual ones, or
/// those without a figure as well.
enum class RegisterShows : unsigned char { with_figures, unusual, all };

struct RegisterPage {
    const AreaBook& book;
    const Area* area = nullptr;
    /// By theme and title; `rest` are those without a figure in the area.
    std::vector<RegisterRow> rows;
    std::vector<Indicator> rest{};
    RegisterShows shows = RegisterShows::with_figures;
    /// What was searched for; every word of it stands in what is listed.
    std::string words{};
    /// There is no indicator at all.
    bool is_bare = false;
    bool may_load = false;
};
/// Whether the latest figure is more than ordinary variation.
bool is_unusual(const RegisterRow& row);
Html register_view(const RegisterPage& page);

/// What of the page is chosen by its address, beside the area.
struct Choices {
    /// Of the neighbours; nought: the one in force.
    NeighbourModelNumber model = 0;
    /// The closest neighbour first, not the lowest.
    bool in_set_order = false;
    /// The map of all authorities, not the nearest one.
    bool map_of_england = false;
};

struct IndicatorPage {
    const AreaBook& book;
    const Area* area = nullptr;
    Indicator indicator;
    bool may_define = false;
    /// Whether this machine can make pictures in points.
    bool can_draw_png = false;
    std::int64_t breakdown = 1;
    std::vector<Broken> breakdowns{};
    std::vector<SeriesFigure> figures{};
    std::vector<SupersededFigure> superseded{};
    Charted chart{};
    std::vector<NeighbourSet> neighbours{};
    /// Of those, the one that is compared with; null when there is none.
    const NeighbourSet* set = nullptr;
    Choices choices{};
    Comparison comparison{};
    std::optional<AreaMap> map{};
    /// Whose outlines they are.
    std::string map_source{};
    /// There are figures for a map, and no outlines.
    bool lacks_outlines = false;
};
/// The page's address with everything that is chosen, and what is said here instead of it.
struct Otherwise {
    const Area* area = nullptr;
    std::optional<NeighbourModelNumber> model{};
    std::optional<bool> in_set_order{}, map_of_england{};
};
std::string address_of(const IndicatorPage& page, const Otherwise& otherwise);
/// The same for what is below the page: "/chart.svg".
std::string address_below(const IndicatorPage& page, std::string_view what);
Html indicator_view(const IndicatorPage& page);
/// What the control chart counts, where and of whom; how its limits and scale are, in sentences.
std::string what_is_drawn(const IndicatorPage& page);
std::string how_it_is_drawn(const IndicatorPage& page);

/// Links to a picture of the page and, where asked for, to its figures.
Html take_with_you(const IndicatorPage& page, std::string_view picture, bool with_figures);

/// The figures as a file, with what the method makes of each.
std::string figures_csv(const IndicatorPage& page);

} // namespace openmasa::intelligence
