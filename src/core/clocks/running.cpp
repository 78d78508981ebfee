#include "core/clocks/running.hpp"
#include "core/clocks/clock_store.hpp"
#include "core/clocks/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

constexpr std::size_t longest = 1000;
constexpr auto somebody_was_first = "Somebody changed this clock while you were writing.";

void check_words(std::vector<Problem>& problems, std::string_view field, std::string_view words,
                 std::string_view ask) {
    if (trimmed(words).empty() && !ask.empty())
        problems.push_back({std::string(field), std::string(ask)});
    if (words.size() > longest)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", longest)});
}

/// The clock in the version that the person read, still running.
Result<Clock> find_for(store::Db& db, const ClockId& id, std::int64_t version) {
    auto clock = find_clock(db, id);
    if (!clock) return not_found();
    if (clock->version != version || clock->is_stopped()) return conflict(somebody_was_first);
    return *clock;
}

Result<Clock> save(store::Db& db, const Scope& scope, Clock clock, std::string_view verb) {
    const auto when = due(clock, *rule_book(db), *bank_holidays(db), scope.today);
    TRY(save_clock(db, scope, clock, when ? when->due : clock.start, verb));
    ++clock.version;
    return clock;
}

bool runs_already(store::Db& db, const StartClock& command) {
    return std::ranges::any_of(about(db, command.kind, command.record), [&](const Clock& one) {
        return one.rule == command.rule && !one.is_stopped();
    });
}

bool can_stand_still(const Rule& rule) {
    return rule.unit != Unit::hours && rule.unit != Unit::end_of_september;
}

std::vector<Problem> problems_with(const PauseClock& command, const Clock& clock, const Rule* rule,
                                   Day today) {
    std::vector<Problem> problems;
    if (rule && !can_stand_still(*rule))
        problems.push_back({"from", "This clock cannot be paused: it counts hours, or ends on a "
                                    "fixed day of the year."});
    if (clock.is_paused()) problems.push_back({"from", "It stands still already."});
    if (command.from < clock.start)
        problems.push_back({"from", fmt::format("It runs from {}.", spoken(clock.start))});
    if (today < command.from) problems.push_back({"from", "A pause begins today or earlier."});
    if (!clock.pauses.empty() && clock.pauses.back().restarted &&
        command.from < *clock.pauses.back().restarted)
        problems.push_back({"from", fmt::format("It ran again on {}: a pause begins then or later.",
                                                spoken(*clock.pauses.back().restarted))});
    check_words(problems, "why", command.why, "Say why it stands still.");
    return problems;
}

std::vector<Problem> problems_with(const RestartClock& command, const Clock& clock, Day today) {
    if (!clock.is_paused()) return {{"on", "It runs already."}};
    if (command.on < clock.pauses.back().from)
        return {{"on", fmt::format("It stands still from {}.", spoken(clock.pauses.back().from))}};
    if (today < command.on) return {{"on", "It runs again today or earlier."}};
    return {};
}

std::vector<Problem> problems_with(const StopClock& command, Day today) {
    std::vector<Problem> problems;
    if (today < command.on) problems.push_back({"on", "It stops today or earlier."});
    check_words(problems, "why", command.why, "Say what was done, or why it no longer counts.");
    return problems;
}

} // namespace

Result<Clock> start(store::Db& db, const Scope& scope, const StartClock& command) {
    const auto book = rule_book(db);
    const auto* rule = book->find(command.rule, command.from, command.group);
    std::vector<Problem> problems;
    if (!rule) problems.push_back({"clock", "Choose a clock."});
    if (rule && runs_already(db, command))
        problems.push_back({"clock", "This clock runs already. Stop it first."});
    check_words(problems, "note", command.note, {});
    if (!problems.empty()) return invalid(std::move(problems));
    Clock clock{.id = scope.new_id<ClockId>(),
                .kind = command.kind,
                .record = command.record,
                .rule = command.rule,
                .group = command.group,
                .start = command.from,
                .started_at = rule->unit == Unit::hours ? command.at : std::nullopt,
                .note = one_line(command.note),
                .stopped = {},
                .stopped_why = {}};
    const auto when = due(clock, *book, *bank_holidays(db), scope.today);
    add_clock(db, scope, clock, when->due);
    return clock;
}

Result<Clock> pause(store::Db& db, const Scope& scope, const PauseClock& command) {
    auto clock = TRY(find_for(db, command.id, command.version));
    const auto book = rule_book(db);
    const auto* rule = book->find(clock.rule, clock.start, clock.group);
    if (auto problems = problems_with(command, clock, rule, scope.today); !problems.empty())
        return invalid(std::move(problems));
    clock.pauses.push_back({command.from, std::nullopt, one_line(command.why)});
    return save(db, scope, std::move(clock), "clock.paused");
}

Result<Clock> restart(store::Db& db, const Scope& scope, const RestartClock& command) {
    auto clock = TRY(find_for(db, command.id, command.version));
    if (auto problems = problems_with(command, clock, scope.today); !problems.empty())
        return invalid(std::move(problems));
    clock.pauses.back().restarted = command.on;
    return save(db, scope, std::move(clock), "clock.restarted");
}

Result<Clock> stop(store::Db& db, const Scope& scope, const StopClock& command) {
    auto clock = TRY(find_for(db, command.id, command.version));
    if (auto problems = problems_with(command, scope.today); !problems.empty())
        return invalid(std::move(problems));
    clock.stopped = command.on;
    clock.stopped_why = one_line(command.why);
    return save(db, scope, std::move(clock), "clock.stopped");
}

} // namespace openmasa::clocks
