#pragma once
// Target dates, third step: atoms become steps. A step is what one date would be on its own line:
// a date, a range, an open end, how often. Missing years are filled in between them.
#include "kernel/target_date_atoms.hpp"

namespace openmasa::dates {

struct Step {
    enum class Shape {
        single,
        range,
        until,
        from,
        after,
        ongoing,
        recurring,
        undecided,
        done,
        done_with_date // it says done, and a date that may be when
    };
    /// What stands between it and the step before.
    enum class Join { nothing, listed, apart };
    Shape shape = Shape::single;
    Join join = Join::nothing;
    std::string_view text;
    /// Of single the only date; else where it begins and ends, as far as it says.
    std::optional<Point> start, end;
    Period period = {};
};

struct Steps {
    std::vector<Step> steps;
    /// Words that were left out.
    std::vector<std::string_view> remarks;
};

Steps steps_of(const std::vector<Atom>& atoms);

/// What one step means.
TargetDate reading(const Step& step);

} // namespace openmasa::dates
