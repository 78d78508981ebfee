#include "plan/recommendations/actions.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendations/finding.hpp"
#include "plan/recommendations/following_up.hpp"
#include "plan/rules.hpp"
#include <algorithm>

namespace openmasa::recommendations {

Beside read_beside(store::Db& db, const Whole& whole) {
    return {.hidden_open = count_hidden_open(db, whole),
            .unanswered = responses::count_unanswered(db, whole.it)};
}

namespace {

/// One that stands with another is followed there, by whoever may see that other.
Result<Done> is_followed_here(store::Db& db, const Scope& scope, const Recommendation& it) {
    const auto host = it.joined_to ? find_recommendation(db, scope, *it.joined_to) : std::nullopt;
    if (!host) return Done{};
    return conflict("It stands with " + host->reference + " and is followed there: add it there.");
}

} // namespace

Result<Done> link_actions(store::Db& db, const Scope& scope, const LinkActions& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::answer_recommendation, command.id, command.version));
    TRY(is_followed_here(db, scope, whole.it));
    whole.it.actions = TRY(linked_actions(db, scope, whole.it.actions, command.actions));
    return save_recommendation(db, scope, whole, {.verb = "recommendation.changed"});
}

namespace {

/// The first day that stands on one of its documents.
std::optional<Day> published_on(const std::vector<Source>& sources) {
    std::optional<Day> first;
    for (const auto& source : sources)
        if (source.dated) first = std::min(first.value_or(*source.dated), *source.dated);
    return first;
}

} // namespace

std::vector<Problem> problems_with(const AddEvidence& command, const std::vector<Source>& sources,
                                   Day today) {
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
    const auto link = trimmed(command.link);
    if (!link.empty() && !plan::is_web_address(link))
        problems.push_back(
            {"link", "This is not a web address. It starts with https:// or http://."});
    const auto on = typed_day(command.on);
    if (!on)
        problems.push_back({"on", "Say of which day this is, like 31 March 2025."});
    else if (*on > today)
        problems.push_back({"on", "The day is still to come."});
    else if (const auto first = published_on(sources);
             command.shows == Shows::impact && first && *on < *first)
        problems.push_back({"on", "It was published on " + openmasa::spoken(*first) +
                                      ": what changed by it cannot be of a day before that."});
    return problems;
}

Result<Done> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command) {
    auto whole =
        TRY(find_for(db, scope, Permission::answer_recommendation, command.id, command.version));
    TRY(is_followed_here(db, scope, whole.it));
    if (auto problems = problems_with(command, whole.sources, scope.today); !problems.empty())
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
std::vector<Problem> hindrances(store::Db& db, const Row& row, const Whole& whole,
                                const MakeMove& command, Day today) {
    auto problems = problems_with(command, row, whole.it.since, today);
    for (auto& missing : missing_for(row, standing_of(whole, read_beside(db, whole)))) {
        const bool is_said = missing.is_explained_by_comment && !trimmed(command.comment).empty();
        if (!is_said)
            problems.push_back({missing.is_explained_by_comment ? "comment" : "missing",
                                std::move(missing.words)});
    }
    return problems;
}

} // namespace

bool may_ever(const Scope& scope, Move move, const Recommendation& it) {
    return std::ranges::any_of(moves(), [&](const Row& row) {
        return row.move == move && scope.may(row.who, it.owner, it.id.view());
    });
}

Result<State> move(store::Db& db, const Scope& scope, const MakeMove& command) {
    const auto before = find_recommendation(db, scope, command.id);
    if (!before || !may_ever(scope, command.move, *before)) return not_found();
    auto whole = TRY(find_for(db, scope, Permission::read_plan, command.id, command.version));
    if (whole.it.joined_to) return conflict("It stands with another one: move that one.");
    const auto* row = transitions::find_row(moves(), whole.it.state, command.move);
    if (!row)
        return conflict("It is " + lower(spoken(whole.it.state)) +
                        ": from there this move does not lead on.");
    if (!scope.may(row->who, whole.it.owner, command.id.view())) return not_found();
    auto problems = hindrances(db, *row, whole, command, scope.today);
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
    TRY(save_recommendation(db, scope, whole, {.verb = "recommendation.joined"}));
    stop_all_clocks(db, scope, whole.it.id);
    return Done{};
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
    TRY(save_recommendation(db, scope, whole,
                            {.verb = "recommendation.parted", .why = trimmed(command.why)}));
    start_clocks_again(db, scope, whole);
    return Done{};
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
