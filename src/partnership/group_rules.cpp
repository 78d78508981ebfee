#include "partnership/group_rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::partnership {
namespace {

using std::chrono::days;

const Day long_ago = day(1, 1, 1), far_ahead = day(9999, 12, 31);

Day first_of(const Days& days) {
    return days.from.value_or(long_ago);
}
Day last_of(const std::optional<Day>& to) {
    return to.value_or(far_ahead);
}
std::optional<Day> until(Day last) {
    return last == far_ahead ? std::nullopt : std::optional(last);
}

bool at_once(const Member& one, const Member& other) {
    return one.from <= last_of(other.to) && other.from <= last_of(one.to);
}

std::string when(const Member& member) {
    return member.to ? fmt::format("from {} to {}", spoken(member.from), spoken(*member.to))
                     : fmt::format("from {}", spoken(member.from));
}

/// From when on somebody is expected in it.
std::optional<Day> begin_of(const Seat& seat, const std::vector<Member>& members) {
    if (seat.days.from) return seat.days.from;
    if (members.empty()) return std::nullopt;
    return std::ranges::min_element(members, {}, &Member::from)->from;
}

std::vector<Member> only_members(const Seat& seat) {
    std::vector<Member> members;
    for (const auto& member : seat.people)
        if (member.part == Part::member) members.push_back(member);
    return members;
}

/// Who it is reported to on that day.
using Graph = std::map<OwnerId, std::vector<OwnerId>>;
Graph graph_on(const std::vector<Line>& lines, Day on) {
    Graph graph;
    for (const auto& line : lines)
        if (covers(line.days, on)) graph[line.from_group].push_back(line.to_group);
    return graph;
}

/// Along the lines from one to the other, both within; empty: there is no way.
std::vector<OwnerId> way(const Graph& graph, const OwnerId& from, const OwnerId& to) {
    std::map<OwnerId, OwnerId> came_from{{from, from}};
    std::vector<OwnerId> open{from};
    for (std::size_t at = 0; at < open.size() && !came_from.contains(to); ++at) {
        const auto found = graph.find(open[at]);
        if (found == graph.end()) continue;
        for (const auto& next : found->second)
            if (came_from.emplace(next, open[at]).second) open.push_back(next);
    }
    std::vector<OwnerId> steps;
    if (!came_from.contains(to)) return steps;
    for (auto at = to; at != from; at = came_from.at(at)) steps.push_back(at);
    steps.push_back(from);
    std::ranges::reverse(steps);
    return steps;
}

/// Refused where something of it begins only after its end.
Result<Done> cut(std::vector<Member>& people, Day last) {
    for (const auto& member : people)
        if (!member.by_office && member.from > last)
            return invalid("to", fmt::format("{} sits there {}. Put that right first.",
                                             member.known_as, when(member)));
    for (auto& member : people)
        if (last_of(member.to) > last) member.to = last;
    std::erase_if(people,
                  [](const Member& member) { return member.to && *member.to < member.from; });
    return Done{};
}

void cut(std::vector<Tie>& ties, Day last) {
    std::erase_if(ties, [&](const Tie& tie) { return first_of(tie.days) > last; });
    for (auto& tie : ties)
        if (last_of(tie.days.to) > last) tie.days.to = last;
}

bool end_those_of(std::vector<Member>& people, const PersonId& person, Day last) {
    const auto theirs = [&](const Member& member) {
        return member.person == person && !member.by_office && last_of(member.to) > last;
    };
    const bool any = std::ranges::any_of(people, theirs);
    std::erase_if(people,
                  [&](const Member& member) { return theirs(member) && member.from > last; });
    for (auto& member : people)
        if (theirs(member)) member.to = last;
    return any;
}

void check_days(const Days& days, std::vector<Problem>& problems) {
    if (days.from && days.to && *days.to < *days.from)
        problems.push_back({"to", "The last day comes before the first."});
}

/// That days stand within those of what they belong to: "The group", "The seat".
void check_within(const Days& days, const Days& whole, std::string_view of,
                  std::vector<Problem>& problems) {
    if (days.from && whole.from && *days.from < *whole.from)
        problems.push_back({"from", fmt::format("{} began on {}.", of, spoken(*whole.from))});
    if (days.from && whole.to && *days.from > *whole.to)
        problems.push_back({"from", fmt::format("{} ended on {}.", of, spoken(*whole.to))});
    else if (whole.to && last_of(days.to) > *whole.to)
        problems.push_back({"to", fmt::format("{} ends on {}.", of, spoken(*whole.to))});
}

} // namespace

bool sits(const Member& member, Day on) {
    return member.from <= on && on <= last_of(member.to);
}

std::vector<const Tie*> ties_on(const std::vector<Tie>& ties, Day on) {
    std::vector<const Tie*> found;
    for (const auto& tie : ties)
        if (covers(tie.days, on)) found.push_back(&tie);
    return found;
}

std::vector<const Seat*> seats_on(const Group& group, Day on) {
    std::vector<const Seat*> found;
    for (const auto& seat : group.seats)
        if (covers(seat.days, on)) found.push_back(&seat);
    return found;
}

const Member* member_on(const Seat& seat, Day on) {
    const Member* found = nullptr;
    for (const auto& member : seat.people)
        if (member.part == Part::member && sits(member, on) &&
            (!found || member.from > found->from))
            found = &member;
    return found;
}

std::vector<const Member*> deputies_on(const Seat& seat, Day on) {
    std::vector<const Member*> found;
    for (const auto& member : seat.people)
        if (member.part == Part::deputy && sits(member, on)) found.push_back(&member);
    return found;
}

std::string who_chairs(const Group& group, const Tie& chair, Day on) {
    const auto seat = std::ranges::find(group.seats, chair.owner, &Seat::id);
    if (seat == group.seats.end()) return chair.who;
    const auto* member = member_on(*seat, on);
    return member ? member->known_as : std::string();
}

std::vector<Stretch> vacant_stretches(const Seat& seat, Day today) {
    std::vector<Stretch> found;
    auto members = only_members(seat);
    std::ranges::sort(members, {}, &Member::from);
    Day next = begin_of(seat, members).value_or(today);
    const auto end = last_of(seat.days.to);
    for (const auto& member : members) {
        if (member.from > next && next <= end)
            found.push_back({next, std::min(member.from - days{1}, end)});
        if (!member.to) return found;
        next = std::max(next, *member.to + days{1});
    }
    if (next <= end) found.push_back({next, until(end)});
    return found;
}

bool holder_has_ended(const Seat& seat, Day on) {
    return seat.holder_ends && *seat.holder_ends < on && covers(seat.days, on);
}

const Terms* terms_on(const Group& group, Day on) {
    const Terms* found = nullptr;
    for (const auto& terms : group.terms)
        if (terms.adopted_on && *terms.adopted_on <= on &&
            (!found || *terms.adopted_on >= *found->adopted_on))
            found = &terms;
    return found;
}

bool review_is_overdue(const Terms& terms, Day today) {
    return terms.review_on && *terms.review_on < today;
}

std::optional<Circle> circle_with(const std::vector<Line>& lines, const Line& added) {
    std::set<Day> starts{first_of(added.days)};
    for (const auto& line : lines)
        if (const auto from = first_of(line.days); covers(added.days, from)) starts.insert(from);
    for (const auto on : starts)
        if (auto steps = way(graph_on(lines, on), added.to_group, added.from_group); !steps.empty())
            return Circle{on, std::move(steps)};
    return std::nullopt;
}

std::vector<Problem> problems_with(const Group& group) {
    std::vector<Problem> problems;
    if (trimmed(group.name).empty()) problems.push_back({"name", "Say what it is called."});
    check_days(group.days, problems);
    const auto last = last_of(group.days.to);
    for (const auto& seat : group.seats)
        if (last_of(seat.days.to) > last)
            problems.push_back({"to", fmt::format("The seat {} is there longer. End the group on "
                                                  "its page, and its seats end with it.",
                                                  seat.name)});
    return problems;
}

std::vector<Problem> problems_with(const Group& group, const Seat& seat) {
    std::vector<Problem> problems;
    if (seat.holder == OwnerId{})
        problems.push_back({"holder", "Say which [agency] or office holds the seat."});
    const auto same_name = [&](const Seat& other) {
        return other.id != seat.id && lower(other.name) == lower(seat.name);
    };
    if (std::ranges::any_of(group.seats, same_name))
        problems.push_back({"name", "The group has a seat of this name already."});
    check_days(seat.days, problems);
    check_within(seat.days, group.days, "The group", problems);
    if (seat.turn_ends && seat.days.from && *seat.turn_ends < *seat.days.from)
        problems.push_back({"turn_ends", "Its turn ends before the seat begins."});
    for (const auto& member : seat.people)
        if (!member.by_office && last_of(member.to) > last_of(seat.days.to))
            problems.push_back({"to", fmt::format("{} sits there {}. End the seat on its page, and "
                                                  "they end with it.",
                                                  member.known_as, when(member))});
    return problems;
}

std::vector<Problem> problems_with(const Seat& seat, const Member& member) {
    std::vector<Problem> problems;
    check_days({member.from, member.to}, problems);
    check_within({member.from, member.to}, seat.days, "The seat", problems);
    const bool fills = member.part == Part::member;
    if (fills && seat.of_office)
        problems.push_back({"who", fmt::format("Whoever holds the office {} sits there. Hand the "
                                               "office over instead.",
                                               seat.holder_name)});
    for (const auto& other : seat.people) {
        if (other.id == member.id || !at_once(member, other)) continue;
        if (fills && !seat.of_office && other.part == Part::member)
            problems.push_back({"from", fmt::format("{} sits there {}. One person fills a seat at "
                                                    "once.",
                                                    other.known_as, when(other))});
        else if (other.person == member.person)
            problems.push_back({"who", fmt::format("They are in this seat {} already, as its {}.",
                                                   when(other), lower(spoken(other.part)))});
    }
    return problems;
}

std::vector<Problem> problems_with_guest(const Group& group, const Member& guest) {
    std::vector<Problem> problems;
    check_days({guest.from, guest.to}, problems);
    check_within({guest.from, guest.to}, group.days, "The group", problems);
    for (const auto& other : group.guests)
        if (other.id != guest.id && other.person == guest.person && at_once(guest, other))
            problems.push_back({"who", fmt::format("They come {} already.", when(other))});
    return problems;
}

void retie(std::vector<Tie>& ties, const std::vector<Tie>& wanted,
           const std::optional<Day>& since) {
    const auto begin = since.value_or(long_ago);
    const auto is_of = [](const OwnerId& owner) {
        return [owner](const Tie& tie) { return tie.owner == owner; };
    };
    const auto goes = [&](const Tie& tie) {
        return last_of(tie.days.to) >= begin && std::ranges::none_of(wanted, is_of(tie.owner));
    };
    std::erase_if(ties, [&](const Tie& tie) { return goes(tie) && first_of(tie.days) >= begin; });
    for (auto& tie : ties)
        if (goes(tie)) tie.days.to = begin - days{1};
    for (auto next : wanted) {
        const bool is_there = std::ranges::any_of(ties, [&](const Tie& tie) {
            return tie.owner == next.owner && covers(tie.days, begin) && !tie.days.to;
        });
        if (is_there) continue;
        std::erase_if(ties, [&](const Tie& tie) {
            return tie.owner == next.owner && last_of(tie.days.to) >= begin;
        });
        next.days = {since, std::nullopt};
        ties.push_back(std::move(next));
    }
}

std::optional<std::string> left_empty_by(const Seat& seat, const Member& next, Day today) {
    if (!next.to || *next.to >= today) return std::nullopt;
    for (const auto& member : seat.people) {
        const bool fills = member.part == Part::member && !member.by_office;
        if (fills && member.from < next.from && last_of(member.to) > *next.to)
            return fmt::format("{} fills it from {}, also after that day. Put that right first.",
                               member.known_as, spoken(member.from));
    }
    return std::nullopt;
}

void hand_on(Seat& seat, Member next) {
    const auto last = next.from - days{1};
    for (auto& other : seat.people) {
        const bool ends = other.part == Part::member || other.person == next.person;
        if (ends && !other.by_office && other.from <= last && last_of(other.to) > last)
            other.to = last;
    }
    seat.people.push_back(std::move(next));
    std::ranges::stable_sort(seat.people, {}, &Member::from);
}

Result<Done> end_seat(Seat& seat, Day last) {
    if (seat.days.from && last < *seat.days.from)
        return invalid("to", fmt::format("The seat {} begins only on {}.", seat.name,
                                         spoken(*seat.days.from)));
    TRY(cut(seat.people, last));
    seat.days.to = last;
    return Done{};
}

Result<Done> end_group(Group& group, Day last) {
    if (group.days.from && last < *group.days.from)
        return invalid("to", "The last day comes before the first.");
    for (auto& seat : group.seats)
        if (last_of(seat.days.to) > last) TRY(end_seat(seat, last));
    TRY(cut(group.guests, last));
    cut(group.chairs, last);
    cut(group.reports_to, last);
    group.days.to = last;
    return Done{};
}

bool end_places_of(Group& group, const PersonId& person, Day last) {
    bool any = end_those_of(group.guests, person, last);
    for (auto& seat : group.seats) any = end_those_of(seat.people, person, last) || any;
    return any;
}

} // namespace openmasa::partnership
