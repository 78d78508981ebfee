#include "plan/updates/asking.hpp"
#include "core/accounts/record_link.hpp"
#include "core/accounts/rules.hpp"
#include "core/restriction/readers.hpp"
#include "kernel/text.hpp"
#include "plan/asking.hpp"
#include "plan/recording.hpp"
#include "plan/store.hpp"
#include "plan/updates/owing.hpp"
#include "plan/updates/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace openmasa::updates {
namespace {

std::vector<Party> by_owner(const std::vector<OpenAction>& actions) {
    std::vector<Party> parties;
    for (const auto& action : actions) {
        auto found = std::ranges::find(parties, action.owner, &Party::owner);
        if (found == parties.end())
            found =
                parties.insert(parties.end(), {.owner = action.owner, .name = action.owner_name});
        found->actions.push_back(action);
    }
    return parties;
}

int readable(restriction::Readers& readers, const PersonId& person, const Party& party) {
    return int(std::ranges::count_if(party.actions, [&](const OpenAction& action) {
        return readers.may_read(person,
                                {action.id.view(), action.objective.view(), action.section.view()});
    }));
}

/// The owner's link, or nothing where they are told otherwise.
std::string email_for(const Ask& command, const Party& party) {
    const auto typed = command.emails.find(party.owner.str());
    const bool is_needed = party.people.empty() && party.by_link > 0;
    return is_needed && typed != command.emails.end() ? std::string(trimmed(typed->second)) : "";
}

std::vector<Problem> problems_with_sending(const Ask& command, const std::vector<Party>& parties) {
    std::vector<Problem> problems;
    bool anybody = false;
    for (const auto& party : parties) {
        const auto email = email_for(command, party);
        anybody |= !party.people.empty() || !email.empty();
        if (!email.empty() && !accounts::is_email(email))
            problems.push_back(
                {email_field(party.owner), "Enter an e-mail address, like name@example.org."});
    }
    if (!anybody)
        problems.push_back({"", "Nobody would be asked: enter an e-mail address, or go back and "
                                "choose others."});
    plan::refuse_too_long(problems, "words", command.words, longest_words);
    return problems;
}

void keep(store::Db& db, const Scope& scope, const Ask& command, const Request& request,
          const std::vector<Party>& parties) {
    add_request(db, scope, request);
    for (const auto& party : parties) {
        const auto email = email_for(command, party);
        if (party.people.empty() && email.empty()) continue;
        for (const auto& action : party.actions) add_asked(db, request.id, action);
        if (!email.empty())
            add_office(db, {.id = scope.new_id<OfficeId>(),
                            .request = request.id,
                            .owner = party.owner,
                            .owner_name = party.name,
                            .email = email});
    }
}

void end_links(store::Db& db, const Scope& scope, const Office& office) {
    for (const auto& link : accounts::links_of(db, link_purpose, office.id.view()))
        (void)accounts::revoke_link(db, scope, link_purpose, link.id);
}

} // namespace

std::vector<OpenAction> askable_actions(store::Db& db, const Scope& scope,
                                        const plan::PlanId& plan) {
    auto actions = open_actions(db, plan);
    std::erase_if(actions, [&](const OpenAction& action) {
        return !plan::may_ask_for_updates(scope, action.section_owner);
    });
    return actions;
}

std::vector<Party> parties(store::Db& db, const Scope& scope, const plan::PlanId& plan,
                           const std::vector<OpenAction>& actions) {
    auto all = by_owner(actions);
    restriction::Readers readers(db, scope);
    const auto acting = acting_for(db, plan, scope.today);
    const auto nobody = scope.new_id<PersonId>(); // who holds a link reads what anybody may
    for (auto& party : all) {
        party.by_link = readable(readers, nobody, party);
        for (const auto& one : acting) {
            if (one.owner != party.owner) continue;
            if (const int number = readable(readers, one.person, party))
                party.people.push_back({one.person, one.known_as, number});
        }
    }
    return all;
}

int people_in(const std::vector<Party>& parties) {
    std::set<PersonId> people;
    for (const auto& party : parties)
        for (const auto& one : party.people) people.insert(one.person);
    return int(people.size());
}

std::string email_field(const OwnerId& owner) {
    return "email_" + owner.str();
}

Result<RequestId> ask(store::Db& db, const Scope& scope, const Ask& command) {
    const auto plan = plan::find_plan(db, scope, command.plan);
    const auto actions = askable_actions(db, scope, command.plan);
    if (!plan || plan->withdrawn || actions.empty()) return not_found();
    if (auto problems = problems_with(command.choice, scope.today); !problems.empty())
        return invalid(std::move(problems));
    const auto all = parties(db, scope, command.plan, chosen(actions, command.choice));
    if (auto problems = problems_with_sending(command, all); !problems.empty())
        return invalid(std::move(problems));
    const Request request{.id = scope.new_id<RequestId>(),
                          .plan = plan->id,
                          .plan_title = plan->title,
                          .asked_by = scope.person,
                          .asker = scope.known_as,
                          .asked_at = scope.now,
                          .answer_by = answer_by(command.choice),
                          .words = std::string(trimmed(command.words))};
    keep(db, scope, command, request, all);
    tell_those_who_owe(db, scope, request);
    return request.id;
}

std::optional<Request> find_to_look_after(store::Db& db, const Scope& scope,
                                          const plan::PlanId& plan, const RequestId& id) {
    auto request = find_request(db, id);
    if (!request || request->plan != plan) return std::nullopt;
    const bool is_own = request->asked_by && request->asked_by == scope.person;
    if (is_own ? !scope.may(Permission::update_action) : !scope.may(Permission::edit_plan))
        return std::nullopt;
    return request;
}

Result<Done> remind_by_hand(store::Db& db, const Scope& scope, const OfRequest& which) {
    auto request = find_to_look_after(db, scope, which.plan, which.request);
    if (!request || !request->is_open()) return not_found();
    if (request->reminded_on == scope.today)
        return invalid("", "They were reminded today. Remind them again tomorrow.");
    request->reminded_on = scope.today;
    TRY(save_request(db, scope, *request, "update_request.reminded"));
    tell_those_who_owe(db, scope, *request);
    return Done{};
}

Result<Done> close(store::Db& db, const Scope& scope, const OfRequest& which) {
    auto request = find_to_look_after(db, scope, which.plan, which.request);
    if (!request || !request->is_open()) return not_found();
    request->closed_at = scope.now;
    TRY(save_request(db, scope, *request, "update_request.closed"));
    for (const auto& office : offices_of(db, request->id, scope.now)) end_links(db, scope, office);
    forget_addresses(db, request->id);
    return Done{};
}

Result<Done> give_link_again(store::Db& db, const Scope& scope, const OfRequest& which,
                             const OfficeId& id) {
    const auto request = find_to_look_after(db, scope, which.plan, which.request);
    const auto office = request ? find_office(db, id, scope.now) : std::nullopt;
    if (!office || office->request != request->id || !may_have_another_link(*request, *office))
        return not_found();
    return send_link(db, scope, *request, *office);
}

Result<Done> take_link_back(store::Db& db, const Scope& scope, const OfRequest& which,
                            const OfficeId& id) {
    const auto request = find_to_look_after(db, scope, which.plan, which.request);
    const auto office = request ? find_office(db, id, scope.now) : std::nullopt;
    if (!office || office->request != request->id || !office->has_link) return not_found();
    end_links(db, scope, *office);
    return Done{};
}

} // namespace openmasa::updates
