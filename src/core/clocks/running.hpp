#pragma once
// What other areas use: start a clock about a record, pause it, let it run again, stop it. Each is
// run inside atomically(), leaves an audit entry and a version in the history. Whether this person
// may, and may see the record, is asked before.
//     TRY(clocks::start(db, scope, {.kind = "review", .record = id.str(), .rule = "rapid-review",
//                                   .from = review.notified_on}));
//     for (const auto& clock : clocks::about(db, "review", id.view())) ...
#include "core/clocks/clock.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::clocks {

struct StartClock {
    std::string kind, record;
    std::string rule;
    Day from{};
    /// Asked of a clock in hours; none: by the same time of day.
    std::optional<Moment> at{};
    std::optional<OwnerId> group{};
    std::string note{};
};
/// Refused when there is no such rule, and when the same clock runs about that record already.
Result<Clock> start(store::Db& db, const Scope& scope, const StartClock& command);

struct PauseClock {
    ClockId id;
    std::int64_t version = 0;
    /// The first day that does not count.
    Day from{};
    std::string why;
};
/// Refused without a reason, before the start or an earlier pause, from a day to come, while it
/// stands still, and for a clock that counts hours or ends on a day of the year.
Result<Clock> pause(store::Db& db, const Scope& scope, const PauseClock& command);

struct RestartClock {
    ClockId id;
    std::int64_t version = 0;
    /// The first day that counts again.
    Day on{};
};
Result<Clock> restart(store::Db& db, const Scope& scope, const RestartClock& command);

struct StopClock {
    ClockId id;
    std::int64_t version = 0;
    Day on{};
    /// What was done, or why it no longer counts.
    std::string why;
};
Result<Clock> stop(store::Db& db, const Scope& scope, const StopClock& command);

/// Those about one record, the running ones first.
std::vector<Clock> about(store::Db& db, std::string_view kind, std::string_view record);
std::optional<Clock> find_clock(store::Db& db, const ClockId& id);

} // namespace openmasa::clocks
