#include "kernel/text.hpp"
#include "plan/recommendations/rules.hpp"
#include "plan/recommendations/views.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tag.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

/// The way that leads to the end that is wanted.
constexpr State way[] = {State::proposed,         State::accepted,      State::in_progress,
                         State::actions_complete, State::impact_tested, State::embedded};

struct PathStep {
    State state;
    /// When it came there last; unset for what is still to come.
    std::optional<Day> on;
    bool is_now = false;
};

/// From where its first step started, or from when it was proposed.
Day first_day(const Whole& whole) {
    if (whole.moves.empty()) return whole.it.since;
    const auto& sources = whole.sources;
    const auto dated = sources.empty() ? std::nullopt : sources.front().dated;
    return std::min(dated.value_or(whole.moves.front().on), whole.moves.front().on);
}

std::optional<Day> came_on(const Whole& whole, State state) {
    if (state == State::proposed) return first_day(whole);
    std::optional<Day> on;
    for (const auto& move : whole.moves)
        if (move.to == state) on = move.on;
    return on;
}

/// The way as far as it has come; of one that left it, the steps it took and where it ended.
std::vector<PathStep> steps_of(const Whole& whole) {
    const auto now = whole.it.state;
    const auto here = std::ranges::find(way, now);
    std::vector<PathStep> steps;
    for (const auto* at = std::begin(way); at != std::end(way); ++at) {
        const bool is_ahead = here != std::end(way) && at > here;
        const auto on = is_ahead ? std::nullopt : came_on(whole, *at);
        if (here == std::end(way) && !on) continue;
        steps.push_back({*at, on, at == here});
    }
    if (here == std::end(way)) steps.push_back({now, whole.it.since, true});
    return steps;
}

Html step_view(const PathStep& step) {
    const std::string_view how = step.is_now ? " om-path__step--now"
                                 : step.on   ? " om-path__step--past"
                                             : "";
    return html(R"(<li class="om-path__step{}"{}><b>{}</b>{}</li>
)",
                how, when(step.is_now, html(R"( aria-current="step")")), spoken(step.state),
                step.on ? html(" <small>{}{}</small>", step.is_now ? "since " : "",
                               openmasa::spoken(*step.on))
                        : Html());
}

} // namespace

Html path_view(const RecommendationPage& page) {
    Html steps;
    for (const auto& step : steps_of(page.whole)) steps += step_view(step);
    return html(
        R"(<h2 class="govuk-visually-hidden" id="path">How far it has come</h2>
<ol class="om-path" aria-labelledby="path">
{}</ol>
)",
        steps);
}

std::string spoken_move(std::string_view move) {
    Move known{};
    if (from_text(move, known)) return std::string(spoken(known));
    return move == brought_in ? "Brought in as it stood" : std::string(move);
}

Html state_tag(State state) {
    const std::string_view look = state == State::embedded           ? "om-tag--embedded"
                                  : state == State::impact_tested    ? "om-tag--thread"
                                  : state == State::actions_complete ? "om-tag--unproven"
                                  : is_end(state)                    ? "om-tag--stopped"
                                  : state == State::proposed         ? "om-tag--not-started"
                                                                     : "om-tag--on-track";
    return ui::tag({.text = spoken(state), .classes = "om-tag " + std::string(look)});
}

Html moves_section(const RecommendationPage& page) {
    ui::Table table{
        .caption = "What was decided, the newest first",
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "Day"}, {.text = "What"}, {.text = "Who decided"}, {.text = "Why"}},
        .first_cell_is_header = true,
        .classes = "om-stack"};
    const auto& moves = page.whole.moves;
    for (auto at = moves.rbegin(); at != moves.rend(); ++at)
        table.rows.push_back(
            {{.text = escaped(openmasa::spoken(at->on))},
             {.text = html("{}<br><span class=\"om-quiet\">{} to {}</span>", spoken_move(at->move),
                           spoken(at->from), lower(spoken(at->to)))},
             {.text = escaped(at->by)},
             {.text = escaped_lines(at->comment)}});
    if (table.rows.empty()) return {};
    return pages::section("decided", "What was decided", ui::table(table));
}

} // namespace openmasa::recommendations
