#include "core/clocks/question.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace openmasa::clocks {
namespace {

constexpr std::size_t most_pauses = 100;

std::optional<Pause> read_pause(std::string_view line) {
    const auto comma = std::min(line.find(','), line.size());
    const auto days = line.substr(0, comma);
    const auto why = trimmed(comma < line.size() ? line.substr(comma + 1) : "");
    const auto between = days.find(" to ");
    const auto from = typed_day(days.substr(0, between));
    const auto to = between == days.npos ? from : typed_day(days.substr(between + 4));
    if (!from || !to || *to < *from) return std::nullopt;
    return Pause{*from, *to, why.empty() ? std::string("no reason given") : std::string(why)};
}

Refusal no_day(const Question& question) {
    if (trimmed(question.from).empty())
        return invalid("from", "Enter the day that it counts from.");
    return invalid(
        "from",
        fmt::format("\u201c{}\u201d is not one day. Write it as 20 December 2024.", question.from));
}

void add(std::vector<Problem>& problems, const Refusal& refusal) {
    std::ranges::copy(refusal.problems, std::back_inserter(problems));
}

Result<Due> from_moment(const Question& question, const Rule& rule, Day day,
                        const BankHolidays& holidays, std::span<const Pause> pauses) {
    const auto start = TRY(typed_moment(day, question.at, "at"));
    return due(rule, start, holidays, pauses);
}

} // namespace

Result<std::vector<Pause>> read_pauses(std::string_view lines) {
    std::vector<Pause> pauses;
    for (auto line : split(lines, '\n')) {
        if (trimmed(line).empty()) continue;
        const auto pause = read_pause(trimmed(line));
        if (!pause || pauses.size() == most_pauses)
            return invalid(
                "pauses",
                fmt::format(
                    "\u201c{}\u201d is no pause. Write it as 4 March 2025 to 6 March 2025, inquest.",
                    trimmed(line)));
        pauses.push_back(*pause);
    }
    return pauses;
}

Result<Due> answer(const Question& question, const RuleBook& book, const BankHolidays& holidays) {
    std::vector<Problem> problems;
    const auto start = typed_day(question.from);
    const auto* rule =
        book.find(question.clock, start.value_or(Day{}), OwnerId::parse(question.group));
    if (!rule) problems.push_back({"clock", "Choose a clock."});
    if (!start) add(problems, no_day(question));
    const auto pauses = read_pauses(question.pauses);
    if (!pauses) add(problems, pauses.refusal());
    if (!problems.empty()) return invalid(std::move(problems));
    if (trimmed(question.at).empty()) return due(*rule, *start, holidays, *pauses);
    return from_moment(question, *rule, *start, holidays, *pauses);
}

} // namespace openmasa::clocks
