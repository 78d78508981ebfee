#include "partnership/seats/actions.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/last_days.hpp"
#include "partnership/typed_days.hpp"
#include "partnership/typed_member.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::seats {
namespace {

using partnership::Member;
using partnership::Part;
using partnership::TypedDays;

Seat* seat_in(Group& group, const OwnerId& id) {
    const auto found = std::ranges::find(group.seats, id, &Seat::id);
    return found == group.seats.end() ? nullptr : &*found;
}

std::string who_sits(const Seat& seat, Day today) {
    const auto* member = partnership::member_on(seat, today);
    return member ? member->known_as : "nobody";
}

/// Whoever comes second is told what stands there now.
Refusal somebody_was_first(const Seat& seat, Day today) {
    return conflict(fmt::format("Somebody changed this seat while you were writing. Now it is "
                                "called {}, {} holds it and {} fills it. Look at what you typed, "
                                "then save it over that.",
                                seat.name, seat.holder_name, who_sits(seat, today)));
}

/// A group with a seat that this person may change, in the version that they read.
struct Found {
    Group group;
    Seat seat;
};
Result<Found> find_for(store::Db& db, const Scope& scope, const OwnerId& id, std::int64_t version) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto group = partnership::find_group_of_seat(db, scope, id, scope.today);
    if (!group) return not_found();
    auto seat = *seat_in(*group, id);
    if (seat.version != version) return somebody_was_first(seat, scope.today);
    return Found{std::move(*group), std::move(seat)};
}

/// Who holds it: an agency or an office.
Result<Done> set_holder(store::Db& db, Seat& seat, const std::string& name) {
    if (one_line(name).empty())
        return invalid("holder", "Say which [agency] or office holds the seat.");
    const auto owner = access::owner_called(db, one_line(name));
    const bool may_hold = owner && (owner->type == access::OwnerType::agency ||
                                    owner->type == access::OwnerType::office);
    if (!may_hold)
        return invalid("holder", fmt::format("No [agency] and no office is called \u201c{}\u201d.",
                                             one_line(name)));
    seat.holder = owner->id;
    seat.holder_name = owner->name;
    seat.of_office = owner->type == access::OwnerType::office;
    return Done{};
}

/// Nobody who has ended takes a seat; one that is held already may be put right.
void check_holder(store::Db& db, const Scope& scope, const Seat& seat, const Seat& before,
                  std::vector<Problem>& problems) {
    if (seat.holder == before.holder && seat.days == before.days) return;
    if (auto problem = partnership::problem_of_ended(db, scope, seat.holder, seat.holder_name,
                                                     "holder", seat.days.to))
        problems.push_back(std::move(*problem));
}

struct Kept {
    std::optional<Group> group{};
    Seat seat{};
    std::vector<Problem> problems{};
};

/// Its name as an owner is nobody else's.
void check_owner(store::Db& db, Kept& kept) {
    const auto owner = access::owner_called(db, partnership::name_of_seat(*kept.group, kept.seat));
    if (!owner || owner->id == kept.seat.id) return;
    const bool is_free_seat = owner->type == access::OwnerType::seat && kept.seat.id == OwnerId{} &&
                              !seat_in(*kept.group, owner->id);
    if (is_free_seat)
        kept.seat.id = owner->id; // roles were given within it before it was kept here
    else
        kept.problems.push_back({"name", "Something else is called so already."});
}

void add_to(std::vector<Problem>& problems, std::vector<Problem> more) {
    for (auto& problem : more)
        if (std::ranges::count(problems, problem.field, &Problem::field) == 0)
            problems.push_back(std::move(problem));
}

std::string no_such_group(store::Db& db, const std::string& name) {
    const auto owner = access::owner_called(db, name);
    return owner && owner->type == access::OwnerType::group
               ? fmt::format("{} only stands in a plan. Say on its page what it is first.", name)
               : fmt::format("No group is called \u201c{}\u201d.", name);
}

Kept kept_of(store::Db& db, const Scope& scope, const KeepSeat& command, const Fill& fill) {
    Kept kept;
    kept.group = command.id ? partnership::find_group_of_seat(db, scope, *command.id, scope.today)
                            : group_called(db, scope, command.group);
    if (!kept.group) {
        kept.problems.push_back({"group", no_such_group(db, one_line(command.group))});
        return kept;
    }
    if (auto* seat = command.id ? seat_in(*kept.group, *command.id) : nullptr) kept.seat = *seat;
    const auto before = kept.seat;
    kept.seat.name = one_line(command.name);
    kept.seat.days = command.days;
    kept.seat.turn_ends = command.turn_ends;
    if (kept.seat.name.empty()) kept.problems.push_back({"name", "Say what the seat is called."});
    if (const auto set = set_holder(db, kept.seat, command.holder); !set)
        kept.problems.push_back(set.refusal().problems.front());
    else
        check_holder(db, scope, kept.seat, before, kept.problems);
    check_owner(db, kept);
    add_to(kept.problems, partnership::problems_with(*kept.group, kept.seat));
    if (fill && kept.problems.empty()) {
        auto filled = fill(kept.seat);
        if (filled)
            kept.seat = std::move(*filled);
        else
            kept.problems = filled.refusal().problems;
    }
    return kept;
}

Result<Done> save(store::Db& db, const Scope& scope, Group group, const Seat& seat,
                  std::string_view verb) {
    if (auto* there = seat_in(group, seat.id))
        *there = seat;
    else
        group.seats.push_back(seat);
    return partnership::save_group(db, scope, group, verb);
}

} // namespace

std::optional<Group> group_called(store::Db& db, const Scope& scope, std::string_view name) {
    const auto owner = access::owner_called(db, one_line(name));
    return owner ? partnership::find_group(db, scope, owner->id, scope.today) : std::nullopt;
}

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const KeepSeat& seat,
                                   const Fill& fill) {
    return kept_of(db, scope, seat, fill).problems;
}

Result<OwnerId> keep(store::Db& db, const Scope& scope, const KeepSeat& command, const Fill& fill) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto kept = kept_of(db, scope, command, fill);
    if (command.id && !kept.group) return not_found();
    const Seat before = command.id ? *seat_in(*kept.group, *command.id) : Seat{};
    if (command.id && before.version != command.version)
        return somebody_was_first(before, scope.today);
    if (!kept.problems.empty()) return invalid(std::move(kept.problems));
    if (kept.seat.id == OwnerId{}) kept.seat.id = scope.new_id<OwnerId>();
    const auto id = kept.seat.id;
    const auto verb = command.id ? "group.seat_changed" : "group.seat_added";
    if (!command.id || !(before == kept.seat))
        TRY(save(db, scope, std::move(*kept.group), kept.seat, verb));
    return id;
}

Result<Seat> begun(store::Db& db, const Scope& scope, Seat seat, const Begin& command) {
    const auto next = TRY(partnership::read_member(
        db, scope, {command.part, command.who, command.from, command.to, command.note}));
    if (next.part == Part::member) {
        if (auto left = partnership::left_empty_by(seat, next, scope.today))
            return invalid("to", std::move(*left));
        partnership::hand_on(seat, next);
    } else
        seat.people.push_back(next);
    if (auto problems = partnership::problems_with(seat, next); !problems.empty())
        return invalid(std::move(problems));
    return seat;
}

Result<Done> begin(store::Db& db, const Scope& scope, const Begin& command) {
    auto found = TRY(find_for(db, scope, command.seat, command.version));
    const auto seat = TRY(begun(db, scope, std::move(found.seat), command));
    return save(db, scope, std::move(found.group), seat,
                command.part == Part::member ? "group.seat_handed_on" : "group.deputy_named");
}

Result<Done> promote(store::Db& db, const Scope& scope, const Promote& command) {
    auto found = TRY(find_for(db, scope, command.seat, command.version));
    auto& people = found.seat.people;
    const auto deputy = std::ranges::find(people, command.deputy, &Member::id);
    if (deputy == people.end() || deputy->part != Part::deputy) return not_found();
    TypedDays days;
    const auto from = days.read("from", command.from, true);
    if (!from) return invalid(std::move(days.problems));
    if (!partnership::sits(*deputy, *from))
        return invalid(
            "from", fmt::format("{} is not a deputy of this seat on that day.", deputy->known_as));
    Member next = *deputy;
    next.id = scope.new_id<MemberId>();
    next.part = Part::member;
    next.from = *from;
    next.to.reset();
    next.note = trimmed(command.note);
    if (deputy->from == *from) people.erase(deputy); // they never stood in
    partnership::hand_on(found.seat, next);
    if (auto problems = partnership::problems_with(found.seat, next); !problems.empty()) {
        for (auto& problem : problems) problem.field = "from";
        return invalid(std::move(problems));
    }
    return save(db, scope, std::move(found.group), found.seat, "group.deputy_took_over");
}

Result<Done> put_right(store::Db& db, const Scope& scope, const PutRight& command) {
    auto found = TRY(find_for(db, scope, command.seat, command.version));
    auto& people = found.seat.people;
    const auto member = std::ranges::find(people, command.member, &Member::id);
    if (member == people.end() || member->by_office) return not_found();
    if (command.never_was) {
        people.erase(member);
        return save(db, scope, std::move(found.group), found.seat, "group.person_removed");
    }
    TRY(partnership::put_stay_right(*member, {command.from, command.to, command.note}));
    if (auto problems = partnership::problems_with(found.seat, *member); !problems.empty())
        return invalid(std::move(problems));
    std::ranges::stable_sort(people, {}, &Member::from);
    return save(db, scope, std::move(found.group), found.seat, "group.person_put_right");
}

Result<Done> end(store::Db& db, const Scope& scope, const EndSeat& command,
                 const OpenDuties& duties) {
    auto found = TRY(find_for(db, scope, command.seat, command.version));
    TypedDays days;
    const auto last = days.read("to", command.to, true);
    if (!last) return invalid(std::move(days.problems));
    if (duties.restricted) return invalid("to", std::string(restricted_duties_words));
    if (!duties.none())
        return invalid("to", fmt::format("The seat still answers for something: {}. Pass it on, "
                                         "or end it, first.",
                                         duties.shown.front().what));
    TRY(partnership::end_seat(found.seat, *last));
    if (auto problems = partnership::problems_with(found.group, found.seat); !problems.empty())
        return invalid(std::move(problems));
    return save(db, scope, std::move(found.group), found.seat, "group.seat_ended");
}

Result<Seat> with_deputies(store::Db& db, const Scope& scope, Seat seat,
                           const std::vector<std::string>& names, Day from) {
    const auto is_named = [&](const Member& member) {
        return std::ranges::any_of(
            names, [&](const std::string& name) { return lower(name) == lower(member.known_as); });
    };
    const auto stands_in = [&](const Member& member) {
        return member.part == Part::deputy && partnership::sits(member, from);
    };
    std::vector<std::string> there;
    for (const auto& member : seat.people)
        if (stands_in(member)) there.push_back(lower(member.known_as));
    std::erase_if(seat.people, [&](const Member& member) {
        return stands_in(member) && !is_named(member) && member.from == from;
    });
    for (auto& member : seat.people)
        if (stands_in(member) && !is_named(member)) member.to = from - std::chrono::days{1};
    for (const auto& name : names) {
        if (std::ranges::count(there, lower(name)) > 0) continue;
        const Begin begin{.seat = seat.id,
                          .part = Part::deputy,
                          .who = name,
                          .from = iso(from),
                          .to = seat.days.to ? iso(*seat.days.to) : "",
                          .note = {}};
        seat = TRY(begun(db, scope, std::move(seat), begin));
    }
    return seat;
}

} // namespace openmasa::seats
