#pragma once
// When something is due, with its working: what it started from, what counted and what did not,
// under which rule.
#include "core/clocks/rule.hpp"
#include "kernel/json.hpp"
#include "kernel/working_days.hpp"
#include <span>
#include <string>
#include <vector>

namespace openmasa::clocks {

struct Due {
    Rule rule;
    Day start;
    /// Only for rules that count hours, and only when the start is a moment.
    std::optional<Moment> started_at, due_at;
    Day due;
    /// Every day looked at, for rules that count days or that were paused.
    std::vector<CountedDay> days;
    /// Days by which pauses moved a rule that counts months or years.
    int paused_days = 0;
};

/// Under the rule in force on the start. A day alone for a rule in hours is the same day so many
/// days later, by the same time of day.
Due due(const Rule& rule, Day start, const BankHolidays& holidays,
        std::span<const Pause> pauses = {});
/// From a moment: rules in hours answer with a moment, all others count from its day in London.
Due due(const Rule& rule, Moment start, const BankHolidays& holidays,
        std::span<const Pause> pauses = {});

/// "15 working days after the day the incident was notified; weekends do not count, nor do ...".
std::string how_counted(const Due& due);
/// "Wednesday 15 January 2025", or the moment for a rule in hours that started at one.
std::string due_in_words(const Due& due);
/// Sentences for a person: the answer first, then how it was counted, then the clause.
std::string in_words(const Due& due);
void write(JsonWriter& json, const Due& due);

} // namespace openmasa::clocks
