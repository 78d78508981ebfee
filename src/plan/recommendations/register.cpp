#include "plan/recommendations/register.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "plan/called.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendations/already.hpp"
#include "plan/recommendations/register_source.hpp"
#include "plan/recommendations/row_saving.hpp"
#include "plan/recommendations/rules.hpp"

namespace openmasa::recommendations {
namespace {

using registers::Choice;
using registers::Column;
using registers::Holds;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Outstanding", "standing=outstanding"},
    {"Waiting for a decision", "standing=waits"},
    {"Late", "late=yes"},
    {"Complete, impact not shown", "state=actions_complete"},
    {"Embedded", "state=embedded"},
};

constexpr Choice states[] = {
    {"proposed", "Proposed"},
    {"accepted", "Accepted"},
    {"not_accepted", "Not accepted"},
    {"in_progress", "In progress"},
    {"actions_complete", "Actions complete"},
    {"impact_tested", "Impact tested"},
    {"embedded", "Embedded"},
    {"superseded", "Superseded"},
    {"closed", "Closed"},
};
static_assert(std::size(states) == all_states.size());

constexpr Choice standings[] = {
    {"outstanding", "Outstanding"},
    {"waits", "Waits for a decision"},
    {"ended", "Ended"},
    {"joined", "Stands with another"},
};

constexpr Choice source_kinds[] = {
    {"practice_review", "Practice review"},
    {"rapid_review", "Rapid review"},
    {"audit", "Audit"},
    {"section_11", "Section 11"},
    {"scrutiny", "Independent scrutiny"},
    {"inspection", "Inspection"},
    {"national_review", "National review"},
    {"other_area_review", "Another area's review"},
    {"domestic_abuse_review", "Domestic abuse related death review"},
    {"adult_review", "Safeguarding adult review"},
    {"child_death_panel", "Child death overview panel"},
    {"other", "Other"},
};
static_assert(std::size(source_kinds) == all_source_kinds.size());

constexpr Choice homes[] = {{"priority", "[Priority]"}, {"sector", "Sector"}, {"other", "Other"}};
constexpr Choice kinds[] = {
    {"leadership", "Leadership"},
    {"workforce", "Workforce development"},
    {"tools", "Tools and resources"},
    {"communications", "Communications"},
};

constexpr Column columns[] = {
    {.key = "reference",
     .label = "Reference",
     .hint = "To say aloud: the program gives it.",
     .shown = true},
    {.key = "title",
     .label = "Recommendation",
     .use = Use::key,
     .hint = "One line, in our own words.",
     .longest = longest_line,
     .shown = true,
     .names_row = true,
     .made_of = "words"},
    {.key = "document",
     .label = "Source",
     .use = Use::key,
     .hint = "The document that it stands in, as people find it.",
     .longest = longest_line},
    {.key = "paragraph",
     .label = "Paragraph",
     .use = Use::given,
     .hint = "\u201cRecommendation 3\u201d, \u201cparagraph 4.12\u201d.",
     .longest = longest_line},
    {.key = "source_kind",
     .label = "Kind of source",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = source_kinds,
     .required = true,
     .filters = true},
    {.key = "dated",
     .label = "Document's day",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The day that stands on it."},
    {.key = "words",
     .label = "As published",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "Word for word.",
     .required = true,
     .longest = longest_words},
    {.key = "proposed_lead",
     .label = "Lead proposed by the author",
     .use = Use::given,
     .longest = longest_line},
    {.key = "home",
     .label = "Home",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = homes,
     .hint = "Where it is filed.",
     .filters = true},
    {.key = "priority",
     .label = "[Priority]",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "Where its home is [a priority].",
     .shown = true,
     .filters = true},
    {.key = "home_words",
     .label = "Sector or other home",
     .use = Use::given,
     .hint = "\u201cEducation\u201d.",
     .longest = longest_line},
    {.key = "kind",
     .label = "Kind",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = kinds,
     .hint = "The kind of change that it asks for.",
     .filters = true},
    {.key = "themes",
     .label = "Themes",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "With ; between.",
     .longest = 2000,
     .is_ticked = true},
    {.key = "flourish",
     .label = "FLOURISH domains",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "With ; between.",
     .longest = 2000,
     .is_ticked = true},
    {.key = "owner",
     .label = "Led by",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "The group, [agency] or office that leads it.",
     .shown = true,
     .filters = true},
    {.key = "lead",
     .label = "Lead in person",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "By the name that the page People has."},
    {.key = "due",
     .label = "To be carried out by",
     .holds = Holds::target_date,
     .use = Use::given,
     .shown = true},
    {.key = "expected",
     .label = "[Agencies] to respond",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "With ; between.",
     .longest = 4000,
     .is_ticked = true},
    {.key = "actions",
     .label = "Carried out by actions",
     .use = Use::given,
     .hint = "Their references, with a comma between. For example VA 3, A-2026-014.",
     .longest = 1000},
    {.key = "state",
     .label = "Stands at",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = states,
     .hint = "Of a new one that has come some way already; empty: proposed.",
     .fixed = true,
     .shown = true,
     .filters = true},
    {.key = "since",
     .label = "Since",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "Of a new one: from which day it stands there; empty: from today.",
     .fixed = true},
    {.key = "standing",
     .label = "Open",
     .holds = Holds::choice,
     .choices = standings,
     .filters = true},
    {.key = "late", .label = "Late", .holds = Holds::yes_no, .shown = true, .filters = true},
    {.key = "stands_with", .label = "Stands with", .shown = true},
    {.key = "superseded_by", .label = "Superseded by"},
    {.key = "sources", .label = "Sources", .holds = Holds::number},
    {.key = "evidence", .label = "Evidence that it was done", .holds = Holds::number},
    {.key = "impact", .label = "Evidence of impact", .holds = Holds::number},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::vector<std::string> names(store::Db& db, const Scope& scope, std::string_view key) {
    for (const auto& kind : terms::tag_kinds)
        if (key == kind.field) return terms::names_of_kind(*terms::term_book(db), kind.kind);
    if (key == "priority") return plan::names_of_priorities(db);
    if (key == "lead") return accounts::names_of_people(db, scope.today);
    std::vector<std::string> names;
    const auto owners = key == "expected" ? access::list_owners(db, access::OwnerType::agency)
                                          : access::list_owners(db);
    for (const auto& owner : owners) names.push_back(owner.name);
    return names;
}

std::string page_of(const registers::Cells& row) {
    return "/recommendations/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register recommendation_register = {.kind = "recommendations",
                                                               .title = "Recommendations",
                                                               .one = "recommendation",
                                                               .many = "recommendations",
                                                               .read = Permission::read_plan,
                                                               .change =
                                                                   Permission::keep_recommendations,
                                                               .address = "/recommendations",
                                                               .columns = columns,
                                                               .source = &recommendation_source,
                                                               .names = names,
                                                               .problems = problems_of_row,
                                                               .remarks = remarks_on_rows,
                                                               .save = save_row,
                                                               .page_of = page_of,
                                                               .views = fixed_views,
                                                               .looks_back = true,
                                                               .history_kind = record_kind};

} // namespace openmasa::recommendations
