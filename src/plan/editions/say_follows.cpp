#include "plan/editions/say_follows.hpp"
#include "kernel/text.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::editions {
namespace {

/// Whether one of them follows the other, by however many editions.
bool comes_after(const std::vector<plan::Plan>& plans, const plan::PlanId& later,
                 const plan::PlanId& earlier) {
    auto at = std::optional(later);
    for (std::size_t steps = 0; at && steps <= plans.size(); ++steps) {
        if (*at == earlier) return true;
        const auto plan = std::ranges::find(plans, *at, &plan::Plan::id);
        at = plan == plans.end() ? std::nullopt : plan->follows;
    }
    return false;
}

class Following {
public:
    Following(store::Db& db, const Scope& scope, const SayFollows& said, Edition now,
              std::optional<Edition> before)
        : db_(db), scope_(scope), said_(said), now_(std::move(now)), before_(std::move(before)) {}

    Result<Done> run() {
        TRY(let_go_of_former());
        if (before_) read_pairs();
        save_plan();
        for (const auto& section : now_.sections) save_priority(section);
        for (const auto& action : now_.actions) TRY(save_newer(action));
        if (before_)
            for (const auto& action : before_->actions) TRY(save_older(action));
        return Done{};
    }

private:
    bool was_said_before() const { return before_ && now_.plan.follows == before_->plan.id; }
    Result<Done> let_go_of_former();
    void read_pairs();
    void save_plan();
    void save_priority(plan::Section section);
    Result<Done> save_newer(plan::Action action);
    Result<Done> save_older(const plan::Action& action);
    Result<Done> leave(plan::Action action, std::string why);
    Result<Done> finish(plan::Action action, std::string_view words);

    /// What follows something that this person does not see keeps it, unless it is said to go on
    /// from something else.
    template<class Noun>
    bool keeps_its_own(const Noun& noun, const std::vector<Noun>& older) const {
        return was_said_before() && noun.follows &&
               !std::ranges::count(older, *noun.follows, &Noun::id);
    }

    store::Db& db_;
    const Scope& scope_;
    const SayFollows& said_;
    Edition now_;
    std::optional<Edition> before_;
    std::map<plan::SectionId, plan::SectionId> sections_;
    std::map<plan::ActionId, plan::ActionId> actions_;
};

/// What an edition left that is not the one before any more was not left after all.
Result<Done> Following::let_go_of_former() {
    if (!now_.plan.follows || was_said_before()) return Done{};
    const auto former = read_edition(db_, scope_, *now_.plan.follows);
    if (!former) return Done{};
    for (const auto& action : former->actions)
        if (!action.left_behind_why.empty()) TRY(leave(action, ""));
    return Done{};
}

void Following::read_pairs() {
    for (const auto& pair : said_.priorities)
        if (pair.now) sections_[*pair.now] = pair.before;
    std::vector<std::string> unknown;
    for (const auto& pair : said_.actions)
        for (const auto* action : actions_called(now_, pair.as, unknown))
            actions_[action->id] = pair.before;
}

template<class SomeId>
std::optional<SomeId> find_in(const std::map<SomeId, SomeId>& pairs, const SomeId& id) {
    const auto found = pairs.find(id);
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

void Following::save_plan() {
    auto plan = now_.plan;
    plan.follows = said_.before;
    if (plan.follows == now_.plan.follows) return;
    ++plan.version;
    plan::save_plan(db_, scope_, plan, {.verb = "plan.follows_said"});
}

void Following::save_priority(plan::Section section) {
    const auto follows = find_in(sections_, section.id);
    if (!follows && before_ && keeps_its_own(section, before_->sections)) return;
    if (section.follows == follows) return;
    section.follows = follows;
    ++section.version;
    plan::save_section(db_, scope_, section, {.verb = "section.follows_said"});
}

Result<Done> Following::save_newer(plan::Action action) {
    const auto follows = find_in(actions_, action.id);
    if (!follows && before_ && keeps_its_own(action, before_->actions)) return Done{};
    if (action.follows == follows) return Done{};
    action.follows = follows;
    return plan::save_action(db_, scope_, std::move(action), {.verb = "action.follows_said"});
}

Result<Done> Following::save_older(const plan::Action& action) {
    const bool goes_on =
        std::ranges::any_of(actions_, [&](const auto& pair) { return pair.second == action.id; });
    const auto* pair = find_pair(said_, action.id);
    if (goes_on || !pair) return leave(action, "");
    if (!plan::is_open(action.status)) return Done{};
    return pair->is_done ? finish(action, pair->why) : leave(action, one_line(pair->why));
}

Result<Done> Following::leave(plan::Action action, std::string why) {
    if (action.left_behind_why == why) return Done{};
    action.left_behind_why = std::move(why);
    const auto verb =
        action.left_behind_why.empty() ? "action.not_left_behind" : "action.left_behind";
    return plan::save_action(db_, scope_, std::move(action), {.verb = verb});
}

Result<Done> Following::finish(plan::Action action, std::string_view words) {
    const auto said = one_line(words);
    plan::add_progress(
        db_, scope_, action,
        {.at = scope_.now,
         .who = {},
         .before = action.status,
         .status = plan::Status::done,
         .words = said.empty() ? "Done, as said when the next edition followed." : said});
    action.status = plan::Status::done;
    action.stopped_why.clear();
    action.left_behind_why.clear();
    action.last_update = scope_.today;
    return plan::save_action(db_, scope_, std::move(action), {.verb = "action.progress_recorded"});
}

} // namespace

std::vector<plan::Plan> may_follow(store::Db& db, const Scope& scope, const plan::Plan& plan) {
    const auto all = plan::list_plans(db, scope);
    std::vector<plan::Plan> found;
    for (const auto& one : all) {
        const bool is_followed = std::ranges::any_of(all, [&](const plan::Plan& other) {
            return other.id != plan.id && other.follows == one.id;
        });
        if (!is_followed && !comes_after(all, one.id, plan.id)) found.push_back(one);
    }
    std::ranges::sort(found, {}, [&](const plan::Plan& one) {
        return std::make_tuple(one.type != plan.type, one.title, one.id);
    });
    return found;
}

Result<Done> say_follows(store::Db& db, const Scope& scope, const SayFollows& command) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    auto now = read_edition(db, scope, command.plan);
    if (!now) return not_found();
    auto before = command.before ? read_edition(db, scope, *command.before) : std::nullopt;
    if (command.before && !before) return not_found();
    if (before &&
        !std::ranges::count(may_follow(db, scope, now->plan), before->plan.id, &plan::Plan::id))
        return conflict(fmt::format("\u201c{}\u201d cannot come before this one: another edition "
                                    "follows it, or it follows this one itself.",
                                    before->plan.title));
    if (command.state != state_of(before ? &*before : nullptr, *now))
        return conflict("Somebody changed what is paired here while you were deciding. What they "
                        "saved stands at its place, and what you wrote is still here. Look at it, "
                        "then save it again.");
    if (before)
        if (auto problems = problems_with(command, *before, *now); !problems.empty())
            return invalid(std::move(problems));
    return Following(db, scope, command, std::move(*now), std::move(before)).run();
}

} // namespace openmasa::editions
