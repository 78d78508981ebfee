#include "partnership/agencies/register.hpp"
#include "core/references/references.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/register_source.hpp"
#include "partnership/agencies/rules.hpp"

namespace openmasa::agencies {
namespace {

using registers::Cells;
using registers::Choice;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Take part, by sector", "takes_part=yes&sort=sector"},
    {"Statutory partners", "statutory_partner=yes"},
    {"Asked under section 11", "section_11=yes"},
    {"Education", "kind=education"},
    {"Fund the partnership", "funds=yes"},
    {"Ended", "takes_part=no"},
};

constexpr Choice kinds[] = {
    {"local_authority", "Local authority"},
    {"police", "Police force"},
    {"care_board", "Integrated care board"},
    {"district_council", "District council"},
    {"health_service", "Health service"},
    {"education", "Education"},
    {"early_years", "Early years"},
    {"justice", "Justice"},
    {"voluntary", "Voluntary or community"},
    {"private_setting", "Private setting"},
    {"residential_setting", "Residential setting"},
    {"secure_setting", "Secure setting"},
    {"other", "Other"},
};
static_assert(std::size(kinds) + 1 == all_agency_kinds.size());
constexpr Choice phases[] = {
    {"primary", "Primary"}, {"secondary", "Secondary"},       {"all_through", "All-through"},
    {"special", "Special"}, {"further", "Further education"},
};
static_assert(std::size(phases) + 1 == all_phases.size());

constexpr Column columns[] = {
    {.key = "name",
     .label = "Name",
     .use = Use::key,
     .longest = longest_name,
     .shown = true,
     .names_row = true},
    {.key = "short_name",
     .label = "Short name",
     .use = Use::given,
     .hint = "As people say it.",
     .longest = longest_line,
     .shown = true},
    {.key = "sector",
     .label = "Sector",
     .use = Use::given,
     .hint = "For example: Local authority, Police, Health, Education.",
     .required = true,
     .longest = longest_line,
     .shown = true,
     .filters = true},
    {.key = "role",
     .label = "Role",
     .use = Use::given,
     .hint = "In the arrangements: Statutory partner, Relevant agency.",
     .longest = longest_line,
     .shown = true},
    {.key = "section_11",
     .label = "Section 11",
     .holds = Holds::yes_no,
     .use = Use::given,
     .hint = "Whether it is asked under section 11 of the Children Act 2004.",
     .shown = true,
     .filters = true},
    {.key = "funds",
     .label = "Funds",
     .holds = Holds::yes_no,
     .use = Use::given,
     .hint = "Whether it pays towards the partnership.",
     .shown = true,
     .filters = true},
    {.key = "from",
     .label = "From",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "Its first day in the partnership; empty: from the start."},
    {.key = "to",
     .label = "To",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "Its last day; empty: it still takes part.",
     .shown = true},
    {.key = "contact",
     .label = "Contact",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "An office and how to reach it, never a person's name.",
     .longest = longest_contact},
    {.key = "kind",
     .label = "Kind",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = kinds,
     .hint = "Local authority, police force and integrated care board are the statutory partners.",
     .filters = true},
    {.key = "phase",
     .label = "Phase",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = phases,
     .hint = "Of education only.",
     .filters = true},
    {.key = "categories",
     .label = "Categories",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "Of the 2018 Regulations, one a line, with days where they are known: Maintained "
             "school from 1 September 2024.",
     .longest = longest_categories},
    {.key = "section_175",
     .label = "Section 175",
     .holds = Holds::yes_no,
     .use = Use::given,
     .hint = "Whether it is asked under section 175 of the Education Act 2002; empty for a new "
             "one: as it follows from its categories."},
    {.key = "section_157",
     .label = "Section 157",
     .holds = Holds::yes_no,
     .use = Use::given,
     .hint = "Whether it is asked under section 157 of the Education Act 2002."},
    {.key = "duty_reason",
     .label = "Reason for other duties",
     .use = Use::given,
     .hint = "Why it is asked, or is not, where something else follows from what it is.",
     .longest = longest_line},
    {.key = "education_duty",
     .label = "Education duty",
     .hint = "Which of the two sections of the Education Act 2002.",
     .filters = true},
    {.key = "statutory_partner",
     .label = "Statutory partner",
     .holds = Holds::yes_no,
     .hint = "By section 16E of the Children Act 2004.",
     .filters = true},
    {.key = "takes_part",
     .label = "Takes part",
     .holds = Holds::yes_no,
     .hint = "On the day of the list.",
     .filters = true},
    {.key = "reference", .label = "Reference", .hint = "To say aloud: the program gives it."},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

/// As the program writes it, so that the same categories are always the same cell.
std::string canonical_categories(const std::string& lines) {
    const auto read = read_categories(lines);
    return read ? written(*read) : lines;
}

/// What a new row leaves open follows from the rest of it.
void fill_in(Agency& agency, const Proposed& row, Day today) {
    if (agency.kind == AgencyKind::not_said) agency.kind = kind_told_by(agency.sector, agency.role);
    auto follows = agency;
    ask_what_follows(follows, today);
    if (row["section_11"].empty()) agency.section_11 = follows.section_11;
    if (row["section_175"].empty()) agency.section_175 = follows.section_175;
    if (row["section_157"].empty()) agency.section_157 = follows.section_157;
}

Agency agency_of(const Proposed& row, Day today) {
    Agency agency{.id = OwnerId::parse(row.id).value_or(OwnerId{}),
                  .name = row["name"],
                  .short_name = row["short_name"],
                  .sector = row["sector"],
                  .role = row["role"],
                  .section_11 = row["section_11"] == "yes",
                  .funds = row["funds"] == "yes",
                  .contact = row["contact"],
                  .from = day_from_iso(row["from"]),
                  .to = day_from_iso(row["to"]),
                  .version = row.version,
                  .categories = canonical_categories(row["categories"]),
                  .section_175 = row["section_175"] == "yes",
                  .section_157 = row["section_157"] == "yes",
                  .duty_reason = row["duty_reason"]};
    from_text(row["kind"], agency.kind);
    from_text(row["phase"], agency.phase);
    if (row.is_new()) fill_in(agency, row, today);
    return agency;
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    return problems_with(db, scope, agency_of(row, scope.today), OwnerId::parse(row.id));
}

Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    if (row.is_new())
        TRY(add(db, scope, agency_of(row, scope.today)));
    else
        TRY(change(db, scope, agency_of(row, scope.today)));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/agencies/" + row[registers::place_of(columns, "id")];
}

/// The same as the register's source says.
std::string education_duty(const std::string& section_175, const std::string& section_157) {
    if (section_175 == "yes") return section_157 == "yes" ? "Sections 175 and 157" : "Section 175";
    return section_157 == "yes" ? "Section 157" : "";
}

/// What depends on the day, and what versions from before it was kept do not say.
void read_version(const history::Content& content, Day on, Cells& into) {
    const auto cell = [&](std::string_view key) -> std::string& {
        return into[registers::place_of(columns, key)];
    };
    for (const auto* key : {"section_175", "section_157"})
        if (cell(key).empty()) cell(key) = "no";
    Agency agency{.from = day_from_iso(history::value_of(content, "from")),
                  .to = day_from_iso(history::value_of(content, "to"))};
    from_text(cell("kind"), agency.kind);
    cell("education_duty") = education_duty(cell("section_175"), cell("section_157"));
    cell("statutory_partner") = is_statutory_partner(agency.kind) ? "yes" : "no";
    cell("takes_part") = takes_part(agency, on) ? "yes" : "no";
}

} // namespace

constinit const registers::Register agency_register = {.kind = "agencies",
                                                       .title = "[Agencies]",
                                                       .one = "[agency]",
                                                       .many = "[agencies]",
                                                       .read = Permission::read_agencies,
                                                       .change = Permission::edit_agencies,
                                                       .address = "/agencies",
                                                       .columns = columns,
                                                       .source = &agency_source,
                                                       .problems = problems,
                                                       .save = save,
                                                       .page_of = page_of,
                                                       .views = fixed_views,
                                                       .history_kind = "agency",
                                                       .read_version = read_version};

} // namespace openmasa::agencies
