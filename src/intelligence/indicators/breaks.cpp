#include "intelligence/indicators/breaks.hpp"
#include "intelligence/indicators/actions.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

constexpr std::size_t longest_reason = 4000;

std::optional<AreaNumber> area_of(const BeginAnew& said) {
    return said.where == "here" && said.area ? std::optional(said.area->number) : std::nullopt;
}

std::vector<Problem> problems_with(const BeginAnew& said) {
    std::vector<Problem> problems;
    if (said.where != "everywhere" && (said.where != "here" || !said.area))
        problems.push_back({"where", "Say where the charts begin anew."});
    if (trimmed(said.reason).empty())
        problems.push_back({"reason", "Say what changed from then on."});
    if (said.reason.size() > longest_reason)
        problems.push_back({"reason", fmt::format("Write at most {} characters.", longest_reason)});
    return problems;
}

} // namespace

Result<Done> begin_anew(store::Db& db, const Scope& scope, const BeginAnew& said) {
    const auto indicator = TRY(find_to_change(db, scope, said.id, said.version));
    auto problems = problems_with(said);
    const auto from = read_period(said.from, indicator.definition.year, scope.today);
    if (!from)
        problems.insert(problems.begin(), {"from", trimmed(said.from).empty()
                                                       ? "Say from which period on."
                                                       : from.refusal().problems.front().words});
    if (!problems.empty()) return invalid(std::move(problems));
    const ChartBreak one{from->period.number(), std::string(trimmed(said.reason)), area_of(said)};
    for (const auto& known : breaks_of(db, indicator.number))
        if (known.same_place(one))
            return invalid("from", fmt::format("They begin anew at {} already: {}",
                                               spoken(from->period), known.reason));
    add_break(db, indicator.number, one);
    return save_indicator(db, scope, indicator);
}

Result<Done> take_away(store::Db& db, const Scope& scope, const TakeBreakAway& said) {
    const auto indicator = TRY(find_to_change(db, scope, said.id, said.version));
    const ChartBreak one{said.period, {}, said.area};
    const auto known = breaks_of(db, indicator.number);
    if (std::ranges::none_of(known, [&](const auto& other) { return other.same_place(one); }))
        return conflict("Somebody has taken this away already.");
    remove_break(db, indicator.number, one);
    return save_indicator(db, scope, indicator);
}

} // namespace openmasa::intelligence
