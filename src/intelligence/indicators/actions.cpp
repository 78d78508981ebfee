#include "intelligence/indicators/actions.hpp"
#include "intelligence/permissions.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

constexpr std::size_t longest_line = 200, longest_text = 4000;

bool is_decimals(std::string_view text) {
    return text.empty() || (text.size() == 1 && text[0] >= '0' && text[0] <= '6');
}

void check_length(std::vector<Problem>& problems, const char* field, const std::string& text,
                  std::size_t longest) {
    if (text.size() > longest)
        problems.push_back({field, fmt::format("Write at most {} characters.", longest)});
}

void check_break(std::vector<Problem>& problems, const DefineIndicator& said, PeriodKind year,
                 Day today) {
    if (said.break_from.empty() && said.break_reason.empty()) return;
    if (said.break_reason.empty())
        problems.push_back({"break_reason", "Say what is counted otherwise from then on."});
    check_length(problems, "break_reason", said.break_reason, longest_text);
    const auto from = read_period(said.break_from, year, today);
    if (!from) problems.push_back({"break_from", from.refusal().problems.front().words});
}

/// What it says of itself afterwards.
Definition defined(Definition is, const DefineIndicator& said) {
    is.title = one_line(said.title);
    is.theme = one_line(said.theme);
    is.counts = said.counts;
    is.unit = one_line(said.unit);
    is.decimals = said.decimals.empty() ? std::nullopt : std::optional(said.decimals[0] - '0');
    statistics::from_text(said.polarity, is.polarity);
    is.due = one_line(said.due);
    is.caveats = said.caveats;
    return is;
}

} // namespace

std::vector<Problem> problems_with(const DefineIndicator& said, PeriodKind year, Day today) {
    std::vector<Problem> problems;
    if (one_line(said.title).empty()) problems.push_back({"title", "Enter what it is called."});
    if (one_line(said.theme).empty())
        problems.push_back({"theme", "Enter the theme under which it stands."});
    check_length(problems, "title", said.title, longest_line);
    check_length(problems, "theme", said.theme, longest_line);
    check_length(problems, "counts", said.counts, longest_text);
    check_length(problems, "unit", said.unit, longest_line);
    check_length(problems, "due", said.due, longest_line);
    check_length(problems, "caveats", said.caveats, longest_text);
    if (!is_decimals(said.decimals))
        problems.push_back({"decimals", "Enter a number from 0 to 6, or nothing."});
    auto polarity = statistics::Polarity::no_judgement;
    if (!statistics::from_text(said.polarity, polarity))
        problems.push_back({"polarity", "Choose which way is better."});
    check_break(problems, said, year, today);
    return problems;
}

Result<Done> define(store::Db& db, const Scope& scope, const DefineIndicator& said) {
    if (!may_load(scope)) return not_found();
    auto indicator = find_indicator(db, scope, said.id);
    if (!indicator) return not_found();
    if (indicator->version != said.version)
        return conflict("Somebody changed this indicator while you were writing.");
    const auto year = indicator->definition.year;
    if (auto problems = problems_with(said, year, scope.today); !problems.empty())
        return invalid(std::move(problems));
    indicator->definition = defined(indicator->definition, said);
    if (!said.break_from.empty()) {
        const auto from = TRY(read_period(said.break_from, year, scope.today));
        put_break(db, indicator->number, {from.period.number(), said.break_reason});
    }
    return save_indicator(db, scope, *indicator);
}

} // namespace openmasa::intelligence
