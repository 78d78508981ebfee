#pragma once
// When work is done by itself: "hourly :15", "daily 02:30", "weekly monday 07:00", London's time.
#include "kernel/day.hpp"
#include <optional>
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
/// "Every day at 2.30am".
std::string spoken(const Rule& rule);

/// The first moment after `after`. When clocks go back, what is due in the hour that comes twice
/// runs once; when they go forward, what is due in the missing hour runs an hour later.
Moment next_run(const Rule& rule, Moment after);

} // namespace openmasa::jobs
