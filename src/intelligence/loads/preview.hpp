#pragma once
// A file of figures held against what is stored: what saving would add, what it would revise, and
// what is refused, row by row. Nothing is saved before a person has seen it.
#include "intelligence/load.hpp"
#include "intelligence/loads/area_plan.hpp"
#include "intelligence/loads/boundary_plan.hpp"
#include "intelligence/loads/neighbour_plan.hpp"
#include "intelligence/loads/plausibility.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// A figure that differs from the one that is there.
struct Revision {
    int line = 0;
    /// "Children in need on 31 March, Norfolk, 2025".
    std::string what;
    std::string was, now;
};

/// An indicator of the file, as it is stored or would be.
struct PlannedIndicator {
    Indicator indicator;
    bool is_new = false;
};

/// A figure that saving writes; its place in the reading's figures.
struct Writing {
    std::size_t at = 0;
    IndicatorNumber indicator = 0;
    FigurePlace place{};
    bool is_revision = false;
};

struct Preview {
    /// Looks into the file's bytes.
    Reading reading;
    std::vector<PlannedIndicator> indicators{};
    std::vector<PlannedArea> areas{};
    /// New ones have numbers that saving gives them.
    std::vector<std::int64_t> breakdowns{};
    std::vector<Writing> writings{};
    NeighbourPlan neighbours{};
    BoundaryPlan boundaries{};
    std::vector<RefusedRow> refused{};
    /// The first most_kept; the counts tell them all.
    std::vector<Revision> revisions{};
    std::vector<Doubt> doubts{};
    LoadCounts counts{};
    /// A load of the very same bytes.
    std::optional<Load> before{};
    /// SHA-256 of its bytes.
    std::string digest{};
    /// Stands for what the file was compared with.
    std::int64_t state = 0;

    bool may_be_saved() const;
    /// How many figures the file has, or whatever else it brings.
    std::size_t rows() const {
        const auto things = things_in(reading.format);
        if (things == "areas") return areas.size();
        if (things == "indicators") return indicators.size();
        return reading.figures.size() + reading.neighbours.size() + reading.boundaries.size();
    }
};
inline constexpr std::size_t most_kept = 200;

/// The bytes must outlive the preview; the file's name says which model of neighbours it is.
/// Refuses what read_figures_file() refuses.
Result<Preview> look(store::Db& db, const Scope& scope, std::string_view bytes,
                     std::string_view file_name = {});

/// Whether figures that differ may take the place of those that are there.
enum class Revisions { refuse, accept };

/// Saves what was seen as that load: all of it, or nothing. Inside atomically(). Refuses when
/// another load was saved in between, when there is nothing to save, and when figures would be
/// revised that nobody said may be.
Result<LoadCounts> save(store::Db& db, const Scope& scope, const Preview& seen, const Load& load,
                        Revisions revisions);

} // namespace openmasa::intelligence
