#include "plan/owed/changes.hpp"
#include "kernel/target_date.hpp"
#include "kernel/working_days.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

using plan::Status;

constexpr std::string_view words[] = {"new",       "done",         "stopped",  "status",
                                      "date",      "owner",        "words",    "place",
                                      "withdrawn", "brought_back", "evidence", "progress"};
static_assert(std::size(words) == all_moves.size());

Move move_to(Status status) {
    if (status == Status::done) return Move::done;
    return status == Status::stopped ? Move::stopped : Move::status;
}

void add_what_differs(std::vector<Move>& moves, const ChangedAction& action) {
    const auto &now = action.now, &before = *action.before;
    if (now.status != before.status) moves.push_back(move_to(now.status));
    if (now.date_words != before.date_words) moves.push_back(Move::date);
    if (now.owner != before.owner) moves.push_back(Move::owner);
    if (now.title != before.title || action.other_words) moves.push_back(Move::words);
    if (now.section != before.section) moves.push_back(Move::place);
    if (!now.withdrawn && before.withdrawn) moves.push_back(Move::brought_back);
}

/// "The chair is Chief Constable; it was nobody."
std::string told(std::string_view what, std::string_view now, std::string_view before) {
    const auto said = [](std::string_view name) { return name.empty() ? "nobody" : name; };
    return fmt::format("The {} is {}; it was {}.", what, said(now), said(before));
}

std::optional<Day> day_from(std::string_view text) {
    if (const auto exact = day_from_iso(text)) return exact;
    const auto understood = understand_date(text);
    return understood.kind == TargetDate::Kind::day ? understood.latest : std::nullopt;
}

} // namespace

std::string_view to_text(Move move) {
    return words[static_cast<std::size_t>(move)];
}

std::optional<Move> move_called(std::string_view text) {
    const auto found = std::ranges::find(all_moves, text, [](Move move) { return to_text(move); });
    return found == all_moves.end() ? std::nullopt : std::optional(*found);
}

std::vector<Move> moves_of(const ChangedAction& action) {
    std::vector<Move> moves;
    if (!action.before)
        moves.push_back(Move::added);
    else
        add_what_differs(moves, action);
    if (action.now.withdrawn && (!action.before || !action.before->withdrawn))
        moves.push_back(Move::withdrawn);
    if (!action.evidence.empty()) moves.push_back(Move::evidence);
    if (action.progress > 0) moves.push_back(Move::progress);
    std::ranges::sort(moves);
    return moves;
}

std::vector<std::string> sentences_of(const ChangedSection& section) {
    if (!section.was_there) return {"It is new."};
    std::vector<std::string> said;
    if (section.name != section.name_before)
        said.push_back(fmt::format("It was called “{}”.", section.name_before));
    if (section.owner != section.owner_before)
        said.push_back(told("owner", section.owner_name, section.owner_name_before));
    if (section.chair != section.chair_before)
        said.push_back(told("chair", section.chair, section.chair_before));
    if (section.other_difference)
        said.emplace_back("“The difference we will see” has other words.");
    return said;
}

MoveCounts counts_of(const std::vector<ChangedAction>& actions) {
    MoveCounts counts{};
    for (const auto& action : actions)
        for (auto move : moves_of(action)) ++counts[static_cast<std::size_t>(move)];
    return counts;
}

void keep_moved(std::vector<ChangedAction>& actions, const std::optional<Move>& move) {
    std::erase_if(actions, [&](const ChangedAction& action) {
        const auto moves = moves_of(action);
        return moves.empty() || (move && std::ranges::count(moves, *move) == 0);
    });
}

Day usual_since(Day today) {
    const auto month = months_after(today, -1);
    const std::chrono::year_month_day date{month};
    return std::chrono::sys_days{date.year() / date.month() / 1};
}

Since since_asked(std::string_view text, Day today) {
    if (text.empty()) return {.day = usual_since(today)};
    const auto day = day_from(text);
    if (!day)
        return {usual_since(today), fmt::format("“{}” is not a day. Try 1 September 2026.", text)};
    if (*day > today)
        return {usual_since(today), fmt::format("{} has not been yet.", spoken_long(*day))};
    return {.day = *day};
}

} // namespace openmasa::owed
