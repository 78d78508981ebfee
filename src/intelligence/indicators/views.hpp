#pragma once
// Pages of indicators, from ready data.
#include "intelligence/area_store.hpp"
#include "intelligence/indicators/charted.hpp"
#include "intelligence/indicators/comparison.hpp"
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

struct RegisterPage {
    const AreaBook& book;
    const Area* area = nullptr;
    /// By theme and title; those without a figure in the area are only counted.
    std::vector<RegisterRow> rows;
    std::size_t without = 0;
    bool may_load = false;
};
Html register_view(const RegisterPage& page);

struct IndicatorPage {
    const AreaBook& book;
    const Area* area = nullptr;
    Indicator indicator;
    bool may_define = false;
    std::int64_t breakdown = 1;
    std::vector<Broken> breakdowns{};
    std::vector<SeriesFigure> figures{};
    std::vector<SupersededFigure> superseded{};
    std::vector<DefinitionBreak> breaks{};
    Charted chart{};
    Comparison comparison{};
};
Html indicator_view(const IndicatorPage& page);

/// The figures as a file, with what the method makes of each.
std::string figures_csv(const IndicatorPage& page);

} // namespace openmasa::intelligence
