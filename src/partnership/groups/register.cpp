#include "partnership/groups/register.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/register_source.hpp"
#include <algorithm>

namespace openmasa::groups {
namespace {

using registers::Cells;
using registers::Choice;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Localities", "kind=locality"},
    {"Nobody chairs", "chaired=no"},
    {"With a vacancy", "vacant=yes"},
    {"Terms of reference overdue", "terms=overdue"},
};

constexpr Choice kinds[] = {
    {"statutory", "Statutory group"},
    {"partnership", "Partnership group"},
    {"standing_subgroup", "Standing subgroup"},
    {"locality", "Locality group"},
    {"advisory", "Advisory group"},
    {"task_and_finish", "Task and finish group"},
    {"oversight_forum", "Oversight forum"},
    {"network", "Network"},
    {"external_board", "External board"},
};
static_assert(std::size(kinds) == partnership::all_group_kinds.size());

constexpr Choice terms_states[] = {
    {"in_time", "In time"},
    {"overdue", "Overdue", true},
    {"none", "None adopted"},
};

constexpr Column columns[] = {
    {.key = "name",
     .label = "Name",
     .use = Use::key,
     .longest = partnership::longest_group_name,
     .shown = true,
     .names_row = true},
    {.key = "kind",
     .label = "Kind",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = kinds,
     .required = true,
     .shown = true,
     .filters = true},
    {.key = "chair",
     .label = "Chaired by",
     .holds = Holds::references,
     .use = Use::given,
     .hint =
         "The office that chairs it, or one of its own seats; joint chairs with \"; \" between.",
     .longest = 1000,
     .shown = true},
    {.key = "chair_since",
     .label = "Chaired since",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "From which day another chair holds; empty: from today, or always for a new group."},
    {.key = "chaired", .label = "Has a chair", .holds = Holds::yes_no, .filters = true},
    {.key = "reports_to",
     .label = "Reports to",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "The group that it reports to; where it is joint, both with \"; \" between.",
     .longest = 1000,
     .shown = true,
     .may_name_rows = true},
    {.key = "reports_since",
     .label = "Reports since",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "From which day it reports there; empty: from today, or always for a new group."},
    {.key = "seats", .label = "Seats", .holds = Holds::number},
    {.key = "vacancies", .label = "Vacant", .holds = Holds::number, .shown = true},
    {.key = "vacant", .label = "Has a vacancy", .holds = Holds::yes_no, .filters = true},
    {.key = "terms",
     .label = "Terms of reference",
     .holds = Holds::choice,
     .choices = terms_states,
     .shown = true,
     .filters = true},
    {.key = "review_by", .label = "To be looked at again by", .holds = Holds::day},
    {.key = "purpose",
     .label = "Purpose",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_group_words},
    {.key = "contact",
     .label = "Contact",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "How to reach the group, whoever chairs it.",
     .longest = partnership::longest_group_words},
    {.key = "from",
     .label = "From",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The group's own first day; empty: it was always there."},
    {.key = "to",
     .label = "To",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The group's own last day; empty: it is still there."},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

/// Groups; or offices and what seats are called within their groups.
std::vector<std::string> names(store::Db& db, const Scope&, std::string_view key) {
    const bool is_group = key == "reports_to";
    auto found = is_group ? std::vector<std::string>() : partnership::names_of_seats(db);
    const auto type = is_group ? access::OwnerType::group : access::OwnerType::office;
    for (auto& owner : access::list_owners(db, type)) found.push_back(std::move(owner.name));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<std::string> names_in(const std::string& cell) {
    std::vector<std::string> names;
    for (const auto part : split(cell, ';'))
        if (auto name = one_line(part); !name.empty()) names.push_back(std::move(name));
    return names;
}

/// Only where the row says something else than the register has.
std::optional<KeepGroup::Ties> ties_of(const Proposed& row, std::string_view key,
                                       std::string_view since_key, Day today) {
    const bool is_new = row.is_new() || row.version == 0;
    if (is_new ? row[key].empty() : !row.changes(key)) return std::nullopt;
    auto since = row.is_new() || row.changes(since_key) ? day_from_iso(row[since_key])
                                                        : std::optional<Day>();
    if (!since && !is_new) since = today;
    return KeepGroup::Ties{names_in(row[key]), since};
}

KeepGroup group_of(const Scope& scope, const Proposed& row) {
    KeepGroup group{.id = OwnerId::parse(row.id),
                    .version = row.version,
                    .name = row["name"],
                    .purpose = row["purpose"],
                    .contact = row["contact"],
                    .days = {day_from_iso(row["from"]), day_from_iso(row["to"])},
                    .reports_to = ties_of(row, "reports_to", "reports_since", scope.today),
                    .chairs = ties_of(row, "chair", "chair_since", scope.today)};
    from_text(row["kind"], group.kind);
    return group;
}

/// A day alone changes nothing: it belongs to another chair or another line.
std::vector<Problem> problems_of_days(const Proposed& row) {
    std::vector<Problem> found;
    if (row.is_new()) return found;
    if (row.changes("chair_since") && !row.changes("chair"))
        found.push_back({"chair_since", "Say who chairs it from that day."});
    if (row.changes("reports_since") && !row.changes("reports_to"))
        found.push_back({"reports_since", "Say which group it reports to from that day."});
    if (row.version > 0 && row.changes("to") && !row["to"].empty())
        found.push_back({"to", "End the group on its page: what still hangs on it is shown there "
                               "first."});
    return found;
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    auto found = problems_of_days(row);
    for (auto& problem : problems_with(db, scope, group_of(scope, row)))
        found.push_back(std::move(problem));
    return found;
}

Result<Done> save_row(store::Db& db, const Scope& scope, const Proposed& row) {
    if (auto wrong = problems_of_days(row); !wrong.empty()) return invalid(std::move(wrong));
    TRY(keep(db, scope, group_of(scope, row)));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/groups/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register group_register = {.kind = "groups",
                                                      .title = "Groups",
                                                      .one = "group",
                                                      .many = "groups",
                                                      .read = Permission::read_agencies,
                                                      .change = Permission::edit_agencies,
                                                      .address = "/groups",
                                                      .columns = columns,
                                                      .source = &group_source,
                                                      .names = names,
                                                      .problems = problems,
                                                      .save = save_row,
                                                      .page_of = page_of,
                                                      .views = fixed_views,
                                                      .looks_back = true,
                                                      .history_kind = partnership::group_kind};

} // namespace openmasa::groups
