#include "core/accounts/person_register.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people.hpp"
#include "core/accounts/person_details.hpp"
#include "core/accounts/person_past.hpp"
#include "core/accounts/register_sources.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::Choice account_choices[] = {{"none", "No account"},
                                                 {"invited", "Has not chosen a password"},
                                                 {"open", "Open"},
                                                 {"ended", "Ended"}};

constexpr registers::FixedView fixed_views[] = {{"With an account", "account=open"},
                                                {"Without an account", "account=none"},
                                                {"Account ended", "account=ended"}};

constexpr Column columns[] = {
    {.key = "name",
     .label = "Name",
     .use = Use::key,
     .hint = "As they are known: an office rather than a name.",
     .shown = true,
     .names_row = true},
    {.key = "agency",
     .label = "[Agency]",
     .holds = Holds::reference,
     .use = Use::key,
     .hint = "The [agency] or group they belong to; may be empty.",
     .shown = true,
     .filters = true,
     .key_may_be_empty = true},
    {.key = "position", .label = "Position", .use = Use::given, .shown = true},
    {.key = "email", .label = "E-mail", .use = Use::given, .hint = "To write to."},
    {.key = "telephone", .label = "Telephone", .use = Use::given},
    {.key = "left_on",
     .label = "Left on",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "Their last day with the partnership; it ends no account."},
    {.key = "roles", .label = "Roles", .shown = true},
    {.key = "account",
     .label = "Account",
     .holds = Holds::choice,
     .choices = account_choices,
     .shown = true,
     .filters = true},
    {.key = "signs_in_as", .label = "Signs in as"},
    {.key = "account_id", .label = "Account id"},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::vector<std::string> names(store::Db& db, const Scope&, std::string_view) {
    std::vector<std::string> names;
    for (auto& owner : access::list_owners(db)) names.push_back(std::move(owner.name));
    return names;
}

PersonDetails person_of(store::Db& db, const Proposed& row) {
    PersonDetails person{.id = PersonId::parse(row.id).value_or(PersonId{}),
                         .name = row["name"],
                         .position = row["position"],
                         .agency = {},
                         .agency_name = row["agency"],
                         .email = row["email"],
                         .telephone = row["telephone"],
                         .left_on = day_from_iso(row["left_on"]),
                         .version = row.version,
                         .account = {},
                         .signs_in_as = {},
                         .account_state = {}};
    if (!row["agency"].empty())
        if (const auto owner = access::find_owner(db, row["agency"])) person.agency = owner->id;
    return person;
}

/// Whoever may not change an account does not change the name that it goes by.
bool may_rename(store::Db& db, const Scope& scope, const PersonId& person) {
    const auto before = find_details(db, scope, person);
    if (!before || !before->account) return true;
    return may_keep(scope, access::holdings_of(db, person, scope.today));
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto person = person_of(db, row);
    auto found = details_problems(person);
    if (!row.is_new() && row.changes("name") && !may_rename(db, scope, person.id))
        found.push_back({"name", "Only whoever may change this account may give it another name."});
    return found;
}

Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    if (!scope.may(Permission::give_accounts)) return not_found();
    if (auto wrong = problems(db, scope, row); !wrong.empty()) return invalid(std::move(wrong));
    auto person = person_of(db, row);
    if (!row.is_new()) return save_details(db, scope, person);
    person.id = scope.new_id<PersonId>();
    add_details(db, scope, person);
    return Done{};
}

/// To the account where there is one: what people may do stands there.
std::string page_of(const Cells& row) {
    const auto& account = row[registers::place_of(columns, "account_id")];
    if (!account.empty()) return "/people/" + account;
    return "/people/details/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register person_register = {.kind = "people",
                                                       .title = "People",
                                                       .one = "person",
                                                       .many = "people",
                                                       .read = Permission::give_accounts,
                                                       .change = Permission::give_accounts,
                                                       .address = "/people",
                                                       .columns = columns,
                                                       .source = &person_source,
                                                       .names = names,
                                                       .problems = problems,
                                                       .save = save,
                                                       .page_of = page_of,
                                                       .views = fixed_views,
                                                       .history_kind = "person",
                                                       .each_then = each_person_then};

} // namespace openmasa::accounts
