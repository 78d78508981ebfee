#include "partnership/agencies/register.hpp"
#include "core/references/references.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/register_source.hpp"
#include "partnership/agencies/rules.hpp"

namespace openmasa::agencies {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Asked under section 11", "section_11=yes"},
    {"Fund the partnership", "funds=yes"},
};

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
     .shown = true,
     .filters = true},
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
    {.key = "reference", .label = "Reference", .hint = "To say aloud: the program gives it."},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

Agency agency_of(const Proposed& row) {
    return {.id = OwnerId::parse(row.id).value_or(OwnerId{}),
            .name = row["name"],
            .short_name = row["short_name"],
            .sector = row["sector"],
            .role = row["role"],
            .section_11 = row["section_11"] == "yes",
            .funds = row["funds"] == "yes",
            .contact = row["contact"],
            .from = day_from_iso(row["from"]),
            .to = day_from_iso(row["to"]),
            .version = row.version};
}

std::vector<Problem> problems(store::Db& db, const Scope&, const Proposed& row) {
    return problems_with(db, agency_of(row), OwnerId::parse(row.id));
}

Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    if (row.is_new())
        TRY(add(db, scope, agency_of(row)));
    else
        TRY(change(db, scope, agency_of(row)));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/agencies/" + row[registers::place_of(columns, "id")];
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
                                                       .history_kind = "agency"};

} // namespace openmasa::agencies
