#pragma once
// What later loads changed of an area's figures: each change with what it was and what it became.
// Nothing but values in and out.
#include "intelligence/figure_store.hpp"
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace openmasa::intelligence {

struct FigureChange {
    std::int64_t period = 0;
    /// As people read them: "454 (provisional)"; with the counts where only those differ.
    std::string was, now;
    std::optional<Moment> at{};
    LoadId load{};
    std::string file;
};

/// The newest change first, of one load the latest period. A figure that was changed twice is there
/// twice.
std::vector<FigureChange> changes_of(std::span<const SeriesFigure> figures,
                                     std::span<const SupersededFigure> superseded);

} // namespace openmasa::intelligence
