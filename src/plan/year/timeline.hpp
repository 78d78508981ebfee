#pragma once
// The timeline's page, ready to be drawn.
#include "plan/awaited.hpp"
#include "plan/year/lane.hpp"
#include "plan/year/picture.hpp"
#include "plan/year/window.hpp"

namespace openmasa::year {

/// A timeline draws no more actions than this; filters lead to the rest.
inline constexpr int most_drawn = 1000;

enum class Paper { none, a4, a3 };

struct TimelineRow {
    DatedAction action;
    Lane lane;
    /// "Restricted", where it is.
    Html tag{};
    /// What it waits for that is not done yet.
    std::vector<plan::Awaited> awaits{};
};

struct TimelinePage {
    Picture picture;
    Window window;
    Paper paper = Paper::none;
    std::vector<plan::Objective> objectives;
    /// What is drawn, in the plan's order, and what has no date.
    std::vector<TimelineRow> drawn, undated;
    /// What is done with before these months, and what begins after them.
    int before = 0, after = 0;
    /// There are more actions than most_drawn.
    bool is_cut = false;

    /// The same timeline for other months or another filter.
    std::string address(const Window& months, const Filter& filter) const;
};

Html timeline_view(const TimelinePage& page);
/// The table alone: a row an action, its second column drawn.
Html timeline_table(const TimelinePage& page);

} // namespace openmasa::year
