#include "plan/recommendations/adding.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/recommendations/finding.hpp"
#include <algorithm>
#include <iterator>
#include <tuple>

namespace openmasa::recommendations {
namespace {

void append(std::vector<Problem>& all, std::vector<Problem> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// What is wrong with a choice that no longer is one.
std::vector<Problem> problems_with_places(store::Db& db, const Scope& scope, const Filing& filing) {
    if (filing.home != Home::priority || !filing.priority) return {};
    const auto section = plan::find_section(db, scope, *filing.priority);
    if (section && !section->withdrawn) return {};
    return {{"priority", "That [priority] is no longer there."}};
}

std::vector<Problem> problems_with_actions(store::Db& db, const Scope& scope,
                                           const std::vector<plan::ActionId>& actions) {
    const auto linked = linked_actions(db, scope, {}, actions);
    return linked ? std::vector<Problem>() : linked.refusal().problems;
}

/// Where it stood when it was brought in, as one step of its history.
void bring(const Scope& scope, Whole& whole, const BroughtIn& brought) {
    if (!brought.state || *brought.state == State::proposed) return;
    const auto on = typed_day(brought.since).value_or(scope.today);
    whole.moves.push_back({.id = scope.new_id<MoveId>(),
                           .number = 1,
                           .move = std::string(brought_in),
                           .from = State::proposed,
                           .to = *brought.state,
                           .on = on});
    whole.it.state = *brought.state;
    whole.it.since = on;
}

/// The day on its document; of one that stood somewhere already, no later than that day.
Day proposed_on(const Scope& scope, const Whole& whole, const BroughtIn& brought) {
    const auto latest = typed_day(brought.since).value_or(scope.today);
    return std::min(whole.sources.front().dated.value_or(latest), latest);
}

} // namespace

std::vector<Problem> problems_with(store::Db& db, const Scope& scope,
                                   const AddRecommendation& command) {
    auto problems = problems_with(command.filing);
    append(problems, problems_with(command.source, scope.today));
    append(problems, problems_with(command.brought, scope.today));
    append(problems, problems_with_places(db, scope, command.filing));
    append(problems, problems_with_actions(db, scope, command.actions));
    return problems;
}

Result<Recommendation> add(store::Db& db, const Scope& scope, const AddRecommendation& command) {
    if (!scope.may(Permission::keep_recommendations)) return not_found();
    if (auto problems = problems_with(db, scope, command); !problems.empty())
        return invalid(std::move(problems));
    Whole whole{.it = {.id = scope.new_id<RecommendationId>()},
                .sources = {source_of(scope.new_id<SourceId>(), command.source)}};
    file(whole.it, command.filing);
    whole.it.since = proposed_on(scope, whole, command.brought);
    whole.it.actions = TRY(linked_actions(db, scope, {}, command.actions));
    whole.it = add_recommendation(db, scope, std::move(whole));
    if (!command.join_to && !command.brought.state) return whole.it;
    auto now = *find_whole(db, scope, whole.it.id);
    bring(scope, now, command.brought);
    if (command.join_to)
        TRY(join_whole(db, scope, now, *command.join_to, "It says much the same.",
                       command.likeness));
    const auto verb = command.join_to ? "recommendation.joined" : "recommendation.moved";
    const auto true_from = command.join_to ? scope.today : now.it.since;
    TRY(save_recommendation(db, scope, now, {.verb = verb, .true_from = true_from}));
    ++now.it.version;
    return now.it;
}

namespace {

/// The first of its own sources, as put right.
std::vector<Problem> put_right(Whole& whole, const std::optional<SourceWords>& said, Day today) {
    if (!said) return {};
    auto problems = problems_with(*said, today);
    if (problems.empty() && !whole.sources.empty())
        whole.sources.front() = source_of(whole.sources.front().id, *said);
    return problems;
}

} // namespace

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const ChangeFiling& command) {
    auto problems = problems_with(command.filing);
    if (command.source) append(problems, problems_with(*command.source, scope.today));
    append(problems, problems_with_places(db, scope, command.filing));
    if (command.actions) append(problems, problems_with_actions(db, scope, *command.actions));
    return problems;
}

Result<bool> change_filing(store::Db& db, const Scope& scope, const ChangeFiling& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    if (auto problems = problems_with(db, scope, command); !problems.empty())
        return invalid(std::move(problems));
    const auto said = [](const Whole& w) {
        const auto& r = w.it;
        return std::tie(r.title, r.home, r.priority, r.home_words, r.kind, r.tags, r.owner, r.lead,
                        r.due_words, r.expected, r.actions, w.sources);
    };
    const auto before = whole;
    file(whole.it, command.filing);
    put_right(whole, command.source, scope.today);
    if (command.actions)
        whole.it.actions = TRY(linked_actions(db, scope, whole.it.actions, *command.actions));
    if (said(before) == said(whole)) return false;
    TRY(save_recommendation(db, scope, whole, {.verb = "recommendation.changed"}));
    return true;
}

Result<Done> keep_source(store::Db& db, const Scope& scope, const KeepSource& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    if (auto problems = problems_with(command.said, scope.today); !problems.empty())
        return invalid(std::move(problems));
    if (!command.source) {
        whole.sources.push_back(source_of(scope.new_id<SourceId>(), command.said));
        return save_recommendation(db, scope, whole, {.verb = "recommendation.source_added"});
    }
    const auto kept = std::ranges::find(whole.sources, *command.source, &Source::id);
    if (kept == whole.sources.end()) return not_found();
    *kept = source_of(kept->id, command.said);
    return save_recommendation(db, scope, whole, {.verb = "recommendation.source_changed"});
}

Result<Done> remove_source(store::Db& db, const Scope& scope, const RemoveSource& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    if (whole.sources.size() == 1)
        return invalid("why", "It is the only source: a recommendation without one is withdrawn "
                              "instead.");
    if (trimmed(command.why).empty()) return invalid("why", "Say why it should not be there.");
    if (std::erase_if(whole.sources, [&](const Source& s) { return s.id == command.source; }) == 0)
        return not_found();
    return save_recommendation(
        db, scope, whole, {.verb = "recommendation.source_removed", .why = trimmed(command.why)});
}

} // namespace openmasa::recommendations
