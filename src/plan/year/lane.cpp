#include "plan/year/lane.hpp"
#include "kernel/target_date.hpp"
#include "plan/rules.hpp"
#include <algorithm>

namespace openmasa::year {
namespace {

using chart::TimeAxis;
using Kind = TargetDate::Kind;
using Where = Lane::Where;
using What = Mark::What;

/// More ticks than this in a lane would run together.
constexpr std::size_t most_ticks = 60;

/// From when to when an action goes on; without a last day it has no end.
struct Extent {
    Day first{};
    std::optional<Day> last{};
};

std::optional<Day> day_of(const DatedStep& step) {
    return step.latest ? step.latest : step.earliest;
}

std::optional<Extent> extent_of(std::span<const DatedStep> steps) {
    std::optional<Extent> extent;
    for (const auto& step : steps) {
        const auto last = day_of(step);
        if (!last) continue;
        const auto first = step.earliest.value_or(*last);
        if (!extent) extent = Extent{first, last};
        extent->first = std::min(extent->first, first);
        extent->last = std::max(*extent->last, *last);
    }
    return extent;
}

bool is(const DatedAction& action, Kind kind) {
    return action.date_kind == name(kind);
}

/// What was understood as no day at all ("ongoing", "quarterly and annually") goes on without an
/// end.
bool has_no_end(const DatedAction& action) {
    return is(action, Kind::from) || is(action, Kind::ongoing) || is(action, Kind::recurring) ||
           (!action.earliest && !action.latest);
}

std::optional<Extent> extent_of(const DatedAction& action) {
    if (is(action, Kind::unknown)) return std::nullopt;
    if (has_no_end(action))
        return Extent{action.earliest.value_or(action.adopted_on), action.latest};
    const auto last = action.latest.value_or(*action.earliest);
    return Extent{action.earliest.value_or(last), last};
}

class Drawing {
public:
    Drawing(const DatedAction& action, std::span<const plan::Awaited> awaits, const TimeAxis& axis,
            Day today, Lane& lane)
        : action_(action), awaits_(awaits), axis_(axis), today_(today), lane_(lane) {}

    void draw(const Extent& extent, std::span<const DatedStep> steps) {
        draw_overdue();
        if (extent_of(steps))
            draw_steps(extent, steps);
        else if (is(action_, Kind::recurring))
            draw_recurring(extent);
        else
            draw_bar(extent);
        draw_ends(extent);
        for (const auto& awaited : awaits_) draw_gate(awaited);
        lane_.sign = sign_of(extent);
    }

private:
    void add(What what, double from, double to = 0) { lane_.marks.push_back({what, from, to}); }
    bool is_late() const { return lane_.standing == ui::Standing::late; }

    void draw_overdue() {
        if (!is_late() || today_ < axis_.first()) return;
        const double from = axis_.end_of(*action_.deadline), to = axis_.middle_of(today_);
        if (to > from) add(What::overdue, from, to);
    }

    void draw_bar(const Extent& extent) {
        const double from = axis_.start_of(extent.first);
        if (!extent.last)
            add(What::fading_bar, from, 100);
        else if (*extent.last != extent.first && *extent.last >= axis_.first())
            add(What::bar, from, axis_.end_of(*extent.last));
    }

    void draw_steps(const Extent& extent, std::span<const DatedStep> steps) {
        const double from = axis_.middle_of(extent.first), to = axis_.middle_of(*extent.last);
        if (to > from) add(What::tie, from, to);
        for (const auto& step : steps) {
            const auto last = day_of(step);
            if (last && axis_.holds(*last))
                add(step.done_on ? What::step_done : What::step, axis_.middle_of(*last));
        }
    }

    void draw_recurring(const Extent& extent) {
        const auto last = std::min(extent.last.value_or(axis_.last()), axis_.last());
        if (last < axis_.first()) return;
        add(What::tie, axis_.start_of(extent.first), axis_.end_of(last));
        const auto found = ticks(extent.first, last);
        if (found.size() <= most_ticks)
            for (auto one : found) add(What::tick, axis_.middle_of(one));
    }

    /// The ends of its periods that are drawn; one more than there is room for when there are more.
    std::vector<Day> ticks(Day start, Day last) const {
        std::vector<Day> found;
        const auto period = action_.period;
        if (period == Period{}) return found;
        const auto gone = std::max((axis_.first() - start).count(), 0L);
        const int days = period.months ? period.months * 31 : period.days;
        for (int number = std::max(1, int(gone / days)); found.size() <= most_ticks; ++number) {
            const auto end =
                after(start, {period.months * number, period.months ? 0 : period.days * number});
            if (end > last) break;
            if (end >= axis_.first()) found.push_back(end);
        }
        return found;
    }

    void draw_ends(const Extent& extent) {
        if (extent.first < axis_.first()) add(What::earlier, 0);
        if (extent.last && *extent.last > axis_.last()) add(What::later, 100);
    }

    void draw_gate(const plan::Awaited& awaited) {
        if (!plan::is_open(awaited.status) || !awaited.deadline || !axis_.holds(*awaited.deadline))
            return;
        add(plan::comes_too_late(awaited, action_.deadline) ? What::gate_late : What::gate,
            axis_.end_of(*awaited.deadline));
    }

    double sign_of(const Extent& extent) const {
        if (is_late()) return at_its_end(*action_.deadline, extent);
        if (is(action_, Kind::recurring) && plan::is_open(action_.status) && action_.deadline &&
            axis_.holds(*action_.deadline))
            return axis_.middle_of(*action_.deadline);
        if (extent.last && axis_.holds(*extent.last)) return at_its_end(*extent.last, extent);
        return axis_.start_of(extent.first);
    }
    /// At the end of a bar, or in the middle of a day.
    double at_its_end(Day day, const Extent& extent) const {
        const bool is_bar = std::ranges::count(lane_.marks, What::bar, &Mark::what) > 0;
        return is_bar && extent.last == day ? axis_.end_of(day) : axis_.middle_of(day);
    }

    const DatedAction& action_;
    std::span<const plan::Awaited> awaits_;
    const TimeAxis& axis_;
    Day today_;
    Lane& lane_;
};

Where where_is(const Extent& extent, const Lane& lane, const TimeAxis& axis) {
    if (extent.first > axis.last()) return Where::after;
    const bool is_over = extent.last && *extent.last < axis.first();
    return is_over && lane.standing != ui::Standing::late ? Where::before : Where::drawn;
}

} // namespace

Lane lane_of(const DatedAction& action, std::span<const DatedStep> steps, const TimeAxis& axis,
             Day today, std::span<const plan::Awaited> awaits) {
    Lane lane;
    lane.standing = plan::standing(action.status, action.deadline, action.evidence, today);
    const auto of_steps = extent_of(steps);
    const auto extent = of_steps ? of_steps : extent_of(action);
    if (!extent) return lane;
    lane.where = where_is(*extent, lane, axis);
    if (lane.where == Where::drawn) Drawing(action, awaits, axis, today, lane).draw(*extent, steps);
    return lane;
}

} // namespace openmasa::year
