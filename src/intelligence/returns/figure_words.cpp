#include "intelligence/returns/figure_words.hpp"
#include "intelligence/returns/rules.hpp"
#include "kernel/text.hpp"
#include "web/ui/tag.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// The looks of tags are those of actions that stand likewise.
std::string_view look_of(ReturnState state) {
    switch (state) {
    case ReturnState::late: return "late";
    case ReturnState::due_soon: return "at-risk";
    case ReturnState::not_due: return "not-started";
    case ReturnState::in_time:
    case ReturnState::returned_late: break;
    }
    return "done";
}

std::string due_in(long long days) {
    if (days == 0) return "Due today";
    return days == 1 ? "Due tomorrow" : fmt::format("Due in {} days", days);
}

} // namespace

std::string said(const FigureText& text, const Definition& is) {
    const auto figure = read_figure(text.value);
    if (figure && figure->symbol) return std::string(spoken(*figure->symbol));
    auto words = shown(text.value, is.decimals);
    if (is.measure == Measure::percentage) words += "%";
    if (text.numerator && text.denominator)
        words += fmt::format(", {} of {}", shown(*text.numerator), shown(*text.denominator));
    return words;
}

Html said_with_note(const ReturnedFigure& figure, const Definition& is) {
    return html(
        "{}{}", said(figure.text, is),
        when(!figure.note.empty(), html(R"(<span class="om-plan__meta">{}</span>)", figure.note)));
}

std::string state_words(const OwedFigure& owed, Day today) {
    const int late = days_late(owed, today);
    switch (state_of(owed, today)) {
    case ReturnState::late: return counted(late, "day") + " late";
    case ReturnState::due_soon: return due_in((owed.due - today).count());
    case ReturnState::returned_late: return fmt::format("Returned {} late", counted(late, "day"));
    case ReturnState::in_time: return "Returned";
    case ReturnState::not_due: break;
    }
    return std::string(spoken(ReturnState::not_due));
}

Html state_tag(const OwedFigure& owed, Day today) {
    return ui::tag({.text = state_words(owed, today),
                    .classes = fmt::format("om-tag om-tag--{}", look_of(state_of(owed, today)))});
}

} // namespace openmasa::intelligence
