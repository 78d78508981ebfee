#include "core/terms/register.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/register_source.hpp"
#include "core/terms/rules.hpp"
#include <charconv>

namespace openmasa::terms {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::Choice kinds[] = {{"word", "One of our words"},
                                       {"theme", "Theme"},
                                       {"flourish", "FLOURISH domain"},
                                       {"name", "Name of an agency, group or office"}};
constexpr registers::Choice program_words[] = {{"", "None"},
                                               {"business_unit", "Business unit"},
                                               {"plan", "Plan"},
                                               {"priority", "Priority"},
                                               {"agency", "Agency"}};

constexpr registers::Choice standings[] = {
    {"used", "In use"}, {"later", "Later"}, {"ended", "Ended"}, {"withdrawn", "Withdrawn"}};

constexpr registers::FixedView fixed_views[] = {{"Our words", "kind=word"},
                                                {"Themes", "kind=theme"},
                                                {"FLOURISH domains", "kind=flourish"},
                                                {"Names", "kind=name"}};

constexpr Column columns[] = {
    {.key = "name",
     .label = "Term",
     .use = Use::key,
     .longest = longest_name,
     .shown = true,
     .names_row = true},
    {.key = "kind",
     .label = "Kind",
     .holds = Holds::choice,
     .use = Use::key,
     .choices = kinds,
     .fixed = true,
     .shown = true,
     .filters = true},
    {.key = "also_called",
     .label = "Also called",
     .use = Use::given,
     .hint = "Other words for the same, with ; between. Search and imports understand them.",
     .longest = longest_line,
     .shown = true},
    {.key = "stands_for",
     .label = "Stands for",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = program_words,
     .hint = "For one of our words: which word of the program pages say it for."},
    {.key = "several",
     .label = "Several of them",
     .use = Use::given,
     .hint = "For one of our words: for example MASA teams.",
     .longest = longest_name},
    {.key = "about",
     .label = "What it means",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = longest_about,
     .shown = true},
    {.key = "source", .label = "Where it comes from", .use = Use::given, .longest = longest_line},
    {.key = "order",
     .label = "Order",
     .holds = Holds::number,
     .use = Use::given,
     .hint = "Its place among those of its kind. Empty: after the others, by name.",
     .longest = 6},
    {.key = "from",
     .label = "From",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The first day it is used; empty: from the start."},
    {.key = "to",
     .label = "To",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The last day; empty: it is still used."},
    {.key = "withdrawn",
     .label = "Withdrawn, because",
     .use = Use::given,
     .hint = "Only to withdraw it: the reason. What carries it keeps it. Empty: it stands.",
     .longest = longest_line},
    {.key = "standing",
     .label = "Standing",
     .holds = Holds::choice,
     .choices = standings,
     .shown = true,
     .filters = true},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

int number_in(const std::string& cell) {
    int number = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return number;
}

Term term_of(const Proposed& row) {
    Kind kind{};
    from_text(row["kind"], kind);
    return {.id = TermId::parse(row.id).value_or(TermId{}),
            .kind = kind,
            .stands_for = row["stands_for"],
            .name = row["name"],
            .several = row["several"],
            .also_called = row["also_called"],
            .about = row["about"],
            .source = row["source"],
            .position = number_in(row["order"]),
            .from = day_from_iso(row["from"]),
            .to = day_from_iso(row["to"]),
            .withdrawn_why = row["withdrawn"],
            .version = row.version};
}

std::vector<Problem> problems(store::Db& db, const Scope&, const Proposed& row) {
    return problems_in(db, term_of(row));
}

Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    if (row.is_new())
        TRY(add(db, scope, term_of(row)));
    else
        TRY(change(db, scope, term_of(row)));
    return Done{};
}

/// How it stood on the day.
void read_version(const history::Content&, Day day, Cells& into) {
    const auto cell = [&](std::string_view key) -> std::string& {
        return into[registers::place_of(columns, key)];
    };
    Term term;
    term.from = day_from_iso(cell("from"));
    term.to = day_from_iso(cell("to"));
    term.withdrawn_why = cell("withdrawn");
    cell("standing") = standing(term, day);
}

std::string page_of(const Cells& row) {
    return "/terms/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register term_register = {.kind = "terms",
                                                     .title = "Words and themes",
                                                     .one = "term",
                                                     .many = "terms",
                                                     .read = Permission::edit_settings,
                                                     .change = Permission::edit_settings,
                                                     .address = "/terms",
                                                     .columns = columns,
                                                     .source = &term_source,
                                                     .problems = problems,
                                                     .save = save,
                                                     .page_of = page_of,
                                                     .views = fixed_views,
                                                     .history_kind = "term",
                                                     .read_version = read_version};

} // namespace openmasa::terms
