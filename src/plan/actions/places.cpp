#include "plan/actions/places.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using store::Query;

constexpr Query<std::string()> list_plan_titles{"actions.plan_titles", R"sql(
    SELECT DISTINCT title FROM plan WHERE withdrawn_at IS NULL ORDER BY title)sql"};
constexpr Query<std::string()> list_priority_names{"actions.priority_names", R"sql(
    SELECT DISTINCT s.name FROM section s JOIN plan p ON p.id = s.plan_id
    WHERE s.withdrawn_at IS NULL AND p.withdrawn_at IS NULL ORDER BY s.name)sql"};
constexpr Query<std::string()> list_objective_titles{"actions.objective_titles", R"sql(
    SELECT DISTINCT o.title FROM objective o JOIN section s ON s.id = o.section_id
    JOIN plan p ON p.id = s.plan_id
    WHERE o.withdrawn_at IS NULL AND s.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
    ORDER BY o.title)sql"};
constexpr Query<ActionPlace(std::string_view, std::string_view, std::string_view)> list_called{
    "actions.places_called", R"sql(
    SELECT p.id, s.id, o.id FROM plan p JOIN section s ON s.plan_id = p.id
    JOIN objective o ON o.section_id = s.id
    WHERE p.title = $1 AND s.name = $2 AND o.title = $3
      AND p.withdrawn_at IS NULL AND s.withdrawn_at IS NULL AND o.withdrawn_at IS NULL
    ORDER BY p.id, s.position, o.position, o.id LIMIT 100)sql"};

} // namespace

std::vector<std::string> names_of_places(store::Db& db, std::string_view column) {
    return db.all(column == "plan"       ? list_plan_titles
                  : column == "priority" ? list_priority_names
                                         : list_objective_titles);
}

bool changes_place(const registers::Proposed& row) {
    return row.changes("plan") || row.changes("priority") || row.changes("objective");
}

Result<ActionPlace> place_of(store::Db& db, const registers::Proposed& row, const Action& action) {
    auto places = db.all(list_called, row["plan"], row["priority"], row["objective"]);
    std::erase_if(places, [&](const ActionPlace& place) {
        const bool same_plan = row.changes("plan") || place.plan == action.plan;
        const bool same_priority =
            row.changes("plan") || row.changes("priority") || place.section == action.section;
        return !same_plan || !same_priority;
    });
    if (places.size() == 1) return places.front();
    if (places.empty())
        return invalid("objective",
                       fmt::format("Under \u201c{}\u201d in \u201c{}\u201d there is no objective "
                                   "called \u201c{}\u201d.",
                                   row["priority"], row["plan"], row["objective"]));
    return invalid("objective", "Several objectives there are called so. Move it on its own page.");
}

} // namespace openmasa::plan
