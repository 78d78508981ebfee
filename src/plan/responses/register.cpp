#include "plan/responses/register.hpp"
#include "core/access/store.hpp"
#include "plan/recommendation_responses.hpp"

namespace openmasa::responses {
namespace {

using registers::Choice;
using registers::Column;
using registers::Holds;
using registers::RowsQuery;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Not answered", "answered=no"},
    {"Late", "standing=late"},
    {"Answered late", "standing=answered_late"},
    {"Not accepted", "answer=not_accepted"},
};

constexpr Choice standings[] = {
    {"waits", "Not yet due"},
    {"late", "Late", true},
    {"in_time", "Answered in time"},
    {"answered_late", "Answered late"},
};
constexpr Choice answers[] = {
    {"accepted", "Accepted"},
    {"in_part", "Accepted in part"},
    {"not_accepted", "Not accepted"},
};
static_assert(std::size(answers) == all_answers.size());

constexpr Column columns[] = {
    {.key = "reference", .label = "Reference", .shown = true},
    {.key = "title", .label = "Recommendation", .shown = true, .names_row = true},
    {.key = "agency",
     .label = "[Agency]",
     .holds = Holds::reference,
     .hint = "Or another owner that was asked.",
     .shown = true,
     .filters = true},
    {.key = "standing",
     .label = "Stands",
     .holds = Holds::choice,
     .choices = standings,
     .shown = true,
     .filters = true},
    {.key = "answered", .label = "Answered", .holds = Holds::yes_no, .filters = true},
    {.key = "answer",
     .label = "Answer",
     .holds = Holds::choice,
     .choices = answers,
     .shown = true,
     .filters = true},
    {.key = "asked_on", .label = "Asked on", .holds = Holds::day},
    {.key = "due", .label = "Due", .holds = Holds::day, .shown = true},
    {.key = "reminded", .label = "How often reminded", .holds = Holds::number},
    {.key = "answered_on", .label = "Answered on", .holds = Holds::day, .shown = true},
    {.key = "done", .label = "What was done", .holds = Holds::long_words, .longest = 8000},
    {.key = "evidence", .label = "How it is shown", .holds = Holds::long_words, .longest = 8000},
    {.key = "link", .label = "Where that is", .longest = 2000},
    {.key = "answered_by", .label = "Answered by"},
    {.key = "recommendation", .label = "Id of the recommendation"},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

/// As standing_on() has it.
void add_standing(RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN x.answered_on IS NOT NULL AND x.answered_on > x.due THEN 'answered_late' "
              "WHEN x.answered_on IS NOT NULL THEN 'in_time' WHEN x.due < $ THEN 'late' "
              "ELSE 'waits' END",
              scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "reference", .sql = "coalesce(r.reference, '')"},
    {.key = "title", .sql = "coalesce(r.title, '')"},
    {.key = "agency", .sql = "coalesce(w.name, '')"},
    {.key = "standing", .add = add_standing},
    {.key = "answered", .sql = "CASE WHEN x.answer IS NULL THEN 'no' ELSE 'yes' END"},
    {.key = "answer", .sql = "coalesce(x.answer, '')"},
    {.key = "asked_on", .sql = "x.asked_on"},
    {.key = "due", .sql = "x.due"},
    {.key = "reminded", .sql = "CAST(x.reminded AS TEXT)"},
    {.key = "answered_on", .sql = "coalesce(x.answered_on, '')"},
    {.key = "done", .sql = "x.done"},
    {.key = "evidence", .sql = "x.evidence"},
    {.key = "link", .sql = "x.link"},
    {.key = "answered_by",
     .sql =
         "CASE WHEN x.answered_on IS NULL THEN '' ELSE coalesce(p.known_as, 'Command line') END"},
    {.key = "recommendation", .sql = "x.recommendation_id"},
    {.key = "id", .sql = "x.id"},
    {.key = "version", .sql = "CAST(x.version AS TEXT)"},
};

constexpr registers::Source source = {
    .from = "recommendation_response x LEFT JOIN recommendation r ON r.id = x.recommendation_id "
            "LEFT JOIN owner w ON w.id = x.owner_id LEFT JOIN person p ON p.id = x.answered_by",
    .order = "x.due DESC, x.id",
    .cells = cells};

std::vector<std::string> names(store::Db& db, const Scope&, std::string_view) {
    std::vector<std::string> names;
    for (const auto& owner : access::list_owners(db)) names.push_back(owner.name);
    return names;
}

std::string page_of(const registers::Cells& row) {
    return "/recommendations/" + row[registers::place_of(columns, "recommendation")];
}

} // namespace

constinit const registers::Register response_register = {
    .kind = "recommendation_answers",
    .title = "What [agencies] answered",
    .one = "answer",
    .many = "answers to recommendations",
    .read = Permission::read_plan,
    .change = Permission::keep_recommendations,
    .address = "/recommendations/answers",
    .columns = columns,
    .may_add = false,
    .why_not_new = "Nobody answers by a file: [agencies] are asked on the recommendation's page.",
    .source = &source,
    .names = names,
    .page_of = page_of,
    .views = fixed_views,
    .looks_back = true,
    .history_kind = record_kind};

} // namespace openmasa::responses
