#include "core/clocks/clock.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::clocks {
namespace {

constexpr std::chrono::days soon{7};

/// The days that did not count, as far as `today`; one that ran again the same day lost none.
std::vector<Pause> days_lost(const Clock& clock, Day today) {
    std::vector<Pause> lost;
    for (const auto& pause : clock.pauses) {
        const auto open_until = clock.stopped.value_or(today);
        const auto last = pause.restarted ? *pause.restarted - std::chrono::days{1} : open_until;
        if (pause.from <= last) lost.push_back({pause.from, last, pause.why});
    }
    return lost;
}

} // namespace

Clock in_version(Clock clock, std::int64_t version) {
    if (version >= clock.version) return clock;
    clock.version = version;
    clock.stopped.reset(); // only ever the newest
    clock.stopped_why.clear();
    const auto steps = static_cast<std::size_t>(version - 1);
    clock.pauses.resize(std::min(clock.pauses.size(), (steps + 1) / 2));
    if (steps % 2 == 1 && !clock.pauses.empty()) clock.pauses.back().restarted.reset();
    return clock;
}

std::optional<Due> due(const Clock& clock, const RuleBook& book, const BankHolidays& holidays,
                       Day today) {
    const auto* rule = book.find(clock.rule, clock.start, clock.group);
    if (!rule) return std::nullopt;
    const auto lost = days_lost(clock, today);
    return clock.started_at ? due(*rule, *clock.started_at, holidays, lost)
                            : due(*rule, clock.start, holidays, lost);
}

Lateness lateness(const Clock& clock, const Due& due, Day today, Moment now) {
    if (clock.is_stopped()) return Lateness::stopped;
    if (due.due_at ? *due.due_at < now : due.due < today) return Lateness::late;
    return due.due <= today + soon ? Lateness::soon : Lateness::in_time;
}

std::string time_left(const Clock& clock, const Due& due, Day today, Moment now) {
    if (clock.is_stopped()) return "stopped";
    const auto late = lateness(clock, due, today, now) == Lateness::late;
    const auto days = (due.due - today).count();
    if (days == 0) return late ? "late since today" : "due today";
    return late ? counted(-days, "day") + " late" : counted(days, "day") + " left";
}

} // namespace openmasa::clocks
