#include "partnership/quorum_rules.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

bool asks_for_something(const Quorum& quorum) {
    return quorum.least > 0 || quorum.share_in > 0 || !quorum.agencies.empty();
}

/// A share is of the seats that there are, rounded up.
int seats_needed(const Quorum& quorum, int seats) {
    const int share =
        quorum.share_in ? (seats * quorum.share_of + quorum.share_in - 1) / quorum.share_in : 0;
    return std::max(quorum.least, share);
}

/// "half of the seats", "two thirds of the seats", "3 of every 5 seats".
std::string share_in_words(const Quorum& quorum) {
    const auto is = [&](int of, int in) { return quorum.share_of * in == quorum.share_in * of; };
    if (is(1, 1)) return "all seats";
    if (is(1, 2)) return "half of the seats";
    if (is(1, 3)) return "a third of the seats";
    if (is(2, 3)) return "two thirds of the seats";
    if (is(1, 4)) return "a quarter of the seats";
    if (is(3, 4)) return "three quarters of the seats";
    return fmt::format("{} of every {} seats", quorum.share_of, quorum.share_in);
}

/// "a, b and c".
std::string listed(const std::vector<std::string>& parts) {
    std::string all;
    for (std::size_t at = 0; at < parts.size(); ++at)
        all += (at == 0 ? "" : at + 1 == parts.size() ? " and " : ", ") + parts[at];
    return all;
}

bool is_of(const Seat& seat, const Quorum::Agency& agency) {
    return seat.agency == agency.id;
}

} // namespace

const Quorum* quorum_on(const Group& group, Day on) {
    const Quorum* found = nullptr;
    for (const auto& quorum : group.quorums)
        if (quorum.from <= on && (!found || quorum.from > found->from)) found = &quorum;
    return found;
}

std::string in_words(const Quorum& quorum) {
    std::vector<std::string> parts;
    if (quorum.least) parts.push_back("at least " + counted(quorum.least, "seat"));
    if (quorum.share_in) parts.push_back(share_in_words(quorum));
    std::vector<std::string> names;
    for (const auto& agency : quorum.agencies) names.push_back(agency.name);
    auto words = parts.empty() ? std::string() : listed(parts) + " must be there";
    if (!names.empty())
        words += fmt::format("{}{}{}", words.empty() ? "" : ", among them ", listed(names),
                             words.empty() ? " must be there" : "");
    if (!words.empty()) words[0] = upper(words.substr(0, 1))[0];
    return words + ".";
}

Quorate quorate(const Quorum& quorum, const std::vector<const Seat*>& seats,
                const std::set<OwnerId>& present) {
    int there = 0;
    for (const auto* seat : seats) there += present.contains(seat->id);
    Quorate answer;
    const int needed = seats_needed(quorum, static_cast<int>(seats.size()));
    if (there < needed) answer.missing.push_back(counted(needed - there, "more seat"));
    for (const auto& agency : quorum.agencies)
        if (std::ranges::none_of(seats, [&](const Seat* seat) {
                return is_of(*seat, agency) && present.contains(seat->id);
            }))
            answer.missing.push_back(agency.name);
    return answer;
}

Quorate reachable(const Quorum& quorum, const Group& group, Day on) {
    const auto seats = seats_on(group, on);
    std::set<OwnerId> filled;
    for (const auto* seat : seats)
        if (member_on(*seat, on) || !deputies_on(*seat, on).empty()) filled.insert(seat->id);
    return quorate(quorum, seats, filled);
}

std::vector<Problem> problems_with(const Group& group, const Quorum& quorum) {
    std::vector<Problem> problems;
    const auto seats = seats_on(group, quorum.from);
    const int count = static_cast<int>(seats.size());
    if (!asks_for_something(quorum))
        problems.push_back({"least", "Say how many seats, which share of them, or which [agencies] "
                                     "must be there."});
    if (quorum.least > count)
        problems.push_back(
            {"least", fmt::format("Nobody can reach this: the group has {} on that day.",
                                  count ? counted(count, "seat") : std::string("no seat"))});
    if (quorum.share_of > quorum.share_in)
        problems.push_back({"share", "A share is at most all of the seats, as 2 of 3."});
    for (const auto& agency : quorum.agencies)
        if (std::ranges::none_of(seats, [&](const Seat* seat) { return is_of(*seat, agency); }))
            problems.push_back({"agencies", fmt::format("Nobody can reach this: {} has no seat in "
                                                        "the group on that day.",
                                                        agency.name)});
    for (const auto& other : group.quorums)
        if (other.id != quorum.id && other.from == quorum.from)
            problems.push_back({"from", "Another rule begins on that day already."});
    return problems;
}

} // namespace openmasa::partnership
