#include "plan/recommendations/diagram.hpp"
#include "kernel/text.hpp"

namespace openmasa::recommendations {
namespace {

template<class Enum, std::size_t Size>
std::string listed(const std::array<Enum, Size>& all, transitions::Set<Enum> some,
                   const terms::Words& words) {
    std::vector<std::string> parts;
    for (const auto one : all)
        if (some.has(one)) parts.push_back(words.say(spoken(one)));
    return join(parts, ", ");
}

std::string clocks_of(const Row& row, const terms::Words& words) {
    std::vector<std::string> parts;
    if (!row.starts.empty()) parts.push_back("starts: " + listed(all_clocks, row.starts, words));
    if (!row.stops.empty()) parts.push_back("stops: " + listed(all_clocks, row.stops, words));
    return join(parts, "; ");
}

std::string said_with(const Row& row, const terms::Words& words) {
    const auto asked = listed(all_asked, row.asks, words);
    return asked.empty() ? "the day" : "the day, " + asked;
}

} // namespace

transitions::Diagram diagram(const terms::Words& words, std::optional<State> now) {
    transitions::Diagram drawn{.title = "How a recommendation moves"};
    if (now) drawn.now = static_cast<std::size_t>(*now);
    for (const auto state : all_states)
        drawn.states.push_back({.words = std::string(spoken(state)),
                                .is_start = state == State::proposed,
                                .is_end = is_end(state)});
    for (const auto& row : moves())
        drawn.moves.push_back({.words = std::string(spoken(row.move)),
                               .from = static_cast<std::size_t>(row.from),
                               .to = static_cast<std::size_t>(row.to),
                               .who = transitions::who_may(row.who, words),
                               .complete = listed(all_needs, row.complete, words),
                               .said = said_with(row, words),
                               .clocks = clocks_of(row, words),
                               .told = listed(all_told, row.tells, words)});
    return drawn;
}

} // namespace openmasa::recommendations
