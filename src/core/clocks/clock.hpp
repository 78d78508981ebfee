#pragma once
// A clock that runs about a record of any kind: started, paused, run again, stopped. Other areas
// start and stop theirs through running.hpp.
#include "core/clocks/due.hpp"
#include "core/clocks/rule_book.hpp"
#include <vector>

namespace openmasa::clocks {

struct ClockKind;
using ClockId = Id<ClockKind>;

struct ClockPause {
    Day from{};
    /// The day on which it ran again, which counts; none while it stands still.
    std::optional<Day> restarted;
    std::string why;
    bool operator==(const ClockPause&) const = default;
};

struct Clock {
    ClockId id;
    /// What it is about: "action" and its id.
    std::string kind, record;
    /// The rule's name, and the group whose own rule counts.
    std::string rule;
    std::optional<OwnerId> group;
    Day start{};
    /// Set for a clock in hours.
    std::optional<Moment> started_at;
    /// Why it was started, when somebody said so.
    std::string note;
    std::optional<Day> stopped;
    std::string stopped_why;
    std::int64_t version = 1;
    std::vector<ClockPause> pauses{};

    bool is_stopped() const { return stopped.has_value(); }
    bool is_paused() const { return !is_stopped() && !pauses.empty() && !pauses.back().restarted; }
};

/// As its history has it in an earlier version: the first started it, each later one was a pause,
/// the end of that pause, or the stop.
Clock in_version(Clock clock, std::int64_t version);

/// With its working, as it stands on `today`: while it is paused it moves on with each day. Nothing
/// when no rule of that name is left.
std::optional<Due> due(const Clock& clock, const RuleBook& book, const BankHolidays& holidays,
                       Day today);

enum class Lateness { stopped, late, soon, in_time };
/// Late: `now` is after it. Soon: today, or within the next seven days.
Lateness lateness(const Clock& clock, const Due& due, Day today, Moment now);
/// "3 days late", "due today", "12 days left", "stopped".
std::string time_left(const Clock& clock, const Due& due, Day today, Moment now);

} // namespace openmasa::clocks
