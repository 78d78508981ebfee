#include "plan/broken/store.hpp"
#include "core/audit/audit.hpp"
#include "core/clocks/store.hpp"
#include <fmt/format.h>

namespace openmasa::broken {
namespace {

/// Of those that are followed by themselves. What is hidden from the reader counts for nothing.
constexpr store::Query<Followed(Day)> list_followed{"broken.followed", R"sql(
    SELECT r.id, r.reference, r.title, r.owner_id, w.name, r.state, r.since,
           CASE WHEN r.expected <> '' THEN
               (SELECT coalesce(max(CASE WHEN m.to_state = 'accepted' THEN m.on_day END), min(m.on_day))
                FROM recommendation_move m WHERE m.recommendation_id = r.id) END,
           CASE WHEN r.owner_id IS NOT NULL OR r.lead_id IS NOT NULL THEN 1 ELSE 0 END,
           CASE WHEN r.due IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN r.due IS NULL THEN r.due_words ELSE '' END,
           (SELECT count(*) FROM recommendation_response p
            WHERE p.recommendation_id = r.id AND p.answer IS NULL AND p.due < $1),
           CASE WHEN r.expected = '' THEN 0 ELSE length(r.expected) - length(replace(r.expected, ' ', '')) + 1 -
               (SELECT count(*) FROM recommendation_response p WHERE p.recommendation_id = r.id
                AND (' ' || r.expected || ' ') LIKE ('% ' || p.owner_id || ' %')) END,
           CASE WHEN r.actions = '' THEN 0 ELSE 1 END,
           CASE WHEN r.state IN ('actions_complete', 'impact_tested', 'embedded') THEN
               (SELECT count(*) FROM recommendation_evidence e
                WHERE e.recommendation_id = r.id AND e.shows = 'completion') ELSE 0 END,
           CASE WHEN r.state = 'actions_complete' THEN
               (SELECT count(*) FROM recommendation_evidence e
                WHERE e.recommendation_id = r.id AND e.shows = 'impact' AND e.kind <> 'document') ELSE 0 END,
           CASE WHEN n.withdrawn_at IS NULL THEN n.state END
    FROM recommendation r LEFT JOIN owner w ON w.id = r.owner_id
                          LEFT JOIN recommendation n ON n.id = r.superseded_by_id
    WHERE r.withdrawn_at IS NULL AND r.state NOT IN ('proposed', 'not_accepted', 'closed')
      AND (r.joined_to_id IS NULL OR NOT EXISTS (SELECT 1 FROM recommendation j WHERE j.id = r.joined_to_id))
    ORDER BY r.reference, r.id)sql"};

constexpr store::Query<int()> find_any{
    "broken.any", "SELECT 1 FROM recommendation WHERE withdrawn_at IS NULL LIMIT 1"};

std::vector<Broken> read(store::Db& db, Day today) {
    std::vector<Broken> found;
    const auto rules = clocks::rule_book(db);
    const auto holidays = clocks::bank_holidays(db);
    for (auto& one : db.all(list_followed, today)) {
        auto breaks = breaks_of(one, today, {*rules, *holidays});
        if (!breaks.empty()) found.push_back({std::move(one), std::move(breaks)});
    }
    return found;
}

} // namespace

std::shared_ptr<const std::vector<Broken>> list_broken(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return std::make_shared<const std::vector<Broken>>();
    return db.remembered_as_seen<std::vector<Broken>>(
        "broken threads", fmt::format("{} {}", audit::newest_number(db), iso(scope.today)),
        [&] { return read(db, scope.today); });
}

bool is_any(store::Db& db) {
    return db.one(find_any).has_value();
}

} // namespace openmasa::broken
