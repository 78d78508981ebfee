#pragma once
// The clocks of the field as effective-dated data: what starts them, how long they run, whose they
// are, and the clause that says so. A rule that changes gets a new row; the old one keeps its end.
#include "kernel/day.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::clocks {

/// How sure the row is. `check`: ship it, and say "check against current guidance" beside it.
enum class Certainty { read, check, local };

enum class Unit { working_days, days, hours, weeks, months, years, end_of_september };

struct Rule {
    std::string_view name;    // "rapid-review"
    std::string_view title;   // "Rapid review sent to the Panel"
    std::string_view trigger; // "the day the incident was notified"
    /// Negative: before the day it counts from.
    int amount;
    Unit unit;
    std::string_view who, clause, edition;
    /// The first day it is in force, and the last if it has ended.
    Day from;
    std::optional<Day> to;
    Certainty certainty;
};

/// All of them, those of one name in the order of their beginning.
std::span<const Rule> rules();
/// Each name once, in their order.
std::vector<std::string_view> names();
/// The one of that name in force on `day`; if none was yet, the earliest there is.
const Rule* find_rule(std::string_view name, Day day);

/// "15 working days after", "7 working days before", "by 30 September after".
std::string spoken_length(const Rule& rule);
std::string_view to_text(Unit unit);
std::string_view to_text(Certainty certainty);
/// What a page says beside a rule that is not certain; empty for one that was read.
std::string_view caution(Certainty certainty);

} // namespace openmasa::clocks
