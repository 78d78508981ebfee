#include "plan/recommendations/thread.hpp"
#include "core/routing/context.hpp"
#include "kernel/text.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendations/views.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

using store::ComposedQuery;
using thread::At;
using thread::Link;
using thread::Node;
using thread::Piece;
using thread::Stage;

constexpr std::string_view action_kind = "action", source_kind = "recommendation_source",
                           evidence_kind = "recommendation_evidence";

std::vector<std::string> ids_of(std::span<const At> all, std::string_view kind) {
    std::vector<std::string> ids;
    for (const auto& at : all)
        if (at.kind == kind) ids.push_back(at.id);
    return ids;
}

template<class Row> void add_ids(ComposedQuery<Row>& query, const std::vector<std::string>& ids) {
    query.add("IN (''");
    for (const auto& id : ids) query.add(", $", id);
    query.add(")");
}

// --- nodes
// ----------------------------------------------------------------------------------------

Node node_of(const RecommendationId& host, const Source& source) {
    std::vector<std::string> sub;
    if (!source.paragraph.empty()) sub.push_back(source.paragraph);
    if (source.dated) sub.push_back(openmasa::spoken(*source.dated));
    return {.at = {std::string(source_kind), source.id.str()},
            .stage = Stage::finding,
            .title = source.document,
            .sub = openmasa::join(sub, ", "),
            .href = address_of(host) + "#sources"};
}

Node node_of(const CarriedOut& action) {
    return {.at = {std::string(action_kind), action.action.str()},
            .stage = Stage::action,
            .title = action.reference + " " + action.title,
            .sub = std::string(plan::spoken(action.status)),
            .href = "/actions/" + action.action.str(),
            .waits = !has_ended(action)};
}

Node node_of(const RecommendationId& host, const Evidence& evidence) {
    return {.at = {std::string(evidence_kind), evidence.id.str()},
            .stage = Stage::impact,
            .title = shortened(one_line(evidence.words), 120),
            .sub = openmasa::spoken(evidence.on) + ", " + lower(spoken(evidence.kind)),
            .href = address_of(host) + "#impact"};
}

At at_of(const RecommendationId& id) {
    return {std::string(record_kind), id.str()};
}

// --- what leads to recommendations
// ------------------------------------------------------------------

struct SourceRow {
    RecommendationId host;
    Source source;
};
/// Their own; those of what stands with one lead to it through that other.
void add_sources(store::Db& db, const std::vector<std::string>& ids, Piece& into) {
    if (ids.empty()) return;
    ComposedQuery<SourceRow> query("recommendations.thread_sources");
    query.add("SELECT r.id, s.id, s.kind, s.document, s.dated, s.paragraph, '' AS words, "
              "s.proposed_lead FROM recommendation r "
              "JOIN recommendation_source s ON s.recommendation_id = r.id "
              "WHERE r.withdrawn_at IS NULL AND r.id");
    add_ids(query, ids);
    query.add("ORDER BY s.id");
    for (const auto& row : db.all(query)) {
        auto node = node_of(row.host, row.source);
        into.links.push_back({.from = node.at, .to = at_of(row.host)});
        into.nodes.push_back(std::move(node));
    }
}

// --- from one recommendation to the next
// ---------------------------------------------------------

struct NextRow {
    RecommendationId id;
    std::string reference, title;
    State state{};
    RecommendationId next;
    std::string next_reference, next_title;
    State next_state{};
};
/// One leads on to the one that it stands with, and to what took its place.
void add_next(store::Db& db, const std::vector<std::string>& back,
              const std::vector<std::string>& on, Piece& into) {
    if (back.empty() && on.empty()) return;
    ComposedQuery<NextRow> query("recommendations.thread_next");
    query.add("SELECT r.id, r.reference, r.title, r.state, n.id, n.reference, n.title, n.state "
              "FROM (SELECT id, joined_to_id AS next_id FROM recommendation "
              "WHERE joined_to_id IS NOT NULL AND id");
    add_ids(query, on);
    query.add("UNION SELECT id, superseded_by_id FROM recommendation "
              "WHERE superseded_by_id IS NOT NULL AND id");
    add_ids(query, on);
    query.add("UNION SELECT id, joined_to_id FROM recommendation WHERE joined_to_id");
    add_ids(query, back);
    query.add("UNION SELECT id, superseded_by_id FROM recommendation WHERE superseded_by_id");
    add_ids(query, back);
    query.add(") x JOIN recommendation r ON r.id = x.id JOIN recommendation n ON n.id = x.next_id "
              "WHERE r.withdrawn_at IS NULL AND n.withdrawn_at IS NULL ORDER BY r.id, n.id");
    for (const auto& row : db.all(query)) {
        into.nodes.push_back(node_of(Recommendation{
            .id = row.id, .reference = row.reference, .title = row.title, .state = row.state}));
        into.nodes.push_back(node_of(Recommendation{.id = row.next,
                                                    .reference = row.next_reference,
                                                    .title = row.next_title,
                                                    .state = row.next_state}));
        into.links.push_back({.from = at_of(row.id), .to = at_of(row.next)});
    }
}

// --- what comes of them
// -----------------------------------------------------------------------------

struct ActionRow {
    RecommendationId id;
    CarriedOut action;
};
void add_actions(store::Db& db, const std::vector<std::string>& ids, Piece& into) {
    if (ids.empty()) return;
    ComposedQuery<ActionRow> query("recommendations.thread_actions");
    query.add("SELECT r.id, a.id, a.reference, a.title, a.status FROM recommendation r "
              "JOIN recommendation_action x ON x.recommendation_id = r.id "
              "JOIN action a ON a.id = x.action_id WHERE a.withdrawn_at IS NULL AND "
              "(' ' || r.actions || ' ') LIKE ('% ' || x.action_id || ' %') AND r.id");
    add_ids(query, ids);
    query.add("ORDER BY a.id");
    for (const auto& row : db.all(query)) {
        auto node = node_of(row.action);
        into.links.push_back({.from = at_of(row.id), .to = node.at});
        into.nodes.push_back(std::move(node));
    }
}

struct ImpactRow {
    RecommendationId id;
    Evidence evidence;
};
/// What shows that something changed: it came of the actions, or of the recommendation itself where
/// none is linked.
void add_impact(store::Db& db, const std::vector<std::string>& ids, Piece& into) {
    if (ids.empty()) return;
    ComposedQuery<ImpactRow> query("recommendations.thread_impact");
    query.add("SELECT r.id, e.id, e.shows, e.kind, e.words, e.link, e.on_day FROM recommendation r "
              "JOIN recommendation_evidence e ON e.recommendation_id = r.id "
              "WHERE r.withdrawn_at IS NULL AND e.shows = 'impact' AND e.kind <> 'document' "
              "AND r.actions = '' AND r.id");
    add_ids(query, ids);
    query.add("ORDER BY e.on_day, e.id");
    for (const auto& row : db.all(query)) {
        auto node = node_of(row.id, row.evidence);
        into.links.push_back({.from = at_of(row.id), .to = node.at, .on = row.evidence.on});
        into.nodes.push_back(std::move(node));
    }
}

// --- both ways from actions
// --------------------------------------------------------------------------

struct CarriedRow {
    At action;
    RecommendationId id;
    std::string reference, title;
    State state{};
    /// Of one piece of its evidence of impact; none where there is none.
    std::optional<EvidenceId> evidence{};
    EvidenceKind kind{};
    std::string words;
    std::optional<Day> on{};
};

void add_carried(const CarriedRow& row, Piece& into) {
    auto node = node_of(Recommendation{
        .id = row.id, .reference = row.reference, .title = row.title, .state = row.state});
    into.links.push_back({.from = node.at, .to = row.action});
    into.nodes.push_back(std::move(node));
}

void add_shown(const CarriedRow& row, Piece& into) {
    if (!row.evidence || !row.on) return;
    auto node = node_of(row.id, {.id = *row.evidence,
                                 .shows = Shows::impact,
                                 .kind = row.kind,
                                 .words = row.words,
                                 .on = *row.on});
    into.links.push_back({.from = row.action, .to = node.at, .on = row.on});
    into.nodes.push_back(std::move(node));
}

/// From actions back to what they carry out, and on to what it changed; one statement.
void add_around_actions(store::Db& db, const std::vector<std::string>& back,
                        const std::vector<std::string>& on, Piece& into) {
    if (back.empty() && on.empty()) return;
    auto ids = back;
    for (const auto& id : on)
        if (std::ranges::count(back, id) == 0) ids.push_back(id);
    ComposedQuery<CarriedRow> query("recommendations.thread_carried");
    query.add("SELECT $, x.action_id, r.id, r.reference, r.title, r.state, e.id, "
              "coalesce(e.kind, 'document'), coalesce(e.words, ''), e.on_day "
              "FROM recommendation_action x JOIN recommendation r ON r.id = x.recommendation_id "
              "LEFT JOIN recommendation_evidence e ON e.recommendation_id = r.id "
              "AND e.shows = 'impact' AND e.kind <> 'document' "
              "WHERE r.withdrawn_at IS NULL AND (' ' || r.actions || ' ') LIKE "
              "('% ' || x.action_id || ' %') AND x.action_id",
              action_kind);
    add_ids(query, ids);
    query.add("ORDER BY r.id, e.on_day, e.id");
    for (const auto& row : db.all(query)) {
        if (std::ranges::count(back, row.action.id)) add_carried(row, into);
        if (std::ranges::count(on, row.action.id)) add_shown(row, into);
    }
}

} // namespace

thread::Node node_of(const Recommendation& it) {
    return {.at = at_of(it.id),
            .stage = Stage::recommendation,
            .title = it.title,
            .sub = it.reference + ", " + lower(spoken(it.state)),
            .href = address_of(it.id)};
}

void follow_thread(Context& context, const thread::Asked& asked, thread::Piece& into) {
    if (!context.scope.may(Permission::read_plan)) return;
    auto& db = context.db;
    add_sources(db, ids_of(asked.back, record_kind), into);
    add_next(db, ids_of(asked.back, record_kind), ids_of(asked.on, record_kind), into);
    add_actions(db, ids_of(asked.on, record_kind), into);
    add_impact(db, ids_of(asked.on, record_kind), into);
    add_around_actions(db, ids_of(asked.back, action_kind), ids_of(asked.on, action_kind), into);
}

namespace {

Node node_of(const Named& one, std::string_view how) {
    return {.at = at_of(one.id),
            .stage = Stage::recommendation,
            .title = one.title,
            .sub = one.reference + ", " + std::string(how),
            .href = address_of(one.id)};
}

/// A thread as it is put together.
class Weaving {
public:
    void add(Node node, const At& from, const At& to) {
        piece.nodes.push_back(std::move(node));
        piece.links.push_back({.from = from, .to = to});
    }
    Piece piece;
};

/// What led here: its sources, and what stands with it with theirs.
void add_sources(const RecommendationPage& page, Weaving& into) {
    const auto here = at_of(page.whole.it.id);
    for (const auto& one : page.joined)
        into.add(node_of(Named{one.id, one.reference, one.title}, "stands with this one"),
                 at_of(one.id), here);
    for (const auto& one : page.sources) {
        auto node = node_of(one.recommendation, one.source);
        const auto at = node.at;
        into.add(std::move(node), at, at_of(one.recommendation));
    }
}

/// Where it is followed on.
void add_next(const RecommendationPage& page, Weaving& into) {
    const auto here = at_of(page.whole.it.id);
    if (page.stands_with)
        into.add(node_of(*page.stands_with, "it stands with this one"), here,
                 at_of(page.stands_with->id));
    if (page.superseded_by)
        into.add(node_of(*page.superseded_by, "took its place"), here,
                 at_of(page.superseded_by->id));
}

} // namespace

thread::Thread thread_of(const RecommendationPage& page) {
    const auto& whole = page.whole;
    const auto here = at_of(whole.it.id);
    Weaving into;
    add_sources(page, into);
    add_next(page, into);
    for (const auto& action : whole.actions)
        into.add(node_of(action), here, {std::string(action_kind), action.action.str()});
    for (const auto& evidence : whole.evidence) {
        if (evidence.shows != Shows::impact || !counts_for(evidence.kind, evidence.shows)) continue;
        const At at{std::string(evidence_kind), evidence.id.str()};
        if (whole.actions.empty()) into.add(node_of(whole.it.id, evidence), here, at);
        for (const auto& action : whole.actions)
            into.add(node_of(whole.it.id, evidence),
                     {std::string(action_kind), action.action.str()}, at);
    }
    return thread::put_together(node_of(whole.it), std::move(into.piece));
}

} // namespace openmasa::recommendations
