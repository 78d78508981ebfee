#pragma once
// What makes a quorum, and whether there is one: pure, for groups and for their meetings.
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include <set>

namespace openmasa::partnership {

/// The rule in force on that day; nothing: none was said yet.
const Quorum* quorum_on(const Group& group, Day on);
/// "At least 4 seats, half of the seats (1 of 2), and Norfolk Constabulary are needed."
std::string in_words(const Quorum& quorum);

/// Yes or no, and what is missing: "2 more seats", "Norfolk Constabulary".
struct Quorate {
    std::vector<std::string> missing;
    bool is_quorate() const { return missing.empty(); }
};
/// `seats` are those that are there on the day, `present` those of them with somebody in the room:
/// a deputy counts as the seat's holder does; guests and observers have no seat.
Quorate quorate(const Quorum& quorum, const std::vector<const Seat*>& seats,
                const std::set<OwnerId>& present);
/// What is missing even when every seat that somebody fills today is in the room.
Quorate reachable(const Quorum& quorum, const Group& group, Day on);

/// Fields "from", "least", "share", "agencies": among them that nobody could reach it, were every
/// seat of that day filled.
std::vector<Problem> problems_with(const Group& group, const Quorum& quorum);

} // namespace openmasa::partnership
