#pragma once
// The board: columns of cards by the status that people set.
#include "plan/plan.hpp"
#include <string>
#include <vector>

namespace openmasa::year {

/// As many cards of a column are shown; a link leads to the rest.
inline constexpr int most_cards = 12;

struct StatusCount {
    plan::Status status{};
    int actions = 0;
};

struct Card {
    plan::ActionId id;
    plan::Status status{};
    std::optional<OwnerId> owner_id;
    /// Empty: no owner.
    std::string owner;
    std::string reference, title, stopped_why, date_words, date_kind;
    std::optional<Day> deadline, next_step;
    int evidence = 0;
};

} // namespace openmasa::year
