#include "plan/editions/follows_file.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::editions {
namespace {

std::string_view code_of(const Edition& edition, const std::optional<plan::SectionId>& id) {
    if (!id) return "";
    const auto found = std::ranges::find(edition.sections, *id, &plan::Section::id);
    return found == edition.sections.end() ? std::string_view() : std::string_view(found->code);
}

std::optional<plan::SectionId> section_with(const Edition& edition, std::string_view code) {
    const auto found = std::ranges::find(edition.sections, lower(code),
                                         [](const auto& section) { return lower(section.code); });
    return found == edition.sections.end() ? std::nullopt : std::optional(found->id);
}

void append_cells(std::string& csv, const std::vector<std::string_view>& cells) {
    csv::append_line(csv, cells);
}

Refusal no_such(std::size_t row, std::string_view what, std::string_view name,
                const plan::Plan& plan) {
    return invalid("pairs", fmt::format("Line {}: there is no {} {} in \u201c{}\u201d.", row + 2,
                                        what, name, plan.title));
}

Result<Done> take_priority(SayFollows& said, const csv::Table& file, std::size_t row,
                           const Edition& before, const Edition& now) {
    const auto name = one_line(file.cell(row, "before"));
    const auto next = one_line(file.cell(row, "goes_on_as"));
    const auto id = section_with(before, name);
    if (!id) return no_such(row, "priority", name, before.plan);
    const auto other = section_with(now, next);
    if (!next.empty() && !other) return no_such(row, "priority", next, now.plan);
    const auto pair = std::ranges::find(said.priorities, *id, &FollowedPriority::before);
    pair->now = other;
    pair->because = Because::said;
    return Done{};
}

Result<Done> take_action(SayFollows& said, const csv::Table& file, std::size_t row,
                         const Edition& before) {
    const auto name = one_line(file.cell(row, "before"));
    std::vector<std::string> unknown;
    const auto found = actions_called(before, name, unknown);
    if (found.size() != 1) return no_such(row, "action", name, before.plan);
    const auto pair = std::ranges::find(said.actions, found.front()->id, &FollowedAction::before);
    pair->as = file.cell(row, "goes_on_as");
    pair->is_done = file.cell(row, "done") == "yes";
    pair->why = file.cell(row, "why");
    pair->because = Because::said;
    return Done{};
}

} // namespace

std::string to_csv(const SayFollows& said, const Edition& before, const Edition& now) {
    std::string csv;
    append_cells(csv, {"what", "before", "title", "goes_on_as", "done", "why", "found"});
    for (const auto& section : before.sections) {
        const auto* pair = find_pair(said, section.id);
        if (pair)
            append_cells(csv, {"priority", section.code, section.name, code_of(now, pair->now), "",
                               "", to_text(pair->because)});
    }
    for (const auto& action : before.actions) {
        const auto* pair = find_pair(said, action.id);
        if (pair)
            append_cells(csv, {"action", action.reference, action.title, pair->as,
                               pair->is_done ? "yes" : "", pair->why, to_text(pair->because)});
    }
    return csv;
}

Result<SayFollows> with_file(SayFollows proposed, const csv::Table& file, const Edition& before,
                             const Edition& now) {
    for (std::size_t row = 0; row < file.rows(); ++row) {
        const auto what = file.cell(row, "what");
        if (what == "priority")
            TRY(take_priority(proposed, file, row, before, now));
        else if (what == "action")
            TRY(take_action(proposed, file, row, before));
        else
            return invalid("pairs", fmt::format("Line {}: write \u201cpriority\u201d or "
                                                "\u201caction\u201d under \u201cwhat\u201d.",
                                                row + 2));
    }
    return proposed;
}

} // namespace openmasa::editions
