#include "core/access/actions.hpp"
#include "core/access/rules.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::access {
namespace {

Invited invite(store::Db& db, const Scope& scope, const AccountId& account) {
    auto secret = new_secret(*scope.randomness);
    add_invitation(db, sha256(secret), account, scope.now, scope.now + invitation_lifetime);
    audit::record(
        db, scope,
        {.verb = "account.invited", .kind = "account", .id = account.view(), .content = {}});
    return {account, std::move(secret)};
}

void give_roles(store::Db& db, const Scope& scope, const PersonId& person, const AddUser& command) {
    const auto give = [&](std::optional<OwnerId> owner) {
        add_holding(db, {.id = scope.new_id<PersonId>().str(),
                         .person = person,
                         .role = command.role,
                         .owner = owner,
                         .from = scope.today});
    };
    if (command.without_role) return;
    if (command.role != Role::action_owner) return give({});
    for (const auto& name : command.owners) give(owner_named(db, scope, name));
}

std::string account_subject(std::string_view email) {
    return sha256(fmt::format("account {}", lower(email)));
}
std::string address_subject(const Scope& scope) {
    return sha256(fmt::format("address {}", scope.from));
}

bool too_many_failures(store::Db& db, const Scope& scope, std::string_view email) {
    const auto since = scope.now - rate_window;
    return failures_since(db, account_subject(email), since) >= most_failures_of_account ||
           failures_since(db, address_subject(scope), since) >= most_failures_from_address;
}

Result<Done> remember_failure(store::Db& db, const Scope& scope, std::string_view email) {
    return db.atomically([&]() -> Result<Done> {
        for (const auto& subject : {account_subject(email), address_subject(scope)}) {
            forget_failures(db, subject, scope.now - 2 * rate_window);
            add_failure(db, subject, scope.now);
        }
        audit::record(db, scope,
                      {.verb = "session.refused", .kind = "account", .id = "", .content = {}});
        return Done{};
    });
}

std::vector<Problem> problems_with(store::Db& db, const AddUser& command) {
    auto problems = account_problems(command.known_as, command.email);
    if (find_account(db, command.email))
        problems.push_back({"email", fmt::format("{} has an account already.", command.email)});
    if (command.role == Role::action_owner && command.owners.empty() && !command.without_role)
        problems.push_back({"owner", "Say whose actions this person updates: --owner \"NAME\"."});
    return problems;
}

} // namespace

Result<Invited> add_user(store::Db& db, const Scope& scope, const AddUser& command) {
    return db.atomically([&]() -> Result<Invited> {
        if (auto problems = problems_with(db, command); !problems.empty())
            return invalid(std::move(problems));
        const Account account{.id = scope.new_id<AccountId>(),
                              .person = scope.new_id<PersonId>(),
                              .known_as = std::string(trimmed(command.known_as)),
                              .email = lower(command.email),
                              .password_hash = {}};
        add_account(db, account, scope.now);
        give_roles(db, scope, account.person, command);
        audit::record(
            db, scope,
            {.verb = "account.made", .kind = "account", .id = account.id.view(), .content = {}});
        return invite(db, scope, account.id);
    });
}

Result<Invited> invite_again(store::Db& db, const Scope& scope, std::string_view email) {
    return db.atomically([&]() -> Result<Invited> {
        const auto account = find_account(db, email);
        if (!account || account->ended)
            return invalid("email", fmt::format("No open account has the e-mail {}.", email));
        return invite(db, scope, account->id);
    });
}

Result<Done> end_user(store::Db& db, const Scope& scope, std::string_view email) {
    return db.atomically([&]() -> Result<Done> {
        const auto account = find_account(db, email);
        if (!account || account->ended)
            return invalid("email", fmt::format("No open account has the e-mail {}.", email));
        end_account(db, account->id, scope.now);
        audit::record(
            db, scope,
            {.verb = "account.ended", .kind = "account", .id = account->id.view(), .content = {}});
        return Done{};
    });
}

Result<Account> check_password(store::Db& db, const Scope& scope, std::string_view email,
                               std::string_view password, PasswordCost cost) {
    if (too_many_failures(db, scope, email))
        return invalid("password",
                       "There were too many tries. Wait 15 minutes, then try once more.");
    const auto account = find_account(db, email);
    const bool open = account && !account->ended;
    db.finish(); // hold no read snapshot while hashing
    if (password_matches(password, open ? account->password_hash : "", cost)) return *account;
    TRY(remember_failure(db, scope, email));
    return invalid("password", "The e-mail and the password do not belong together. Check both.");
}

Result<AccountId> choose_password(store::Db& db, const Scope& scope, const ChoosePassword& command,
                                  PasswordCost cost) {
    const auto link = sha256(command.secret);
    const auto id = find_invitation(db, link, scope.now);
    if (!id) return not_found();
    const auto account = find_account(db, *id);
    if (auto problems = password_problems(command.password, command.again, account->email);
        !problems.empty())
        return invalid(std::move(problems));
    db.finish();
    const auto hash = password_hash(command.password, cost);
    return db.atomically([&]() -> Result<AccountId> {
        if (!find_invitation(db, link, scope.now)) return not_found();
        use_invitation(db, link, scope.now);
        set_password(db, *id, hash);
        end_sessions_of(db, *id, scope.now);
        audit::record(db, scope,
                      {.verb = "account.password_chosen",
                       .kind = "account",
                       .id = id->view(),
                       .content = {}});
        return *id;
    });
}

} // namespace openmasa::access
