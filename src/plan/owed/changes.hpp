#pragma once
// What has moved in a plan since a day: how each action was known on the eve of that day, held
// against how it is now (or was on the day that is looked back at).
#include "plan/plan.hpp"
#include "web/listing/paging.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::owed {

enum class Move {
    added,
    done,
    stopped,
    status,
    date,
    owner,
    words,
    place,
    withdrawn,
    brought_back,
    evidence,
    progress
};
inline constexpr std::array all_moves = {
    Move::added, Move::done,  Move::stopped,   Move::status,       Move::date,     Move::owner,
    Move::words, Move::place, Move::withdrawn, Move::brought_back, Move::evidence, Move::progress};
/// "date", for addresses.
std::string_view to_text(Move move);
std::optional<Move> move_called(std::string_view text);

/// Of an action, what can move.
struct Side {
    std::string title;
    plan::Status status{};
    std::optional<OwnerId> owner;
    std::string owner_name, date_words;
    plan::SectionId section{};
    bool withdrawn = false;
};

/// An action of which something was recorded since the day.
struct ChangedAction {
    plan::ActionId id;
    std::string reference;
    Side now;
    std::string stopped_why, withdrawn_why;
    /// When the newest version was recorded, and from which day it was so.
    Moment at{};
    Day true_from{};
    /// Nothing where it was not there yet.
    std::optional<Side> before{};
    bool other_words = false;
    // What was recorded about it since, the newest first.
    std::vector<std::string> evidence{};
    int progress = 0;
    /// Of the newest progress that says something; who said it, and what they are called today.
    std::string progress_words{};
    std::optional<PersonId> progress_person{};
    std::string progress_by{};
};

/// A priority of which something else is said.
struct ChangedSection {
    plan::SectionId id;
    std::string name, chair;
    std::optional<OwnerId> owner;
    std::string owner_name;
    bool was_there = false;
    std::string name_before, chair_before;
    std::optional<OwnerId> owner_before;
    std::string owner_name_before;
    bool other_difference = false;
};

/// In the order of the enum; nothing for what changed otherwise (its themes, its position).
std::vector<Move> moves_of(const ChangedAction& action);
/// What is said of a priority itself, a sentence each.
std::vector<std::string> sentences_of(const ChangedSection& section);

/// How many actions moved how.
using MoveCounts = std::array<int, all_moves.size()>;
inline int count_of(const MoveCounts& counts, Move move) {
    return counts[static_cast<std::size_t>(move)];
}
MoveCounts counts_of(const std::vector<ChangedAction>& actions);
/// Leaves those that moved at all, and in that way where one is asked for.
void keep_moved(std::vector<ChangedAction>& actions, const std::optional<Move>& move);

/// The day from which changes are shown unless somebody asks: the first of the last month.
Day usual_since(Day today);
/// What an address asks for: a day in any way that a target date may be written.
struct Since {
    Day day{};
    /// Why the words are no such day; it is then the usual one.
    std::string problem{};
};
Since since_asked(std::string_view words, Day today);

} // namespace openmasa::owed
