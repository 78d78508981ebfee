#include "plan/recommendations/actions.hpp"
#include "kernel/id_list.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/recommendations/following_up.hpp"
#include <algorithm>
#include <iterator>
#include <tuple>

namespace openmasa::recommendations {
namespace {

/// The recommendation as this person may change it, in the version that they read.
Result<Whole> find_for(store::Db& db, const Scope& scope, Permission permission,
                       const RecommendationId& id, std::int64_t version) {
    auto whole = find_whole(db, scope, id);
    if (!whole || whole->it.withdrawn || !scope.may(permission, whole->it.owner, id.view()))
        return not_found();
    if (whole->it.version != version)
        return conflict("Somebody changed this while you were writing. What they saved is shown "
                        "above; yours is below, as you left it.");
    return std::move(*whole);
}

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

Result<Done> join_whole(store::Db& db, const Scope& scope, Whole& whole, const RecommendationId& to,
                        std::string_view why, int likeness) {
    const auto other = find_recommendation(db, scope, to);
    if (!other) return not_found();
    auto reason = why_not_joined(whole.it, !joined_to(db, scope, whole.it.id).empty(), *other);
    if (!reason.empty()) return invalid("to", std::move(reason));
    whole.it.joined_to = to;
    whole.it.joined_on = scope.today;
    whole.it.joined_why = trimmed(why);
    whole.it.joined_likeness = std::clamp(likeness, 0, 100);
    return Done{};
}

} // namespace

Result<Recommendation> add(store::Db& db, const Scope& scope, const AddRecommendation& command) {
    if (!scope.may(Permission::keep_recommendations)) return not_found();
    auto problems = problems_with(command.filing);
    append(problems, problems_with(command.source, scope.today));
    append(problems, problems_with_places(db, scope, command.filing));
    if (!problems.empty()) return invalid(std::move(problems));
    Whole whole{.it = {.id = scope.new_id<RecommendationId>()},
                .sources = {source_of(scope.new_id<SourceId>(), command.source)}};
    file(whole.it, command.filing);
    whole.it.since = whole.sources.front().dated.value_or(scope.today);
    whole.it = add_recommendation(db, scope, std::move(whole));
    if (!command.join_to) return whole.it;
    auto joined = find_whole(db, scope, whole.it.id);
    TRY(join_whole(db, scope, *joined, *command.join_to, "It says much the same.",
                   command.likeness));
    TRY(save_recommendation(db, scope, *joined, {.verb = "recommendation.joined"}));
    ++joined->it.version;
    return joined->it;
}

Result<bool> change_filing(store::Db& db, const Scope& scope, const ChangeFiling& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    auto problems = problems_with(command.filing);
    append(problems, problems_with_places(db, scope, command.filing));
    if (!problems.empty()) return invalid(std::move(problems));
    const auto said = [](const Recommendation& r) {
        return std::tie(r.title, r.home, r.priority, r.home_words, r.kind, r.tags, r.owner, r.lead,
                        r.due_words, r.expected);
    };
    const auto before = whole.it;
    file(whole.it, command.filing);
    if (said(before) == said(whole.it)) return false;
    TRY(save_recommendation(db, scope, whole, {.verb = "recommendation.changed"}));
    return true;
}

Result<Done> add_source(store::Db& db, const Scope& scope, const AddSource& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    if (auto problems = problems_with(command.source, scope.today); !problems.empty())
        return invalid(std::move(problems));
    whole.sources.push_back(source_of(scope.new_id<SourceId>(), command.source));
    return save_recommendation(db, scope, whole, {.verb = "recommendation.source_added"});
}

Result<Done> link_actions(store::Db& db, const Scope& scope, const LinkActions& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::answer_recommendation, command.id, command.version));
    const auto before = ids_in<plan::ActionId>(whole.it.actions);
    std::vector<plan::ActionId> linked;
    // What this person does not see was not theirs to leave out.
    for (const auto& id : before)
        if (!plan::find_action(db, scope, id)) linked.push_back(id);
    for (const auto& id : command.actions) {
        if (std::ranges::count(linked, id)) continue;
        const auto action = plan::find_action(db, scope, id);
        if (!action || action->withdrawn)
            return invalid("actions", "One of these actions is no longer there.");
        linked.push_back(id);
    }
    whole.it.actions = text_of(linked);
    return save_recommendation(db, scope, whole, {.verb = "recommendation.changed"});
}

std::vector<Problem> problems_with(const AddEvidence& command, Day today) {
    std::vector<Problem> problems;
    if (!command.kind)
        problems.push_back({"kind", "Say how this is known."});
    else if (!counts_for(*command.kind, command.shows))
        problems.push_back({"kind", "A document shows that it was done; it does not show what "
                                    "changed."});
    if (trimmed(command.words).empty())
        problems.push_back({"words", "Say what it shows, in a sentence or two."});
    if (command.words.size() > 8000)
        problems.push_back({"words", "This is too long: at most 8000 characters."});
    const auto on = typed_day(command.on);
    if (!on)
        problems.push_back({"on", "Say of which day this is, like 31 March 2025."});
    else if (*on > today)
        problems.push_back({"on", "The day is still to come."});
    return problems;
}

Result<Done> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::answer_recommendation, command.id, command.version));
    if (auto problems = problems_with(command, scope.today); !problems.empty())
        return invalid(std::move(problems));
    whole.evidence.push_back({.id = scope.new_id<EvidenceId>(),
                              .shows = command.shows,
                              .kind = *command.kind,
                              .words = std::string(trimmed(command.words)),
                              .link = std::string(trimmed(command.link)),
                              .on = *typed_day(command.on)});
    return save_recommendation(db, scope, whole, {.verb = "recommendation.evidence_added"});
}

namespace {

/// What stands in the way of a move, everything at once.
std::vector<Problem> hindrances(const Row& row, const Whole& whole, const MakeMove& command,
                                Day today) {
    auto problems = problems_with(command, row, whole.it.since, today);
    for (auto& missing : missing_for(row, standing_of(whole)))
        problems.push_back({"missing", std::move(missing.words)});
    return problems;
}

} // namespace

Result<State> move(store::Db& db, const Scope& scope, const MakeMove& command) {
    auto whole = TRY(find_for(db, scope, Permission::read_plan, command.id, command.version));
    if (whole.it.joined_to) return conflict("It stands with another one: move that one.");
    const auto* row = transitions::find_row(moves(), whole.it.state, command.move);
    if (!row)
        return conflict("It is " + lower(spoken(whole.it.state)) +
                        ": from there this move does "
                        "not lead on.");
    if (!scope.may(row->who, whole.it.owner, command.id.view())) return not_found();
    auto problems = hindrances(*row, whole, command, scope.today);
    std::optional<Recommendation> next;
    if (row->asks.has(Asked::superseded) && !trimmed(command.superseded_by).empty()) {
        next = find_called(db, scope, command.superseded_by);
        if (!next || next->withdrawn || next->id == command.id)
            problems.push_back({"superseded_by", "There is no other recommendation of that name."});
    }
    if (!problems.empty()) return invalid(std::move(problems));
    const auto on = *typed_day(command.on);
    whole.moves.push_back({.id = scope.new_id<MoveId>(),
                           .number = static_cast<int>(whole.moves.size()) + 1,
                           .move = std::string(to_text(row->move)),
                           .from = row->from,
                           .to = row->to,
                           .on = on,
                           .by = one_line(command.by),
                           .comment = std::string(trimmed(command.comment))});
    whole.it.state = row->to;
    whole.it.since = on;
    whole.it.superseded_by = next ? std::optional(next->id) : std::nullopt;
    TRY(save_recommendation(db, scope, whole, {.verb = "recommendation.moved", .true_from = on}));
    follow_up(db, scope, *row, whole.it);
    return row->to;
}

Result<Done> join(store::Db& db, const Scope& scope, const Join& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    TRY(join_whole(db, scope, whole, command.to, command.why, command.likeness));
    return save_recommendation(db, scope, whole, {.verb = "recommendation.joined"});
}

Result<Done> part(store::Db& db, const Scope& scope, const PartFrom& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    if (!whole.it.joined_to) return conflict("It stands by itself already.");
    if (trimmed(command.why).empty())
        return invalid("why", "Say why it is to stand by itself again.");
    whole.it.joined_to.reset();
    whole.it.joined_on.reset();
    whole.it.joined_why.clear();
    whole.it.joined_likeness = 0;
    return save_recommendation(db, scope, whole,
                               {.verb = "recommendation.parted", .why = trimmed(command.why)});
}

Result<Done> withdraw(store::Db& db, const Scope& scope, const Withdraw& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::keep_recommendations, command.id, command.version));
    if (whole.it.state != State::proposed)
        return conflict("It was decided about: close it with a reason instead.");
    if (!joined_to(db, scope, command.id).empty())
        return conflict("Others stand with it: part those first.");
    if (trimmed(command.why).empty())
        return invalid("why", "Say why it should never have been there.");
    whole.it.withdrawn = true;
    whole.it.withdrawn_why = trimmed(command.why);
    return save_recommendation(db, scope, whole,
                               {.verb = "recommendation.withdrawn", .why = whole.it.withdrawn_why});
}

} // namespace openmasa::recommendations
