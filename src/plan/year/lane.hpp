#pragma once
// Where everything of one action stands in its lane of the timeline: per cent across, nothing but
// values in and out.
#include "plan/awaited.hpp"
#include "plan/year/year.hpp"
#include "web/chart/time_axis.hpp"
#include "web/ui/marks.hpp"
#include <span>

namespace openmasa::year {

struct Mark {
    enum class What {
        /// Some time within: from its first day to the end of its last.
        bar,
        /// From a day on, without an end.
        fading_bar,
        /// Between the first and the last of several marks.
        tie,
        /// The end of one period of what recurs.
        tick,
        step,
        step_done,
        /// Since when it is late, until today.
        overdue,
        /// By when what it waits for should be done: before its own date, or only after it.
        gate,
        gate_late,
        /// It goes on before or after what is drawn.
        earlier,
        later
    };
    What what{};
    double from = 0;
    /// For what has a width.
    double to = 0;
    bool operator==(const Mark&) const = default;
};

struct Lane {
    enum class Where { drawn, before, after, undated };
    Where where = Where::undated;
    ui::Standing standing{};
    std::vector<Mark> marks;
    /// Where the sign of its standing is: by when it should be done, or where it begins.
    double sign = 0;
};

/// `steps` are this action's, in their order. What is late is drawn even when it should have been
/// done before the axis begins; anything else outside is not. `awaits`: what it waits for.
Lane lane_of(const DatedAction& action, std::span<const DatedStep> steps,
             const chart::TimeAxis& axis, Day today, std::span<const plan::Awaited> awaits = {});

} // namespace openmasa::year
