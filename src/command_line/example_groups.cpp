#include "command_line/example_groups.hpp"
#include "core/access/store.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/terms_actions.hpp"
#include "partnership/seats/actions.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

using partnership::Group;
using partnership::Part;
using partnership::Seat;

/// One row: what becomes of one group, or of one of its seats.
struct Step {
    store::Db& db;
    const Scope& scope;
    const csv::Table& table;
    std::size_t row;
    Group group;

    std::string operator[](std::string_view column) const {
        return std::string(table.cell(row, column));
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto part : split(table.cell(row, "who"), ';'))
            if (!trimmed(part).empty()) all.emplace_back(trimmed(part));
        return all;
    }
    const Seat* seat() const {
        const auto found = std::ranges::find(group.seats, (*this)["seat"], &Seat::name);
        return found == group.seats.end() ? nullptr : &*found;
    }
};

groups::KeepGroup as_it_is(const Group& group) {
    return {.id = group.id,
            .version = group.version,
            .name = group.name,
            .kind = group.kind,
            .purpose = group.purpose,
            .contact = group.contact,
            .days = group.days};
}

Result<Done> tie(const Step& step) {
    auto command = as_it_is(step.group);
    const groups::KeepGroup::Ties ties{step.names(), day_from_iso(step["from"])};
    (step["what"] == "chair" ? command.chairs : command.reports_to) = ties;
    TRY(groups::keep(step.db, step.scope, command));
    return Done{};
}

Result<Done> set_quorum(const Step& step) {
    groups::SetQuorum command{.group = step.group.id,
                              .version = step.group.version,
                              .from = step["from"],
                              .least = step["least"],
                              .share = step["share"]};
    for (const auto& name : step.names())
        if (const auto agency = access::find_owner(step.db, name))
            command.agencies.push_back(agency->id);
    return groups::set_quorum(step.db, step.scope, command);
}

Result<Done> write_terms(const Step& step) {
    TRY(groups::write_terms(step.db, step.scope,
                            {.group = step.group.id,
                             .version = step.group.version,
                             .words = step["words"],
                             .signs = {}}));
    if (step["what"] == "draft") return Done{};
    const auto now = partnership::read_group(step.db, step.group.id, step.scope.today).value();
    return groups::adopt_terms(step.db, step.scope,
                               {.group = now.id,
                                .terms = now.terms.back().id,
                                .version = now.version,
                                .on = step["from"],
                                .by = step["who"],
                                .minute = step["note"]});
}

Result<Done> invite(const Step& step, Part part) {
    return groups::invite(step.db, step.scope,
                          {.group = step.group.id,
                           .version = step.group.version,
                           .part = part,
                           .who = step["who"],
                           .from = step["from"],
                           .to = step["to"],
                           .note = step["note"]});
}

Result<Done> begin(const Step& step, const Seat& seat, Part part) {
    return seats::begin(step.db, step.scope,
                        {.seat = seat.id,
                         .version = seat.version,
                         .part = part,
                         .who = step["who"],
                         .from = step["from"],
                         .to = step["to"],
                         .note = step["note"]});
}

/// The deputy of that name takes over, or whoever is called so leaves.
Result<Done> change_person(const Step& step, const Seat& seat) {
    const auto who = std::ranges::find(seat.people, step["who"], &partnership::Member::known_as);
    if (who == seat.people.end())
        return invalid("who", fmt::format("nobody in the seat is called {}", step["who"]));
    if (step["what"] == "promote")
        return seats::promote(step.db, step.scope,
                              {.seat = seat.id,
                               .deputy = who->id,
                               .version = seat.version,
                               .from = step["from"],
                               .note = step["note"]});
    return seats::put_right(step.db, step.scope,
                            {.seat = seat.id,
                             .member = who->id,
                             .version = seat.version,
                             .from = iso(who->from),
                             .to = step["to"],
                             .note = step["note"]});
}

Result<Done> change_seat(const Step& step) {
    const auto* seat = step.seat();
    if (!seat) return invalid("seat", fmt::format("no seat is called {}", step["seat"]));
    if (step["what"] == "member") return begin(step, *seat, Part::member);
    if (step["what"] == "deputy") return begin(step, *seat, Part::deputy);
    return change_person(step, *seat);
}

Result<Done> take(const Step& step) {
    const auto what = step["what"];
    if (what == "chair" || what == "reports_to") return tie(step);
    if (what == "quorum") return set_quorum(step);
    if (what == "terms" || what == "draft") return write_terms(step);
    if (what == "guest") return invite(step, Part::guest);
    if (what == "observer") return invite(step, Part::observer);
    if (what == "end")
        return groups::end(
            step.db, step.scope,
            {.group = step.group.id, .version = step.group.version, .to = step["to"]}, {});
    return change_seat(step);
}

Result<Done> take_row(store::Db& db, const Scope& scope, const csv::Table& table, std::size_t row) {
    auto group = seats::group_called(db, scope, table.cell(row, "group"));
    const auto done = group ? take({db, scope, table, row, std::move(*group)})
                            : Result<Done>(invalid("group", "no group is called so"));
    if (done) return Done{};
    const auto& problems = done.refusal().problems;
    return invalid("", fmt::format("group-changes.csv, row {}: {}", row + 2,
                                   problems.empty() ? "not found" : problems.front().words));
}

} // namespace

Result<Done> change_groups(store::Db& db, const Scope& scope, const std::string& changes_csv) {
    const auto table = TRY(csv::Table::read(changes_csv));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t row = 0; row < table.rows(); ++row) TRY(take_row(db, scope, table, row));
        return Done{};
    });
}

} // namespace openmasa::command_line
