#include "plan/look_back.hpp"
#include "plan/recommendation_response_twins.hpp"
#include "plan/recommendation_twins.hpp"
#include "plan/twins.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using history::AsAt;
using store::lens::literal;

/// Progress and evidence are never changed: what had happened by then, as far as it was known.
std::string happened(const AsAt& as_at, std::string_view table, std::string_view columns) {
    auto select = fmt::format("SELECT {} FROM {{{}}} AS x WHERE x.true_from <= {}", columns, table,
                              literal(as_at.day));
    if (as_at.as_known_then)
        select += fmt::format(" AND x.at < {}", literal(history::end_of(as_at.day)));
    return select;
}

std::string imports_by(const AsAt& as_at) {
    const auto end = literal(history::end_of(as_at.day));
    return fmt::format(
        "SELECT x.id, x.plan_id, x.person_id, x.at, x.file_name, x.digest, x.document, "
        "CASE WHEN x.saved_at < {} THEN x.saved_at END AS saved_at, "
        "CASE WHEN x.saved_at < {} THEN x.saved_as END AS saved_as, "
        "CASE WHEN x.left_at < {} THEN x.left_at END AS left_at "
        "FROM {{plan_import}} AS x WHERE x.at < {}",
        end, end, end, end);
}

} // namespace

void look_back(store::Lens& lens, const AsAt& as_at) {
    lens.put("plan", twins::Plans::select(as_at, "plan"));
    lens.put("section", twins::Sections::select(as_at, "section"));
    lens.put("objective", twins::Objectives::select(as_at, "objective"));
    lens.put("action", twins::Actions::select(as_at, "action"));
    lens.put("step", twins::Steps::select(as_at, "action"));
    lens.put("action_note", twins::Notes::select(as_at, "action"));
    lens.put("progress",
             happened(as_at, "progress",
                      "x.id, x.action_id, x.at, x.person_id, x.status_before, x.status, x.words, "
                      "x.of_version, x.true_from"));
    lens.put("evidence", happened(as_at, "evidence",
                                  "x.id, x.action_id, x.at, x.person_id, x.title, x.words, "
                                  "x.link, x.of_version, x.true_from"));
    lens.put("plan_import", imports_by(as_at));
    namespace of = recommendations::twins;
    lens.put("recommendation", of::Recommendations::select(as_at, "recommendation"));
    lens.put("recommendation_source", of::Sources::select(as_at, "recommendation"));
    lens.put("recommendation_evidence", of::Evidence::select(as_at, "recommendation"));
    lens.put("recommendation_move", of::Moves::select(as_at, "recommendation"));
    lens.put("recommendation_response",
             responses::twins::Responses::select(as_at, "recommendation_response"));
}

} // namespace openmasa::plan
