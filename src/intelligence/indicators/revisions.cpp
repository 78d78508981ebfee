#include "intelligence/indicators/revisions.hpp"
#include "kernel/period.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// What of a figure may have changed.
struct State {
    std::string_view value;
    std::int64_t standing = 0;
    const std::optional<std::string>*numerator, *denominator;
};

std::string words_of(const State& state, bool with_counts) {
    auto words = shown(state.value);
    if (state.standing == std::int64_t(FigureStanding::provisional)) words += " (provisional)";
    if (state.standing == std::int64_t(FigureStanding::revised)) words += " (revised)";
    if (with_counts && *state.numerator && *state.denominator)
        words += fmt::format(", {} of {}", shown(**state.numerator), shown(**state.denominator));
    return words;
}

State state_of(const SupersededFigure& one) {
    return {one.value, one.standing, &one.numerator, &one.denominator};
}

} // namespace

std::vector<FigureChange> changes_of(std::span<const SeriesFigure> figures,
                                     std::span<const SupersededFigure> superseded) {
    std::vector<FigureChange> changes;
    for (std::size_t at = 0; at < superseded.size(); ++at) {
        const auto& one = superseded[at];
        const auto was = state_of(one);
        // What came after it: the next that was superseded, or what holds now.
        State now = was;
        const bool again = at + 1 < superseded.size() && superseded[at + 1].period == one.period;
        const auto holds = std::ranges::find(figures, one.period, &SeriesFigure::period);
        if (again)
            now = state_of(superseded[at + 1]);
        else if (holds != figures.end())
            now = {holds->text.value, holds->text.standing, &holds->text.numerator,
                   &holds->text.denominator};
        const bool with_counts = was.value == now.value && was.standing == now.standing;
        changes.push_back({.period = one.period,
                           .was = words_of(was, with_counts),
                           .now = words_of(now, with_counts),
                           .at = one.superseded_at,
                           .load = one.by_load,
                           .file = one.by_file});
    }
    std::ranges::reverse(changes); // of one moment, too, the later change first
    std::ranges::stable_sort(changes, [](const FigureChange& one, const FigureChange& other) {
        return std::pair(one.at, one.period) > std::pair(other.at, other.period);
    });
    return changes;
}

} // namespace openmasa::intelligence
