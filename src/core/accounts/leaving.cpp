#include "core/accounts/leaving.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/record_link.hpp"
#include "core/accounts/two_step_store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace openmasa::accounts {
namespace {

std::string field_of(const OwnerId& owner) {
    return "to-" + owner.str();
}

const HandOver* chosen_for(const Leave& command, const OwnerId& owner) {
    const auto found = std::ranges::find(command.handed_over, owner, &HandOver::owner);
    return found == command.handed_over.end() ? nullptr : &*found;
}

/// The person behind an open account, other than the one who leaves.
std::optional<PersonRow> successor(store::Db& db, const HandOver& choice, const PersonRow& leaver) {
    auto found = choice.to ? find_person(db, *choice.to) : std::nullopt;
    if (!found || found->ended || found->account == leaver.account) return std::nullopt;
    return found;
}

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Leave& command,
                                   const PersonRow& leaver, const std::vector<HeldRole>& held) {
    if (scope.account == leaver.account)
        return {{"", "This is your own account. Somebody else has to end it."}};
    std::vector<Problem> problems;
    for (const auto& one : held)
        if (one.role == Role::administrator &&
            !another_holds(db, Role::administrator, leaver.person, scope.today))
            problems.push_back({"", "Nobody else may administer. Give somebody that role first."});
    for (const auto& duty : duties_of(db, leaver.person, scope.today)) {
        const auto* choice = chosen_for(command, duty.owner);
        if (choice && choice->to && !successor(db, *choice, leaver))
            problems.push_back({field_of(duty.owner), "Choose somebody with an open account."});
        else if (duty.others == 0 && !(choice && (choice->to || choice->to_nobody)))
            problems.push_back(
                {field_of(duty.owner),
                 fmt::format("Nobody else acts for {}. Choose who takes it over.", duty.name)});
    }
    return problems;
}

bool acts_already(store::Db& db, const PersonRow& person, const HeldRole& role, Day today) {
    return std::ranges::any_of(roles_held(db, person.person, today), [&](const HeldRole& held) {
        return held.role == role.role && held.owner == role.owner;
    });
}

/// Each role that ends for the leaver begins for whoever takes that owner over.
void hand_over(store::Db& db, const Scope& scope, const Leave& command, const PersonRow& leaver,
               const std::vector<HeldRole>& held) {
    std::set<AccountId> changed;
    for (const auto& role : held) {
        const auto* choice = role.owner ? chosen_for(command, *role.owner) : nullptr;
        const auto to = choice ? successor(db, *choice, leaver) : std::nullopt;
        if (!to || acts_already(db, *to, role, scope.today)) continue;
        access::add_holding(db, {.id = scope.new_id<PersonId>().str(),
                                 .person = to->person,
                                 .role = role.role,
                                 .owner = role.owner,
                                 .from = scope.today});
        changed.insert(to->account);
    }
    for (const auto& account : changed)
        record_change(db, scope, "account.duties_taken_over", account);
}

} // namespace

std::vector<Duty> duties_of(store::Db& db, const PersonId& person, Day today) {
    std::vector<Duty> duties;
    for (const auto& held : roles_held(db, person, today)) {
        if (!held.owner || std::ranges::count(duties, *held.owner, &Duty::owner)) continue;
        duties.push_back(
            {*held.owner, held.owner_name, others_acting_for(db, *held.owner, person, today)});
    }
    return duties;
}

Result<Done> leave(store::Db& db, const Scope& scope, const Leave& command) {
    const auto leaver = find_person(db, command.account);
    if (!leaver || leaver->ended) return not_found();
    const auto held = roles_held(db, leaver->person, scope.today);
    if (!may_keep(scope, access::holdings_of(db, leaver->person, scope.today))) return not_found();
    if (auto problems = problems_with(db, scope, command, *leaver, held); !problems.empty())
        return invalid(std::move(problems));
    hand_over(db, scope, command, *leaver, held);
    access::end_holdings(db, leaver->person, scope.today - std::chrono::days{1});
    use_invitations(db, leaver->account, scope.now);
    forget_two_step(db, leaver->account);
    revoke_links_given_by(db, scope, leaver->person);
    end_account(db, leaver->account, scope.now);
    end_identities(db, scope, leaver->account);
    record_change(db, scope, "account.ended", leaver->account);
    return Done{};
}

} // namespace openmasa::accounts
