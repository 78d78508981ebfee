#include "partnership/office_rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

using std::chrono::days;

const Day far_ahead = day(9999, 12, 31);

/// Working Together to Safeguard Children 2023 was published on 15 December 2023.
const std::vector<StatutoryOffice>& statutory_offices() {
    static const auto since = day(2023, 12, 15);
    static const std::vector<StatutoryOffice> all = {
        {OfficeKind::lead_partner, since, "Working Together 2023, chapter 2", false},
        {OfficeKind::delegated_partner, since, "Working Together 2023, chapter 2", false},
        {OfficeKind::partnership_chair, since, "Working Together 2023, chapter 2", true},
        {OfficeKind::scrutineer, since, "Children Act 2004 s16G; Working Together 2023, chapter 2",
         true},
    };
    return all;
}

Day last_of(const std::optional<Day>& to) {
    return to.value_or(far_ahead);
}
std::optional<Day> until(Day last) {
    return last == far_ahead ? std::nullopt : std::optional(last);
}

/// The days that both have; nothing where they have none.
std::optional<Stretch> common(const Holder& one, const Holder& other) {
    const auto first = std::max(one.from, other.from);
    const auto last = std::min(last_of(one.to), last_of(other.to));
    return first <= last ? std::optional(Stretch{first, until(last)}) : std::nullopt;
}

/// From when on somebody is expected in it.
std::optional<Day> begin_of(const Office& office) {
    if (office.from) return office.from;
    if (office.holders.empty()) return std::nullopt;
    return std::ranges::min_element(office.holders, {}, &Holder::from)->from;
}

std::string when(const Holder& holder) {
    return holder.to ? fmt::format("from {} to {}", spoken(holder.from), spoken(*holder.to))
                     : fmt::format("from {}", spoken(holder.from));
}

} // namespace

const StatutoryOffice* statutory(OfficeKind kind, Day on) {
    const auto& all = statutory_offices();
    const auto found = std::ranges::find(all, kind, &StatutoryOffice::kind);
    return found != all.end() && found->since <= on ? &*found : nullptr;
}

bool exists(const Office& office, Day on) {
    return office.from.value_or(on) <= on && on <= office.to.value_or(on);
}

bool holds(const Holder& holder, Day on) {
    return holder.from <= on && on <= last_of(holder.to);
}

std::vector<const Holder*> holders_on(const Office& office, Day on) {
    std::vector<const Holder*> found;
    for (const auto& holder : office.holders)
        if (holds(holder, on)) found.push_back(&holder);
    std::ranges::stable_sort(found, [](const Holder* one, const Holder* other) {
        return std::pair(!one->acting, one->from) < std::pair(!other->acting, other->from);
    });
    return found;
}

std::vector<Stretch> empty_stretches(const Office& office, Day today) {
    std::vector<Stretch> found;
    const auto begin = begin_of(office).value_or(today);
    const auto end = last_of(office.to);
    auto holders = office.holders;
    std::ranges::sort(holders, {}, &Holder::from);
    Day next = begin;
    for (const auto& holder : holders) {
        if (holder.from > next && next <= end)
            found.push_back({next, std::min(holder.from - days{1}, end)});
        if (!holder.to) return found;
        next = std::max(next, *holder.to + days{1});
    }
    if (next <= end) found.push_back({next, until(end)});
    return found;
}

std::vector<Shared> shared_stretches(const Office& office) {
    std::vector<Shared> found;
    const auto& all = office.holders;
    for (auto one = all.begin(); one != all.end(); ++one)
        for (auto other = one + 1; other != all.end(); ++other)
            if (const auto both = common(*one, *other)) found.push_back({&*one, &*other, *both});
    return found;
}

std::vector<Problem> problems_with(const Office& office) {
    std::vector<Problem> problems;
    if (trimmed(office.name).empty()) problems.push_back({"name", "Say what it is called."});
    if (office.from && office.to && *office.to < *office.from)
        problems.push_back({"to", "Its last day comes before its first."});
    const bool needs_agency =
        office.kind == OfficeKind::lead_partner || office.kind == OfficeKind::delegated_partner;
    if (needs_agency && !office.agency)
        problems.push_back({"agency", "Say which statutory partner it is an office of."});
    for (const auto& holder : office.holders)
        if (office.from && holder.from < *office.from)
            problems.push_back({"from", fmt::format("{} holds it {}. Put that right first.",
                                                    holder.known_as, when(holder))});
    for (const auto& holder : office.holders)
        if (office.to && last_of(holder.to) > *office.to)
            problems.push_back({"to", fmt::format("{} holds it {}. Say when that ends first.",
                                                  holder.known_as, when(holder))});
    return problems;
}

std::vector<Problem> problems_with(const Office& office, const Holder& holder) {
    std::vector<Problem> problems;
    if (holder.to && *holder.to < holder.from)
        problems.push_back({"to", "The last day comes before the first."});
    if (!exists(office, holder.from))
        problems.push_back({"from", "The office was not there on that day."});
    if (office.to && last_of(holder.to) > *office.to)
        problems.push_back({"to", fmt::format("The office ends on {}.", spoken(*office.to))});
    for (const auto& other : office.holders) {
        const bool may_be_two = holder.acting != other.acting;
        if (other.id == holder.id || may_be_two || !common(holder, other)) continue;
        problems.push_back(
            {"from", fmt::format("{} {} it {}. Two hold an office at once only "
                                 "where one of them acts for the other.",
                                 other.known_as, other.acting ? "acts in" : "holds", when(other))});
    }
    return problems;
}

std::optional<std::string> left_empty_by(const Office& office, const Holder& next, Day today) {
    if (next.acting || !next.to || *next.to >= today) return std::nullopt;
    for (const auto& holder : office.holders)
        if (!holder.acting && holder.from < next.from && last_of(holder.to) > *next.to)
            return fmt::format("{} holds it {}, also after that day. Put that right first.",
                               holder.known_as, when(holder));
    return std::nullopt;
}

void hand_over(Office& office, Holder next) {
    const auto last = next.from - days{1};
    for (auto& holder : office.holders) {
        const bool ends = holder.acting || !next.acting;
        if (ends && holder.from <= last && last_of(holder.to) > last) holder.to = last;
    }
    office.holders.push_back(std::move(next));
    std::ranges::stable_sort(office.holders, {}, &Holder::from);
}

} // namespace openmasa::partnership
