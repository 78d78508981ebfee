#include "plan/versions/actions.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::versions {
namespace {

constexpr auto somebody_was_first =
    "Somebody saved this while you were looking. What it is now is shown below; look once more.";
constexpr std::size_t longest_reason = 1000;

Result<Done> check_reason(const std::string& why) {
    if (trimmed(why).empty()) return invalid("why", "Say why.");
    if (why.size() > longest_reason)
        return invalid("why", "This is too long: at most 1000 characters.");
    return Done{};
}

/// The record as this person may change it, in the version that they read.
Result<Record> find_for(store::Db& db, const Scope& scope, Kind kind, const std::string& id,
                        std::int64_t read) {
    if (!may_change(scope, kind)) return not_found();
    auto record = find_record(db, scope, kind, id);
    if (!record) return not_found();
    if (record->version != read) return conflict(somebody_was_first);
    return std::move(*record);
}

int steps_done(const std::vector<plan::Step>& steps) {
    return static_cast<int>(
        std::ranges::count_if(steps, [](const plan::Step& s) { return s.done_on.has_value(); }));
}

Result<Done> put_action_back(store::Db& db, const Scope& scope, const PutBack& command) {
    const auto id = *plan::ActionId::parse(command.id);
    auto wanted = action_at(db, scope, id, command.wanted);
    if (!wanted) return not_found();
    const auto now = *plan::find_action(db, scope, id);
    auto& action = wanted->action;
    action.version = now.version;
    action.section = now.section;
    action.objective = now.objective;
    action.position = now.position;
    action.evidence = now.evidence;
    action.steps = static_cast<int>(wanted->steps.size());
    action.steps_done = steps_done(wanted->steps);
    plan::save_steps(db, scope, id, wanted->steps);
    plan::save_notes(db, id, wanted->notes);
    return plan::save_action(db, scope, action, {.verb = "action.put_back", .why = command.why});
}

Result<Done> put_section_back(store::Db& db, const Scope& scope, const PutBack& command) {
    const auto id = *plan::SectionId::parse(command.id);
    auto wanted = section_at(db, scope, id, command.wanted);
    if (!wanted) return not_found();
    wanted->position = plan::find_section(db, scope, id)->position;
    wanted->version = command.read + 1;
    plan::save_section(db, scope, *wanted, {.verb = "section.put_back", .why = command.why});
    return Done{};
}

Result<Done> put_objective_back(store::Db& db, const Scope& scope, const PutBack& command) {
    const auto id = *plan::ObjectiveId::parse(command.id);
    auto wanted = objective_at(db, scope, id, command.wanted);
    if (!wanted) return not_found();
    wanted->position = plan::find_objective(db, scope, id)->position;
    wanted->version = command.read + 1;
    plan::save_objective(db, scope, *wanted, {.verb = "objective.put_back", .why = command.why});
    return Done{};
}

Result<Done> put_plan_back(store::Db& db, const Scope& scope, const PutBack& command) {
    auto wanted = plan_at(db, scope, *plan::PlanId::parse(command.id), command.wanted);
    if (!wanted) return not_found();
    wanted->version = command.read + 1;
    plan::save_plan(db, scope, *wanted, {.verb = "plan.put_back", .why = command.why});
    return Done{};
}

/// Where it is filed, who leads it, by when, who answers and which actions carry it out.
void file_as(recommendations::Recommendation& now, const recommendations::Recommendation& wanted) {
    now.title = wanted.title;
    now.home = wanted.home;
    now.priority = wanted.priority;
    now.home_words = wanted.home_words;
    now.kind = wanted.kind;
    now.tags = wanted.tags;
    now.owner = wanted.owner;
    now.lead = wanted.lead;
    now.due_words = wanted.due_words;
    now.due = wanted.due;
    now.expected = wanted.expected;
    now.actions = wanted.actions;
}

Result<Done> put_recommendation_back(store::Db& db, const Scope& scope, const PutBack& command) {
    const auto id = *recommendations::RecommendationId::parse(command.id);
    auto wanted = recommendation_at(db, scope, id, command.wanted);
    auto now = recommendations::find_whole(db, scope, id);
    if (!wanted || !now) return not_found();
    file_as(now->it, wanted->it);
    now->sources = std::move(wanted->sources);
    return recommendations::save_recommendation(
        db, scope, *now, {.verb = "recommendation.put_back", .why = command.why});
}

Result<Done> bring_recommendation_back(store::Db& db, const Scope& scope,
                                       const ChangeStanding& command) {
    if (command.to == Standing::withdrawn) return not_found();
    auto whole = *recommendations::find_whole(
        db, scope, *recommendations::RecommendationId::parse(command.id));
    whole.it.withdrawn = false;
    whole.it.withdrawn_why.clear();
    return recommendations::save_recommendation(
        db, scope, whole, {.verb = "recommendation.brought_back", .why = command.why});
}

/// The verb of the audit, and the reason where what it was withdrawn for does not hold it.
struct Said {
    std::string verb;
    std::string why;
    std::string withdrawn_why;
};

Said said(const ChangeStanding& command) {
    const bool withdraws = command.to == Standing::withdrawn;
    return {.verb =
                std::string(to_text(command.kind)) + (withdraws ? ".withdrawn" : ".brought_back"),
            .why = withdraws ? std::string() : command.why,
            .withdrawn_why = withdraws ? command.why : std::string()};
}

template<class Noun> void set_standing(Noun& noun, const Said& said) {
    noun.withdrawn = !said.withdrawn_why.empty();
    noun.withdrawn_why = said.withdrawn_why;
}

/// What stands in a priority or an objective goes and comes back with it.
class Parts {
public:
    Parts(store::Db& db, const Scope& scope, const ChangeStanding& command)
        : db_(db), scope_(scope), withdraws_(command.to == Standing::withdrawn), why_(command.why) {
    }

    /// `was_why` is what the whole was withdrawn for until now.
    void change_of_section(const plan::Section& section, const std::string& was_why) {
        const auto as = with(withdraws_ ? why_ : was_why, "priority");
        for (auto& objective : plan::all_objectives_of(db_, section.plan))
            if (objective.section == section.id) change(objective, as);
        change_actions(section.plan, as,
                       [&](const plan::Action& action) { return action.section == section.id; });
    }
    void change_of_objective(const plan::Objective& objective, const std::string& was_why) {
        const auto section = plan::find_section(db_, scope_, objective.section);
        if (!section) return;
        change_actions(
            section->plan, with(withdraws_ ? why_ : was_why, "objective"),
            [&](const plan::Action& action) { return action.objective == objective.id; });
    }

private:
    static std::string with(const std::string& why, std::string_view whole) {
        return why + " (with its " + std::string(whole) + ")";
    }
    bool changes(bool withdrawn, const std::string& why, const std::string& as) const {
        return withdraws_ ? !withdrawn : withdrawn && why == as;
    }
    Said said_of(std::string_view kind, const std::string& as) const {
        return {.verb = std::string(kind) + (withdraws_ ? ".withdrawn" : ".brought_back"),
                .why = withdraws_ ? std::string() : why_,
                .withdrawn_why = withdraws_ ? as : std::string()};
    }
    void change(plan::Objective& objective, const std::string& as) {
        if (!changes(objective.withdrawn, objective.withdrawn_why, as)) return;
        const auto said = said_of("objective", as);
        set_standing(objective, said);
        ++objective.version;
        plan::save_objective(db_, scope_, objective, {.verb = said.verb, .why = said.why});
    }
    template<class Belongs>
    void change_actions(const plan::PlanId& plan, const std::string& as, Belongs belongs) {
        const auto said = said_of("action", as);
        for (auto& action : plan::all_actions_of(db_, plan)) {
            if (!belongs(action) || !changes(action.withdrawn, action.withdrawn_why, as)) continue;
            set_standing(action, said);
            (void)plan::save_action(db_, scope_, action, {.verb = said.verb, .why = said.why});
        }
    }

    store::Db& db_;
    const Scope& scope_;
    bool withdraws_;
    std::string why_;
};

Result<Done> save_standing(store::Db& db, const Scope& scope, const ChangeStanding& command) {
    const auto as = said(command);
    const plan::Deed deed{.verb = as.verb, .why = as.why};
    const auto save = [&](auto noun, auto save_noun) {
        set_standing(noun, as);
        ++noun.version;
        save_noun(db, scope, noun, deed);
    };
    switch (command.kind) {
    case Kind::plan:
        save(*plan::find_plan(db, scope, *plan::PlanId::parse(command.id)), plan::save_plan);
        break;
    case Kind::section: {
        const auto section = *plan::find_section(db, scope, *plan::SectionId::parse(command.id));
        Parts(db, scope, command).change_of_section(section, section.withdrawn_why);
        save(section, plan::save_section);
        break;
    }
    case Kind::objective: {
        const auto objective =
            *plan::find_objective(db, scope, *plan::ObjectiveId::parse(command.id));
        Parts(db, scope, command).change_of_objective(objective, objective.withdrawn_why);
        save(objective, plan::save_objective);
        break;
    }
    case Kind::recommendation: return bring_recommendation_back(db, scope, command);
    case Kind::action:
        auto action = *plan::find_action(db, scope, *plan::ActionId::parse(command.id));
        set_standing(action, as);
        return plan::save_action(db, scope, action, deed);
    }
    return Done{};
}

/// Whether that version says what this one does, but for what stays as it is.
bool is_the_same_now(store::Db& db, const Record& record, std::int64_t wanted) {
    const auto find = [&](std::int64_t version) {
        return history::find_version(db, to_text(record.kind), record.id, version);
    };
    const auto then = find(wanted), now = find(record.version);
    return then && now &&
           what_putting_back_changes(record.kind, now->content, then->content).empty();
}

} // namespace

Result<Done> put_back(store::Db& db, const Scope& scope, const PutBack& command) {
    const auto record = TRY(find_for(db, scope, command.kind, command.id, command.read));
    TRY(check_reason(command.why));
    if (command.wanted >= record.version || command.wanted < 1) return not_found();
    if (is_the_same_now(db, record, command.wanted))
        return invalid("why", "It is the same now: there is nothing to put back.");
    switch (command.kind) {
    case Kind::plan: return put_plan_back(db, scope, command);
    case Kind::section: return put_section_back(db, scope, command);
    case Kind::objective: return put_objective_back(db, scope, command);
    case Kind::action: return put_action_back(db, scope, command);
    case Kind::recommendation: return put_recommendation_back(db, scope, command);
    }
    return not_found();
}

Result<Done> change_standing(store::Db& db, const Scope& scope, const ChangeStanding& command) {
    const auto record = TRY(find_for(db, scope, command.kind, command.id, command.read));
    TRY(check_reason(command.why));
    const bool withdraws = command.to == Standing::withdrawn;
    if (record.withdrawn == withdraws) return conflict(somebody_was_first);
    return save_standing(db, scope, command);
}

} // namespace openmasa::versions
