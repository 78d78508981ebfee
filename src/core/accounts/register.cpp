#include "core/accounts/register.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/register_sources.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr Column columns[] = {
    {.key = "email", .label = "E-mail", .use = Use::key, .fixed = true, .shown = true},
    {.key = "name",
     .label = "Known as",
     .use = Use::given,
     .hint = "An office rather than a name: \"Head of delivery, [business unit]\".",
     .required = true,
     .shown = true,
     .names_row = true},
    {.key = "role",
     .label = "Role",
     .use = Use::given,
     .hint = "As openmasa user add --role has it; several with ; between. Empty: sees nothing.",
     .shown = true,
     .filters = true},
    {.key = "for",
     .label = "For",
     .use = Use::given,
     .hint = "The [agencies], groups or offices that the role is held for, "
             "with ; between.",
     .longest = 2000,
     .shown = true},
    {.key = "ended",
     .label = "Ended",
     .holds = Holds::yes_no,
     .use = Use::given,
     .hint = "Yes: may not sign in any more.",
     .shown = true,
     .filters = true},
    {.key = "id", .label = "Id", .use = Use::id},
};

std::vector<std::string> parts_of(std::string_view cell) {
    std::vector<std::string> parts;
    for (auto part : split(cell, ';'))
        if (!trimmed(part).empty()) parts.push_back(one_line(part));
    return parts;
}

/// "Agency lead" as the database has it.
std::string as_stored(std::string_view role) {
    auto word = lower(role);
    std::ranges::replace(word, ' ', '_');
    return word;
}

/// The roles and owners of a row; what is no role or no owner is a problem.
struct Wanted {
    std::vector<Role> roles;
    std::vector<OwnerId> owners;
    std::vector<Problem> problems;
};

Wanted wanted_by(store::Db& db, const Proposed& row, const terms::Words& words) {
    Wanted wanted;
    for (const auto& word : parts_of(row["role"])) {
        Role role{};
        if (from_text(as_stored(word), role))
            wanted.roles.push_back(role);
        else
            wanted.problems.push_back(
                {"role", fmt::format("There is no role \u201c{}\u201d.", shortened(word, 60))});
    }
    const auto owners = access::list_owners(db);
    for (const auto& name : parts_of(row["for"])) {
        const auto found = std::ranges::find(owners, name, &access::Owner::name);
        if (found != owners.end())
            wanted.owners.push_back(found->id);
        else
            wanted.problems.push_back(
                {"for", words.say("There is no [agency], group or office ") +
                            fmt::format("\u201c{}\u201d.", shortened(name, 60))});
    }
    const bool within = std::ranges::any_of(wanted.roles, is_held_within);
    if (within && wanted.owners.empty() && wanted.problems.empty())
        wanted.problems.push_back(
            {"for", words.say("Say which [agency] or group the role is for.")});
    if (!within && !wanted.owners.empty() && wanted.problems.empty())
        wanted.problems.push_back({"for", "This role is held for the whole partnership."});
    return wanted;
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    std::vector<Problem> found;
    for (auto& problem : account_problems(row["name"], row["email"]))
        found.push_back({problem.field == "email" ? "email" : "name", std::move(problem.words)});
    for (auto& problem : wanted_by(db, row, scope.words).problems)
        found.push_back(std::move(problem));
    const bool own = scope.account && row.id == scope.account->view();
    if (own && (row.changes("role") || row.changes("ended")))
        found.push_back({"email", "Your own roles and account are changed by somebody else."});
    return found;
}

void give_roles(store::Db& db, const Scope& scope, const PersonId& person, const Wanted& wanted) {
    const auto give = [&](Role role, std::optional<OwnerId> owner) {
        access::add_holding(db, {.id = scope.new_id<PersonId>().str(),
                                 .person = person,
                                 .role = role,
                                 .owner = owner,
                                 .from = scope.today});
    };
    for (auto role : wanted.roles) {
        if (!is_held_within(role)) give(role, {});
        if (is_held_within(role))
            for (const auto& owner : wanted.owners) give(role, owner);
    }
}

Account make_account(store::Db& db, const Scope& scope, const Proposed& row) {
    const Account account{.id = scope.new_id<AccountId>(),
                          .person = scope.new_id<PersonId>(),
                          .known_as = row["name"],
                          .email = lower(row["email"]),
                          .password_hash = {}};
    add_account(db, account, scope.now);
    return account;
}

void change_account(store::Db& db, const Scope& scope, const Proposed& row,
                    const Account& account) {
    const bool ended = row["ended"] == "yes";
    if (account.ended && !ended) reopen_account(db, account, row["name"]);
    if (row.changes("name")) rename_person(db, account.person, row["name"]);
    if (!ended || account.ended) return;
    end_account(db, account.id, scope.now);
    end_identities(db, scope, account.id);
}

Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    if (!scope.may(Permission::administer)) return not_found();
    const auto wanted = wanted_by(db, row, scope.words);
    const auto id = AccountId::parse(row.id);
    const auto before = id ? find_account(db, *id) : std::nullopt;
    if (id && !before) return not_found();
    const auto account = before ? *before : make_account(db, scope, row);
    if (before && (row.changes("role") || row.changes("for")))
        access::end_wide_holdings(db, account.person, scope.today - std::chrono::days{1});
    if (!before || row.changes("role") || row.changes("for"))
        give_roles(db, scope, account.person, wanted);
    change_account(db, scope, row, account);
    record_change(db, scope, before ? "account.changed_by_import" : "account.made", account.id);
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/people/" + row[registers::place_of(columns, "id")];
}

/// A version of an account says its roles with their days (account_history.hpp).
void read_version(const history::Content& content, Day day, Cells& into) {
    const auto put = [&](std::string_view key, std::string cell) {
        into[registers::place_of(columns, key)] = std::move(cell);
    };
    const auto held = held_on(content, day);
    put("email", std::string(history::value_of(content, "E-mail")));
    put("name", std::string(history::value_of(content, "Name")));
    put("role", join(held.roles, between_parts));
    put("for", join(held.owners, between_parts));
    put("ended", history::value_of(content, "Ended").empty() ? "no" : "yes");
}

constexpr registers::FixedView fixed_views[] = {
    {"Open", "ended=no"}, {"Ended", "ended=yes"}, {"Without a role", "role=-&ended=no"}};

} // namespace

constinit const registers::Register user_register = {.kind = "users",
                                                     .title = "Users",
                                                     .one = "user",
                                                     .many = "users",
                                                     .read = Permission::administer,
                                                     .change = Permission::administer,
                                                     .address = "/users",
                                                     .columns = columns,
                                                     .source = &user_source,
                                                     .problems = problems,
                                                     .save = save,
                                                     .page_of = page_of,
                                                     .views = fixed_views,
                                                     .history_kind = "account",
                                                     .read_version = read_version};

} // namespace openmasa::accounts
