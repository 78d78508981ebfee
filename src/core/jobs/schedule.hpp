#pragma once
// When work is done by itself: "hourly :15", "daily 02:30", "weekly monday 07:00", London's time.
#include "kernel/day.hpp"
#include "kernel/result.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::jobs {

struct Rule {
    enum class Every { hour, day, week };
    Every every = Every::day;
    /// Since midnight; of hours, since the hour began.
    std::chrono::minutes at{};
    std::chrono::weekday on{};
};

/// Nothing when the words are no rule.
std::optional<Rule> read_rule(std::string_view words);
/// The words that read_rule() reads.
std::string to_text(const Rule& rule);
/// As a form asks for it. `every`: "hour", "day" or "week"; `on`: "monday"; `at`: "2.30am", for
/// hours the minutes past. Refused with everything that is wrong, by the field's name.
Result<Rule> typed_rule(std::string_view every, std::string_view on, std::string_view at);
/// The days of the week as rules name them, Monday first.
std::span<const std::string_view> rule_days();
/// "Every day at 2.30am".
std::string spoken(const Rule& rule);

/// The first moment after `after`. When clocks go back, what is due in the hour that comes twice
/// runs once; when they go forward, what is due in the missing hour runs an hour later.
Moment next_run(const Rule& rule, Moment after);

} // namespace openmasa::jobs
