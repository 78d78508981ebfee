#include "partnership/groups/actions.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/terms_actions.hpp"
#include "partnership/groups/terms_rules.hpp"
#include "partnership/last_days.hpp"
#include "partnership/quorum_rules.hpp"
#include "partnership/typed_days.hpp"
#include "partnership/typed_member.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using access::OwnerType;
using partnership::Line;
using partnership::Member;
using partnership::Quorum;
using partnership::Tie;
using partnership::TieId;
using partnership::TypedDays;

/// A group as it would be, and what is wrong with that.
struct Kept {
    Group group{};
    bool is_there = false;
    std::vector<Problem> problems{};
};

void check_name(store::Db& db, Kept& kept) {
    const auto owner = access::owner_called(db, kept.group.name);
    if (!owner || owner->id == kept.group.id) return;
    if (owner->type == OwnerType::group && kept.group.id == OwnerId{} &&
        !partnership::is_group(db, owner->id))
        kept.group.id = owner->id; // it stood in a plan before it was kept here
    else
        kept.problems.push_back(
            {"name", owner->type == OwnerType::group    ? "There is a group of this name already."
                     : owner->type == OwnerType::agency ? "This is the name of [an agency] already."
                     : owner->type == OwnerType::office ? "This is the name of an office already."
                                                        : "This is the name of a seat already."});
}

/// Groups by name; of one that nobody knows yet the name alone.
std::vector<Tie> groups_called(store::Db& db, const Scope& scope, Kept& kept,
                               const std::vector<std::string>& names) {
    std::vector<Tie> ties;
    for (const auto& name : names) {
        const auto owner = access::owner_called(db, name);
        if (owner && owner->type != OwnerType::group)
            kept.problems.push_back({"reports_to", fmt::format("{} is not a group.", owner->name)});
        else
            ties.push_back({.id = scope.new_id<TieId>(),
                            .owner = owner ? owner->id : OwnerId{},
                            .name = owner ? owner->name : name});
    }
    return ties;
}

/// A seat of the group itself, or else an office.
std::optional<OwnerId> chair_called(store::Db& db, const Group& group, const std::string& name) {
    for (const auto& seat : group.seats)
        if (lower(seat.name) == lower(name)) return seat.id;
    const auto owner = access::owner_called(db, name);
    return owner && owner->type == OwnerType::office ? std::optional(owner->id) : std::nullopt;
}

std::vector<Tie> chairs_called(store::Db& db, const Scope& scope, Kept& kept,
                               const std::vector<std::string>& names) {
    std::vector<Tie> ties;
    for (const auto& name : names) {
        if (const auto owner = chair_called(db, kept.group, name))
            ties.push_back({.id = scope.new_id<TieId>(), .owner = *owner, .name = name});
        else
            kept.problems.push_back(
                {"chair", fmt::format("An office or a seat of this group chairs it; \u201c{}\u201d "
                                      "is neither.",
                                      name)});
    }
    return ties;
}

std::string name_of(store::Db& db, const OwnerId& id) {
    for (auto& owner : access::list_owners(db, access::OwnerType::group))
        if (owner.id == id) return std::move(owner.name);
    return {};
}

/// "On 1 Apr 2026 it would report to itself: A reports to B, which reports to A."
std::string circle_words(store::Db& db, const Group& group, const partnership::Circle& circle) {
    auto words = circle.on.time_since_epoch().count() < -500'000
                     ? std::string("It would report to itself: ")
                     : fmt::format("On {} it would report to itself: ", spoken(circle.on));
    words += group.name;
    for (std::size_t at = 0; at < circle.groups.size(); ++at) {
        const auto& id = circle.groups[at];
        words += fmt::format("{} reports to {}", at ? ", which" : "",
                             id == group.id ? group.name : name_of(db, id));
    }
    return words + ".";
}

void check_circles(store::Db& db, Kept& kept) {
    auto others = partnership::all_reporting_lines(db);
    std::erase_if(others, [&](const Line& line) { return line.from_group == kept.group.id; });
    for (const auto& tie : kept.group.reports_to) {
        if (kept.group.id == OwnerId{} || tie.owner == OwnerId{}) continue;
        const auto circle = partnership::circle_with(others, {kept.group.id, tie.owner, tie.days});
        if (!circle) continue;
        kept.problems.push_back({"reports_to", circle_words(db, kept.group, *circle)});
        return;
    }
}

/// No new line leads to a group that has ended.
void check_ended(store::Db& db, const Scope& scope, Kept& kept, const std::vector<Tie>& known) {
    for (const auto& tie : kept.group.reports_to) {
        if (std::ranges::count(known, tie.id, &Tie::id) > 0) continue;
        if (auto problem = partnership::problem_of_ended(db, scope, tie.owner, tie.name,
                                                         "reports_to", tie.days.to))
            kept.problems.push_back(std::move(*problem));
    }
}

void set_ties(store::Db& db, const Scope& scope, const KeepGroup& command, Kept& kept) {
    if (command.reports_to) {
        const auto known = kept.group.reports_to;
        partnership::retie(kept.group.reports_to,
                           groups_called(db, scope, kept, command.reports_to->names),
                           command.reports_to->since);
        check_circles(db, kept);
        check_ended(db, scope, kept, known);
    }
    if (command.chairs)
        partnership::retie(kept.group.chairs, chairs_called(db, scope, kept, command.chairs->names),
                           command.chairs->since);
}

Kept kept_of(store::Db& db, const Scope& scope, const KeepGroup& command) {
    Kept kept;
    if (command.id) {
        auto there = partnership::find_group(db, scope, *command.id, scope.today);
        kept.is_there = there.has_value();
        kept.group = there ? std::move(*there) : Group{.id = *command.id};
    }
    kept.group.name = one_line(command.name);
    kept.group.kind = command.kind;
    kept.group.purpose = trimmed(command.purpose);
    kept.group.contact = trimmed(command.contact);
    kept.group.days = command.days;
    check_name(db, kept);
    set_ties(db, scope, command, kept);
    for (auto& problem : partnership::problems_with(kept.group))
        kept.problems.push_back(std::move(problem));
    return kept;
}

/// Those that nobody knew are owners from now on.
void make_unknown_groups(store::Db& db, const Scope& scope, Group& group) {
    for (auto& tie : group.reports_to)
        if (tie.owner == OwnerId{})
            tie.owner = access::owner_named(db, scope, tie.name, OwnerType::group);
}

Result<OwnerId> add(store::Db& db, const Scope& scope, Kept kept) {
    auto& group = kept.group;
    make_unknown_groups(db, scope, group);
    if (group.id == OwnerId{})
        group.id = access::owner_named(db, scope, group.name, OwnerType::group);
    partnership::add_group(db, scope, group);
    return group.id;
}

std::optional<int> number_in(const std::string& words) {
    const auto line = trimmed(words);
    int number = 0;
    if (line.empty()) return number;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
    const bool is_whole = read.ec == std::errc() && read.ptr == line.data() + line.size();
    return is_whole && number >= 0 && number <= 1000 ? std::optional(number) : std::nullopt;
}

/// "2 of 3".
bool read_share(const std::string& words, Quorum& quorum) {
    const auto line = one_line(words);
    const auto between = line.find(" of ");
    if (line.empty()) return true;
    if (between == std::string::npos) return false;
    const auto share_of = number_in(line.substr(0, between)),
               share_in = number_in(line.substr(between + 4));
    if (!share_of || !share_in || *share_of == 0 || *share_in == 0) return false;
    quorum.share_of = *share_of;
    quorum.share_in = *share_in;
    return true;
}

/// Each once, by name; nothing when one of them is no agency.
std::optional<std::vector<Quorum::Agency>> agencies_called(store::Db& db,
                                                           const std::vector<OwnerId>& ids) {
    std::vector<Quorum::Agency> all;
    std::size_t found = 0;
    for (auto& owner : access::list_owners(db, access::OwnerType::agency))
        if (const auto times = std::ranges::count(ids, owner.id); times > 0) {
            found += std::size_t(times);
            all.push_back({owner.id, std::move(owner.name)});
        }
    return found == ids.size() ? std::optional(std::move(all)) : std::nullopt;
}

Result<Quorum> quorum_of(store::Db& db, const Scope& scope, const SetQuorum& command) {
    TypedDays days;
    Quorum quorum{.id = scope.new_id<partnership::QuorumId>()};
    const auto from = days.read("from", command.from, true);
    const auto least = number_in(command.least);
    if (!least) days.problems.push_back({"least", "Enter a whole number of seats, as 4."});
    if (!read_share(command.share, quorum))
        days.problems.push_back({"share", "Enter the share as 2 of 3, or leave it empty."});
    if (!days.problems.empty()) return invalid(std::move(days.problems));
    quorum.from = *from;
    quorum.least = *least;
    auto agencies = agencies_called(db, command.agencies);
    if (!agencies)
        return invalid("agencies", "Choose among the [agencies] that hold a seat in this group.");
    quorum.agencies = std::move(*agencies);
    return quorum;
}

/// Of the group, in words for whoever would end it.
std::vector<Hindrance> reporting_groups(const Group& group, const std::optional<Day>& last) {
    std::vector<Hindrance> all;
    for (const auto& tie : group.reported_by)
        if (!tie.days.to || !last || *tie.days.to > *last)
            all.push_back(
                {fmt::format("{} reports to it", tie.name), "/groups/" + tie.owner.str()});
    return all;
}

} // namespace

Result<Group> find_for(store::Db& db, const Scope& scope, const OwnerId& id, std::int64_t version) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto group = partnership::find_group(db, scope, id, scope.today);
    if (!group) return not_found();
    if (group->version != version)
        return conflict("Somebody changed this group while you were writing. What it is now stands "
                        "on its page; look at what you typed, then save it over that.");
    return std::move(*group);
}

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const KeepGroup& group) {
    return kept_of(db, scope, group).problems;
}

Result<OwnerId> keep(store::Db& db, const Scope& scope, const KeepGroup& command) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto kept = kept_of(db, scope, command);
    if (kept.is_there) TRY(find_for(db, scope, *command.id, command.version));
    if (!kept.problems.empty()) return invalid(std::move(kept.problems));
    if (!kept.is_there) return add(db, scope, std::move(kept));
    make_unknown_groups(db, scope, kept.group);
    TRY(partnership::save_group(db, scope, kept.group, "group.changed"));
    return kept.group.id;
}

Result<Done> set_quorum(store::Db& db, const Scope& scope, const SetQuorum& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    auto quorum = TRY(quorum_of(db, scope, command));
    const auto same_day = std::ranges::find(group.quorums, quorum.from, &Quorum::from);
    if (same_day != group.quorums.end()) quorum.id = same_day->id;
    if (auto problems = partnership::problems_with(group, quorum); !problems.empty())
        return invalid(std::move(problems));
    if (same_day != group.quorums.end())
        *same_day = quorum;
    else
        group.quorums.push_back(quorum);
    return partnership::save_group(db, scope, group, "group.quorum_set");
}

Result<Done> invite(store::Db& db, const Scope& scope, const Invite& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    auto guest = TRY(partnership::read_member(
        db, scope, {command.part, command.who, command.from, command.to, command.note}));
    if (auto problems = partnership::problems_with_guest(group, guest); !problems.empty())
        return invalid(std::move(problems));
    group.guests.push_back(std::move(guest));
    return partnership::save_group(db, scope, group, "group.guest_invited");
}

Result<Done> put_right(store::Db& db, const Scope& scope, const PutGuestRight& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    const auto guest = std::ranges::find(group.guests, command.guest, &Member::id);
    if (guest == group.guests.end()) return not_found();
    if (command.never_was) {
        group.guests.erase(guest);
        return partnership::save_group(db, scope, group, "group.person_removed");
    }
    TRY(partnership::put_stay_right(*guest, {command.from, command.to, command.note}));
    if (auto problems = partnership::problems_with_guest(group, *guest); !problems.empty())
        return invalid(std::move(problems));
    return partnership::save_group(db, scope, group, "group.person_put_right");
}

std::vector<Hindrance> hindrances(const Group& group, const OpenDuties& duties,
                                  const std::optional<Day>& last) {
    auto all = reporting_groups(group, last);
    if (const auto* waits = waiting_in(group))
        all.push_back(
            {fmt::format("Version {} of its terms of reference waits to be signed", waits->number),
             fmt::format("/groups/{}/terms/{}", group.id.view(), waits->id.view())});
    for (const auto& duty : duties.shown)
        all.push_back({fmt::format("{}: it {}", duty.what, duty.how), duty.href});
    if (duties.restricted) all.push_back({std::string(restricted_duties_words), ""});
    return all;
}

Result<Done> end(store::Db& db, const Scope& scope, const EndGroup& command,
                 const OpenDuties& duties) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    TypedDays days;
    const auto last = days.read("to", command.to, true);
    if (!last) return invalid(std::move(days.problems));
    const auto open = hindrances(group, duties, last);
    if (!open.empty())
        return invalid("to",
                       fmt::format("It cannot end yet: {}. They are listed above; pass them "
                                   "on, or end them, first.",
                                   counted(static_cast<long long>(open.size()),
                                           "thing still hangs on it", "things still hang on it")));
    TRY(partnership::end_group(group, *last));
    TRY(stop_review_clock(db, scope, group, std::min(*last, scope.today), "The group ended."));
    return partnership::save_group(db, scope, group, "group.ended");
}

} // namespace openmasa::groups
