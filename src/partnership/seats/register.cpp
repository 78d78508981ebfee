#include "partnership/seats/register.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/seats/actions.hpp"
#include "partnership/seats/register_source.hpp"
#include <algorithm>

namespace openmasa::seats {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Nobody fills it", "vacant=yes"},
};

constexpr Column columns[] = {
    {.key = "group",
     .label = "Group",
     .holds = Holds::reference,
     .use = Use::key,
     .fixed = true,
     .longest = partnership::longest_group_name,
     .shown = true,
     .filters = true},
    {.key = "name",
     .label = "Seat",
     .use = Use::key,
     .hint = "Unlike the group's other seats: \"Education, primary\".",
     .longest = partnership::longest_seat_name,
     .shown = true,
     .names_row = true},
    {.key = "holder",
     .label = "Held by",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "The [agency] or the office whose seat it is.",
     .shown = true,
     .filters = true},
    {.key = "member",
     .label = "Filled by",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "Who sits there, by name; another name than today's hands it on. Leave it empty for "
             "an office's seat: whoever holds the office sits there.",
     .shown = true},
    {.key = "since",
     .label = "Since",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The first day of whoever fills it.",
     .shown = true},
    {.key = "deputies",
     .label = "Deputies",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "Who stands in, by name, with \"; \" between; another name than today's begins today.",
     .longest = 1000,
     .shown = true},
    {.key = "vacant", .label = "Vacant today", .holds = Holds::yes_no, .filters = true},
    {.key = "turn_ends",
     .label = "Turn ends",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "Of a seat that goes round: the last day of this turn."},
    {.key = "from",
     .label = "From",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The seat's own first day; empty: as long as the group."},
    {.key = "to",
     .label = "To",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The seat's own last day; empty: it is still there."},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::vector<std::string> names_of(store::Db& db, std::initializer_list<access::OwnerType> types) {
    std::vector<std::string> found;
    for (const auto type : types)
        for (auto& owner : access::list_owners(db, type)) found.push_back(std::move(owner.name));
    return found;
}

std::vector<std::string> names(store::Db& db, const Scope& scope, std::string_view key) {
    using access::OwnerType;
    if (key == "member" || key == "deputies") return accounts::names_of_people(db, scope.today);
    if (key == "group") return names_of(db, {OwnerType::group});
    return names_of(db, {OwnerType::agency, OwnerType::office});
}

KeepSeat seat_of(const Proposed& row) {
    return {.id = OwnerId::parse(row.id),
            .version = row.version,
            .group = row["group"],
            .name = row["name"],
            .holder = row["holder"],
            .days = {day_from_iso(row["from"]), day_from_iso(row["to"])},
            .turn_ends = day_from_iso(row["turn_ends"])};
}

/// Another one than before, or the first; an empty cell says nothing of who fills it.
bool hands_on(const Proposed& row) {
    return !row["member"].empty() && (row.is_new() || row.changes("member"));
}
bool changes_deputies(const Proposed& row) {
    return row.is_new() ? !row["deputies"].empty() : row.changes("deputies");
}

/// What is wrong with who sits there, as far as the row alone tells.
std::vector<Problem> problems_of_people(const Proposed& row) {
    if (!row.is_new() && row.changes("to") && !row["to"].empty())
        return {{"to", "End the seat on its page: who sits there ends with it."}};
    if (!row.is_new() && row.changes("member") && row["member"].empty())
        return {{"member", "Say on the page of the seat when they ended, or who came next."}};
    if (hands_on(row) && row["since"].empty())
        return {{"since", "Say from which day they fill it."}};
    if (!hands_on(row) && !row.is_new() && row.changes("since"))
        return {{"since", "What was said of somebody is put right on the page of the seat."}};
    return {};
}

/// Deputies of a new seat begin with whoever fills it.
Day first_day_of_deputies(const Scope& scope, const Proposed& row) {
    const auto since = day_from_iso(row["since"]);
    const auto from = day_from_iso(row["from"]);
    return row.is_new() ? since.value_or(from.value_or(scope.today)) : scope.today;
}

/// The seat with the people of the row.
Result<Seat> filled(store::Db& db, const Scope& scope, Seat seat, const Proposed& row) {
    if (hands_on(row))
        seat = TRY(begun(db, scope, std::move(seat),
                         {.seat = seat.id,
                          .who = row["member"],
                          .from = row["since"],
                          .to = row["to"],
                          .note = {}}));
    std::vector<std::string> deputies;
    for (const auto part : split(row["deputies"], ';'))
        if (auto name = one_line(part); !name.empty()) deputies.push_back(std::move(name));
    if (!changes_deputies(row)) return seat;
    return with_deputies(db, scope, std::move(seat), deputies, first_day_of_deputies(scope, row));
}

/// Named as the columns are.
std::vector<Problem> in_columns(std::vector<Problem> problems) {
    for (auto& problem : problems) {
        if (problem.field == "who") problem.field = "member";
        if (problem.field == "from") problem.field = "since";
    }
    return problems;
}

/// The row's people in the seat; every refusal is named as the columns are.
Fill fill_of(store::Db& db, const Scope& scope, const Proposed& row) {
    return [&](Seat seat) -> Result<Seat> {
        if (auto wrong = problems_of_people(row); !wrong.empty()) return invalid(std::move(wrong));
        auto with_people = filled(db, scope, std::move(seat), row);
        if (!with_people) return invalid(in_columns(with_people.refusal().problems));
        return with_people;
    };
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    return problems_with(db, scope, seat_of(row), fill_of(db, scope, row));
}

Result<Done> save_row(store::Db& db, const Scope& scope, const Proposed& row) {
    TRY(keep(db, scope, seat_of(row), fill_of(db, scope, row)));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/seats/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register seat_register = {.kind = "seats",
                                                     .title = "Seats",
                                                     .one = "seat",
                                                     .many = "seats",
                                                     .read = Permission::read_agencies,
                                                     .change = Permission::edit_agencies,
                                                     .address = "/seats",
                                                     .columns = columns,
                                                     .source = &seat_source,
                                                     .names = names,
                                                     .problems = problems,
                                                     .save = save_row,
                                                     .page_of = page_of,
                                                     .views = fixed_views,
                                                     .looks_back = true};

} // namespace openmasa::seats
