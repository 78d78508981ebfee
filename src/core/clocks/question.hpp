#pragma once
// "When is it due?", as somebody typed it.
#include "core/clocks/due.hpp"
#include "core/clocks/rule_book.hpp"
#include "kernel/result.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::clocks {

/// As typed, or as an address carries it.
struct Question {
    std::string clock, from;
    /// The time of day in London, for clocks that count hours; may be empty.
    std::string at;
    /// One a line: "4 March 2025 to 6 March 2025, inquest".
    std::string pauses;
    /// An id; empty: the rule for all.
    std::string group;
};

/// The answer with its working, or everything that is wrong by field.
Result<Due> answer(const Question& question, const RuleBook& book, const BankHolidays& holidays);

/// "4 March 2025 to 6 March 2025, inquest"; a day alone is a pause of one day.
Result<std::vector<Pause>> read_pauses(std::string_view lines);

} // namespace openmasa::clocks
