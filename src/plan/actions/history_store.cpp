#include "plan/actions/history_store.hpp"
#include "core/references/references.hpp"

namespace openmasa::plan {
namespace {

constexpr store::Query<Act(ActionId, int)> list_acts{"actions.acts", R"sql(
    SELECT version, verb FROM audit_entry WHERE kind = 'action' AND record_id = $1
    ORDER BY version DESC LIMIT $2)sql"};

struct PlaceRow {
    std::string section, objective, letter;
    int year, number;
};
constexpr store::Query<PlaceRow(ActionId, SectionId, ObjectiveId)> find_place{"actions.place",
                                                                              R"sql(
    SELECT s.name, o.title, coalesce(r.letter, ''), coalesce(r.year, 0), coalesce(r.number, 0)
    FROM section s JOIN objective o ON o.id = $3
    LEFT JOIN reference r ON r.kind = 'action' AND r.record_id = $1 WHERE s.id = $2)sql"};

} // namespace

std::vector<Act> acts_on(store::Db& db, const ActionId& action, int most) {
    // Who asks has found the action: its own entries are theirs to see. What hides others' would
    // ask every version of every action which of them there were on a day.
    const store::Db::Plainly plainly(db);
    return db.all(list_acts, action, most);
}

ActionPlace place_of(store::Db& db, const Action& action) {
    auto row = db.one(find_place, action.id, action.section, action.objective);
    if (!row) return {};
    return {.section_name = std::move(row->section),
            .objective_title = std::move(row->objective),
            .reference = row->letter.empty()
                             ? std::string()
                             : references::written(row->letter, row->year, row->number)};
}

} // namespace openmasa::plan
