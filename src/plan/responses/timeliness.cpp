#include "plan/responses/timeliness.hpp"
#include "plan/owner_link.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/table.hpp"

namespace openmasa::responses {
namespace {

constexpr store::Query<Timeliness(Day)> list_timeliness{"responses.timeliness", R"sql(
    SELECT w.id, w.name,
           CAST(sum(CASE WHEN x.answered_on <= x.due THEN 1 ELSE 0 END) AS BIGINT),
           CAST(sum(CASE WHEN x.answered_on > x.due THEN 1 ELSE 0 END) AS BIGINT),
           CAST(sum(CASE WHEN x.answered_on IS NULL AND x.due >= $1 THEN 1 ELSE 0 END) AS BIGINT),
           CAST(sum(CASE WHEN x.answered_on IS NULL AND x.due < $1 THEN 1 ELSE 0 END) AS BIGINT)
    FROM recommendation_response x JOIN owner w ON w.id = x.owner_id
    GROUP BY w.id, w.name ORDER BY lower(w.name), w.id)sql"};

ui::TableCell number(int value) {
    return {.text = escaped(std::to_string(value)), .format = "numeric"};
}

ui::TableCell head(std::string_view words) {
    return {.text = words, .format = "numeric"};
}

} // namespace

std::vector<Timeliness> timeliness(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_timeliness, scope.today);
}

Timeliness added_up(const std::vector<Timeliness>& all) {
    Timeliness sum{.owner = {}};
    for (const auto& one : all) {
        sum.in_time += one.in_time;
        sum.answered_late += one.answered_late;
        sum.waits += one.waits;
        sum.late += one.late;
    }
    return sum;
}

Html timeliness_view(const std::vector<Timeliness>& all, const terms::Words& words) {
    if (all.empty()) return {};
    ui::Table table{.caption = words.say("[Agencies] by how they answered in time"),
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = words.heading(terms::Word::agency)},
                             head("Asked"),
                             head("Answered in time"),
                             head("Answered late"),
                             head("Not yet due"),
                             head("Late")},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& one : all)
        table.rows.push_back({{.text = plan::owner_link(one.owner, one.name)},
                              number(one.asked()),
                              number(one.in_time),
                              number(one.answered_late),
                              number(one.waits),
                              number(one.late)});
    return pages::section("timeliness", words.say("[Agencies] by timeliness"), ui::table(table));
}

} // namespace openmasa::responses
