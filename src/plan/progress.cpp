#include "plan/progress.hpp"

namespace openmasa::plan {
namespace {

using store::None;
using store::Query;

constexpr Query<Progress(ActionId)> list_progress{"actions.progress", R"sql(
    SELECT g.at, coalesce(p.known_as, 'Command line'), g.status_before, g.status, g.words, g.true_from
    FROM progress g LEFT JOIN person p ON p.id = g.person_id WHERE g.action_id = $1 ORDER BY g.at DESC, g.id DESC)sql"};
constexpr Query<Evidence(ActionId)> list_evidence{"actions.evidence", R"sql(
    SELECT e.at, coalesce(p.known_as, 'Command line'), e.title, e.words, e.link
    FROM evidence e LEFT JOIN person p ON p.id = e.person_id WHERE e.action_id = $1 ORDER BY e.at DESC, e.id DESC)sql"};
/// Evidence says nothing of a status, progress has no title and no link.
struct RecordedRow {
    bool is_evidence;
    Moment at;
    std::string who;
    Status before, status;
    std::string title, words, link;
    std::optional<Day> true_from;
    std::string id;
};
constexpr Query<RecordedRow(ActionId)> list_recorded{"actions.recorded", R"sql(
    SELECT FALSE, g.at AS at, coalesce(p.known_as, 'Command line'), g.status_before, g.status, '', g.words, '',
           g.true_from, g.id AS id
    FROM progress g LEFT JOIN person p ON p.id = g.person_id WHERE g.action_id = $1
    UNION ALL
    SELECT TRUE, e.at, coalesce(p.known_as, 'Command line'), 'not_started', 'not_started', e.title, e.words, e.link,
           NULL, e.id
    FROM evidence e LEFT JOIN person p ON p.id = e.person_id WHERE e.action_id = $1 ORDER BY at DESC, id DESC)sql"};
constexpr Query<None(ActionId, ActionId, Moment, std::optional<PersonId>, Status, Status,
                     std::string_view, std::int64_t, Day)>
    insert_progress{"actions.add_progress", R"sql(
    INSERT INTO progress (id, action_id, at, person_id, status_before, status, words, of_version, true_from)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql"};
constexpr Query<None(ActionId, ActionId, Moment, std::optional<PersonId>, std::string_view,
                     std::string_view, std::string_view, std::int64_t, Day)>
    insert_evidence{"actions.add_evidence", R"sql(
    INSERT INTO evidence (id, action_id, at, person_id, title, words, link, of_version, true_from)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql"};

} // namespace

Recorded recorded_of(store::Db& db, const ActionId& action) {
    Recorded recorded;
    db.each(
        list_recorded,
        [&](RecordedRow&& row) {
            if (row.is_evidence)
                recorded.evidence.push_back({row.at, std::move(row.who), std::move(row.title),
                                             std::move(row.words), std::move(row.link)});
            else
                recorded.progress.push_back({row.at, std::move(row.who), row.before, row.status,
                                             std::move(row.words), row.true_from});
        },
        action);
    return recorded;
}
std::vector<Progress> progress_of(store::Db& db, const ActionId& action) {
    return db.all(list_progress, action);
}
std::vector<Evidence> evidence_of(store::Db& db, const ActionId& action) {
    return db.all(list_evidence, action);
}

void add_progress(store::Db& db, const Scope& scope, const Action& action, const Progress& p) {
    db.run(insert_progress, scope.new_id<ActionId>(), action.id, p.at, scope.person, p.before,
           p.status, p.words, action.version + 1, p.true_from.value_or(scope.today));
}

void add_evidence(store::Db& db, const Scope& scope, const Action& action, const Evidence& e) {
    db.run(insert_evidence, scope.new_id<ActionId>(), action.id, e.at, scope.person, e.title,
           e.words, e.link, action.version + 1, scope.today);
}

} // namespace openmasa::plan
