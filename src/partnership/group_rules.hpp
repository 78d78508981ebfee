#pragma once
// What is right of a group, its seats and its reporting lines; nothing but values in and out.
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include "partnership/group_store.hpp"
#include "partnership/office_rules.hpp"
#include <set>

namespace openmasa::partnership {

inline constexpr std::size_t longest_group_name = 200;
inline constexpr std::size_t longest_seat_name = 120;
inline constexpr std::size_t longest_group_words = 4000;
inline constexpr std::size_t longest_terms = 20000;

// --- on a day -----------------------------------------------------------------------------------

bool sits(const Member& member, Day on);
std::vector<const Tie*> ties_on(const std::vector<Tie>& ties, Day on);
/// The seats that are there on that day.
std::vector<const Seat*> seats_on(const Group& group, Day on);
/// Who fills the seat then; nothing: it is vacant. Of two in its office, who came last.
const Member* member_on(const Seat& seat, Day on);
std::vector<const Member*> deputies_on(const Seat& seat, Day on);
/// Who chairs on that day, as far as somebody does: whoever holds the office, or fills the seat.
std::string who_chairs(const Group& group, const Tie& chair, Day on);
/// When nobody filled it: from its own first day, or its first member's, on.
std::vector<Stretch> vacant_stretches(const Seat& seat, Day today);
/// The agency or office that holds the seat is not there any more.
bool holder_has_ended(const Seat& seat, Day on);
/// The terms of reference in force; nothing: none were adopted by then.
const Terms* terms_on(const Group& group, Day on);
bool review_is_overdue(const Terms& terms, Day today);

// --- reporting lines ----------------------------------------------------------------------------

/// A day on which a group would report, over others, to itself.
struct Circle {
    Day on{};
    /// From the group whose line is asked about, along the lines, to the one that reports to it.
    std::vector<OwnerId> groups;
};
/// Of a new line beside those that there are; on any day, also one to come.
std::optional<Circle> circle_with(const std::vector<Line>& lines, const Line& added);

// --- everything that is wrong; the fields are named as in the forms ------------------------------

std::vector<Problem> problems_with(const Group& group);
/// Of one of its seats beside the others: "name", "holder", "from", "to", "turn_ends".
std::vector<Problem> problems_with(const Group& group, const Seat& seat);
/// Of somebody in a seat beside the others: "who", "from", "to". One person fills a seat at once.
std::vector<Problem> problems_with(const Seat& seat, const Member& member);
/// Of a guest or an observer.
std::vector<Problem> problems_with_guest(const Group& group, const Member& guest);

// --- what becomes of it -------------------------------------------------------------------------

/// Exactly these owners from a day on (unset: always): those that are left out end the day before,
/// those that are new begin. `wanted` carries their new ids.
void retie(std::vector<Tie>& ties, const std::vector<Tie>& wanted, const std::optional<Day>& since);
/// Why nobody is given the seat for a stretch that is past: whoever filled it when that began, and
/// longer, would be gone for good.
std::optional<std::string> left_empty_by(const Seat& seat, const Member& next, Day today);
/// Whoever fills the seat when the next one begins ends the day before; deputies stay, but for one
/// who now fills it.
void hand_on(Seat& seat, Member next);
/// All who sit there end with it. Refused ("to"): somebody begins only after that day.
Result<Done> end_seat(Seat& seat, Day last);
/// Its seats, guests, chairs and reporting lines end with it. Refused as end_seat() is.
Result<Done> end_group(Group& group, Day last);
/// Their seats, their deputies' places and visits end on that day; what begins later never was. Not
/// for offices, which say it themselves. True where anything ended.
bool end_places_of(Group& group, const PersonId& person, Day last);

} // namespace openmasa::partnership
