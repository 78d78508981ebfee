#include "plan/actions/leading.hpp"
#include "core/accounts/people_called.hpp"
#include "core/references/references.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/actions/leading_store.hpp"
#include "plan/store.hpp"
#include "plan/telling.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace openmasa::plan {
namespace {

constexpr std::size_t most_awaited = 20;

/// Depth first; each action is looked at once.
bool leads_back(const Waiting& all, const ActionId& from, const ActionId& to,
                std::set<ActionId>& seen, std::vector<ActionId>& way) {
    if (!seen.insert(from).second) return false;
    way.push_back(from);
    if (from == to) return true;
    if (const auto next = all.find(from); next != all.end())
        for (const auto& id : next->second)
            if (leads_back(all, id, to, seen, way)) return true;
    way.pop_back();
    return false;
}

} // namespace

std::vector<ActionId> way_round(const Waiting& all, const ActionId& action,
                                const std::vector<ActionId>& waits_for) {
    std::set<ActionId> seen;
    for (const auto& id : waits_for) {
        std::vector<ActionId> way;
        if (leads_back(all, id, action, seen, way)) return way;
    }
    return {};
}

namespace {

/// What was typed, taken apart at commas, semicolons and line ends.
std::vector<std::string> parts_of(std::string_view typed) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= typed.size();) {
        const auto end = std::min(typed.find_first_of(",;\n", at), typed.size());
        if (auto part = one_line(typed.substr(at, end - at)); !part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

/// By the plan's own reference, or the one to say aloud.
std::optional<Action> find_called(store::Db& db, const Scope& scope, const PlanId& plan,
                                  const std::string& words) {
    auto id = find_in_plan(db, plan, words);
    if (!id) id = find_in_plan(db, plan, upper(words));
    if (!id)
        if (const auto found = references::find(db, words); found && found->kind == "action")
            id = ActionId::parse(found->id);
    auto action = id ? find_action(db, scope, *id) : std::nullopt;
    if (action && action->withdrawn) return std::nullopt;
    return action;
}

class Saying {
public:
    Saying(store::Db& db, const Scope& scope, const SayWho& command, const Action& before)
        : db_(db), scope_(scope), command_(command), before_(before), action_(before) {}

    Result<Action> read() {
        read_lead();
        read_contributors();
        read_waits_for();
        if (!problems_.empty()) return invalid(std::move(problems_));
        return action_;
    }

private:
    void refuse(std::string_view field, std::string words) {
        problems_.push_back({std::string(field), std::move(words)});
    }
    void read_lead() {
        const auto name = one_line(command_.other_lead);
        if (name.empty()) return choose_lead();
        auto called = accounts::person_called(db_, name, scope_.today, "other_lead");
        if (called)
            action_.lead = *called;
        else
            problems_.push_back(called.refusal().problems.front());
    }
    /// One who leads it already may stay, also after leaving the owner.
    void choose_lead() {
        const auto known = can_lead(db_, before_.owner, scope_.today);
        const bool may = !command_.lead || command_.lead == before_.lead ||
                         std::ranges::count(known, *command_.lead, &Candidate::id) > 0;
        if (may)
            action_.lead = command_.lead;
        else
            refuse("lead", "Choose one of these people.");
    }
    void read_contributors() {
        const auto owners = access::list_owners(db_);
        std::vector<OwnerId> chosen;
        for (const auto& owner : owners)
            if (std::ranges::count(command_.contributors, owner.id)) chosen.push_back(owner.id);
        if (before_.owner && std::ranges::count(chosen, *before_.owner))
            refuse("contributors",
                   fmt::format("{} owns this action already.", before_.owner_name.value_or("It")));
        action_.contributors = text_of(chosen);
    }
    void read_waits_for() {
        std::vector<ActionId> ids;
        for (const auto& part : parts_of(command_.waits_for)) {
            const auto found = find_called(db_, scope_, before_.plan, part);
            if (!found)
                refuse("waits_for", fmt::format("No action is called \u201c{}\u201d.", part));
            else if (!std::ranges::count(ids, found->id))
                ids.push_back(found->id);
        }
        keep_what_is_not_shown(ids);
        if (ids.size() > most_awaited) refuse("waits_for", "At most 20 actions.");
        if (!way_round(list_waiting(db_), before_.id, ids).empty())
            refuse("waits_for", "It would wait for itself: one of these waits for this action.");
        std::ranges::sort(ids);
        action_.waits_for = text_of(ids);
    }

    /// What this person may not read, or was withdrawn, stood in no form that they had.
    void keep_what_is_not_shown(std::vector<ActionId>& ids) const {
        const auto shown = awaited_by(db_, before_);
        for (const auto& id : ids_in<ActionId>(before_.waits_for))
            if (!std::ranges::count(shown, id, &Awaited::id) && !std::ranges::count(ids, id))
                ids.push_back(id);
    }

    store::Db& db_;
    const Scope& scope_;
    const SayWho& command_;
    const Action& before_;
    Action action_;
    std::vector<Problem> problems_;
};

} // namespace

Result<Action> with_who(store::Db& db, const Scope& scope, const SayWho& command,
                        const Action& before) {
    return Saying(db, scope, command, before).read();
}

Result<bool> say_who(store::Db& db, const Scope& scope, const SayWho& command) {
    const auto before = find_action_to_update(db, scope, command.action);
    if (!before || before->withdrawn || !scope.may(Permission::edit_plan)) return not_found();
    if (before->version != command.version)
        return conflict("Somebody changed this action while you were writing.");
    const auto action = TRY(with_who(db, scope, command, *before));
    const bool same = action.lead == before->lead && action.contributors == before->contributors &&
                      action.waits_for == before->waits_for;
    if (same) return false;
    TRY(save_action(db, scope, action, {.verb = "action.changed"}));
    tell_who_is_new(db, scope, *before, action);
    return true;
}

std::string written(store::Db& db, const Action& action) {
    std::vector<std::string> references;
    for (const auto& one : awaited_by(db, action))
        references.push_back(one.plan == action.plan ? one.reference
                                                     : references::of(db, "action", one.id.view()));
    std::ranges::sort(references);
    return join(references, ", ");
}

} // namespace openmasa::plan
