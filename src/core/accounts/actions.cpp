#include "core/accounts/actions.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/security_notices.hpp"
#include "core/accounts/tries.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace openmasa::accounts {
namespace {

Invited invite(store::Db& db, const Scope& scope, const AccountId& account) {
    auto secret = new_secret(*scope.randomness);
    use_invitations(db, account, scope.now); // an older link is no second key
    add_invitation(db, sha256(secret), account, scope.now, scope.now + invitation_lifetime);
    audit::record(
        db, scope,
        {.verb = "account.invited", .kind = "account", .id = account.view(), .content = {}});
    return {account, std::move(secret)};
}

/// What a new owner is when somebody gets that role within it.
access::OwnerType type_held_for(Role role) {
    const bool of_group = role == Role::group_chair || role == Role::group_member;
    return of_group ? access::OwnerType::group : access::OwnerType::agency;
}

/// The owner of that name; a new one is a seat where the command says in which group.
Result<OwnerId> owner_for(store::Db& db, const Scope& scope, const AddUser& command,
                          const std::string& name) {
    const auto group = command.seat_of.empty() || access::find_owner(db, name)
                           ? std::nullopt
                           : access::find_owner(db, command.seat_of);
    if (group) return access::add_seat(db, scope, {.name = name, .group = group->id});
    return access::owner_named(db, scope, name, type_held_for(command.role));
}

Result<Done> give_roles(store::Db& db, const Scope& scope, const PersonId& person,
                        const AddUser& command) {
    const auto give = [&](std::optional<OwnerId> owner) {
        access::add_holding(db, {.id = scope.new_id<PersonId>().str(),
                                 .person = person,
                                 .role = command.role,
                                 .owner = owner,
                                 .from = scope.today});
    };
    if (command.without_role) return Done{};
    if (!is_held_within(command.role)) give({});
    if (is_held_within(command.role))
        for (const auto& name : command.owners) give(TRY(owner_for(db, scope, command, name)));
    return Done{};
}

/// Who was asked for stands in the log when there is such an account; what was typed never does.
Result<Done> record_refused(store::Db& db, const Scope& scope,
                            const std::optional<Account>& account) {
    return db.atomically([&]() -> Result<Done> {
        audit::record(db, scope,
                      {.verb = "session.refused",
                       .kind = "account",
                       .id = account ? account->id.view() : std::string_view(),
                       .content = {}});
        return Done{};
    });
}

std::vector<Problem> role_problems(store::Db& db, const AddUser& command) {
    if (!is_held_within(command.role) || command.without_role) return {};
    if (command.owners.empty())
        return {{"owner", fmt::format("Say which [agency] or group \"{}\" is for: --for \"NAME\".",
                                      spoken(command.role))}};
    if (const auto group = access::find_owner(db, command.seat_of);
        !command.seat_of.empty() && (!group || group->type != access::OwnerType::group))
        return {{"owner", fmt::format("There is no group \"{}\" that a seat could be in.",
                                      command.seat_of)}};
    std::vector<std::string> known;
    for (auto& owner : access::list_owners(db)) known.push_back(std::move(owner.name));
    if (command.new_owners || known.empty()) return {};
    std::vector<Problem> problems;
    for (const auto& name : command.owners)
        if (std::ranges::count(known, name) == 0)
            problems.push_back(
                {"owner", fmt::format("No actions belong to \"{}\". Owners are: {}. For a new "
                                      "one add --new-owner.",
                                      name, join(known, "; "))});
    return problems;
}

std::vector<Problem> problems_with(store::Db& db, const AddUser& command,
                                   const std::optional<Account>& before) {
    auto problems = account_problems(command.known_as, command.email);
    if (before && !before->ended)
        problems.push_back({"email", fmt::format("{} has an account already.", command.email)});
    std::ranges::move(role_problems(db, command), std::back_inserter(problems));
    return problems;
}

Account make_account(store::Db& db, const Scope& scope, const AddUser& command) {
    Account account{.id = scope.new_id<AccountId>(),
                    .person = scope.new_id<PersonId>(),
                    .known_as = std::string(trimmed(command.known_as)),
                    .email = lower(command.email),
                    .password_hash = {}};
    add_account(db, account, scope.now);
    return account;
}

Refusal no_open_account(std::string_view email) {
    return invalid("email", fmt::format("No open account has the e-mail {}.", email));
}

} // namespace

Result<Invited> add_user_within(store::Db& db, const Scope& scope, const AddUser& command) {
    const auto before = find_account(db, command.email);
    if (auto problems = problems_with(db, command, before); !problems.empty())
        return invalid(std::move(problems));
    const auto account = before ? *before : make_account(db, scope, command);
    if (before) {
        reopen_account(db, account, trimmed(command.known_as));
        access::end_holdings(db, account.person, scope.today - std::chrono::days{1});
    }
    TRY(give_roles(db, scope, account.person, command));
    record_change(db, scope, before ? "account.reopened" : "account.made", account.id);
    return invite(db, scope, account.id);
}

Result<Invited> add_user(store::Db& db, const Scope& scope, const AddUser& command) {
    return db.atomically([&] { return add_user_within(db, scope, command); });
}

Result<Done> change_role_within(store::Db& db, const Scope& scope, const AddUser& command) {
    const auto account = find_account(db, command.email);
    if (!account || account->ended) return no_open_account(command.email);
    if (auto problems = role_problems(db, command); !problems.empty())
        return invalid(std::move(problems));
    access::end_wide_holdings(db, account->person, scope.today - std::chrono::days{1});
    TRY(give_roles(db, scope, account->person, command));
    record_change(db, scope, "account.role_changed", account->id);
    return Done{};
}

Result<Done> change_role(store::Db& db, const Scope& scope, const AddUser& command) {
    return db.atomically([&] { return change_role_within(db, scope, command); });
}

Result<Invited> invite_again_within(store::Db& db, const Scope& scope, std::string_view email) {
    const auto account = find_account(db, email);
    if (!account || account->ended) return no_open_account(email);
    return invite(db, scope, account->id);
}

Result<Invited> invite_again(store::Db& db, const Scope& scope, std::string_view email) {
    return db.atomically([&] { return invite_again_within(db, scope, email); });
}

Result<Done> end_user(store::Db& db, const Scope& scope, std::string_view email) {
    return db.atomically([&]() -> Result<Done> {
        const auto account = find_account(db, email);
        if (!account || account->ended) return no_open_account(email);
        use_invitations(db, account->id, scope.now);
        end_account(db, account->id, scope.now);
        end_identities(db, scope, account->id);
        record_change(db, scope, "account.ended", account->id);
        return Done{};
    });
}

Result<Account> check_password(store::Db& db, const Scope& scope, std::string_view email,
                               std::string_view password, PasswordCost cost,
                               std::string_view when_wrong) {
    const std::vector limits{limit_of_account(email), limit_of_address(scope)};
    TRY(begin_try(db, scope, limits, "password"));
    const auto account = find_account(db, email);
    const bool open = account && !account->ended;
    db.rest(); // hold no read snapshot while hashing
    if (password_matches(password, open ? account->password_hash : "", cost)) {
        TRY(forgive_try(db, scope, limits));
        return *account;
    }
    TRY(record_refused(db, scope, account));
    return invalid("password", std::string(when_wrong));
}

bool is_unchanged(store::Db& db, const Account& checked) {
    const auto now = find_account(db, checked.id);
    return now && !now->ended && now->password_hash == checked.password_hash;
}

Result<Account> choose_password(store::Db& db, const Scope& scope, const ChoosePassword& command,
                                PasswordCost cost) {
    const auto link = sha256(command.secret);
    const auto id = find_invitation(db, link, scope.now);
    if (!id) return not_found();
    const auto account = find_account(db, *id);
    if (auto problems = password_problems(command.password, command.again, account->email);
        !problems.empty())
        return invalid(std::move(problems));
    db.rest();
    const auto hash = password_hash(command.password, cost);
    return db.atomically([&]() -> Result<Account> {
        if (!find_invitation(db, link, scope.now)) return not_found();
        use_invitations(db, *id, scope.now);
        set_password(db, *id, hash);
        end_sessions_of(db, *id, scope.now);
        audit::record(db, scope,
                      {.verb = "account.password_chosen",
                       .kind = "account",
                       .id = id->view(),
                       .content = {}});
        tell_of_security_change(db, scope, *id);
        return *find_account(db, *id);
    });
}

} // namespace openmasa::accounts
