#pragma once
// The clocks of the field as effective-dated data: what starts them, how long they run, whose they
// are, and the clause that says so. A rule that changes gets a new row; the old one keeps its end.
#include "core/access/scope.hpp"
#include "kernel/day.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::clocks {

/// How sure the row is. `check`: ship it, and say "check against current guidance" beside it.
enum class Certainty { read, check, local };

enum class Unit { working_days, days, hours, weeks, months, years, end_of_september };
inline constexpr std::array all_units = {Unit::working_days,    Unit::days,   Unit::hours,
                                         Unit::weeks,           Unit::months, Unit::years,
                                         Unit::end_of_september};
inline constexpr std::array all_certainties = {Certainty::read, Certainty::check, Certainty::local};

struct Rule {
    std::string name;    // "rapid-review"
    std::string title;   // "Rapid review sent to the Panel"
    std::string trigger; // "the day the incident was notified"
    /// Negative: before the day it counts from.
    int amount = 0;
    Unit unit = Unit::days;
    std::string who, clause, edition;
    /// The first day it is in force, and the last if it has ended.
    Day from{};
    std::optional<Day> to{};
    Certainty certainty = Certainty::check;
    /// Set when it holds for one group, agency or office only.
    std::optional<OwnerId> group{};
    std::string group_name{};

    bool operator==(const Rule&) const = default;
};

/// "15 working days after", "7 working days before", "by 30 September after".
std::string spoken_length(const Rule& rule);
std::string_view to_text(Unit unit);
bool from_text(std::string_view text, Unit& unit);
std::string_view to_text(Certainty certainty);
bool from_text(std::string_view text, Certainty& certainty);
/// What a page says beside a rule that is not certain; empty for one that was read.
std::string_view caution(Certainty certainty);

} // namespace openmasa::clocks
