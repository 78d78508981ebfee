#include "core/terms/register.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/rules.hpp"
#include "kernel/text.hpp"
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

constexpr Column columns[] = {
    {.key = "kind",
     .label = "Kind",
     .holds = Holds::choice,
     .use = Use::key,
     .choices = kinds,
     .fixed = true,
     .shown = true,
     .filters = true},
    {.key = "name",
     .label = "Term",
     .use = Use::key,
     .longest = longest_name,
     .shown = true,
     .names_row = true},
    {.key = "also_called",
     .label = "Also called",
     .use = Use::given,
     .hint = "Other words for the same, with ; between. Search and imports understand them.",
     .longest = longest_line},
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
     .longest = longest_about},
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
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::string text(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

void each(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    if (!scope.may(Permission::edit_settings)) return;
    for (const auto& term : read_terms(db)) take(cells_of(term));
}

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

std::string page_of(const Cells& row) {
    return "/terms/" + row[registers::place_of(columns, "id")];
}

} // namespace

Cells cells_of(const Term& term) {
    return {std::string(to_text(term.kind)),
            term.name,
            term.also_called,
            term.stands_for,
            term.several,
            term.about,
            term.source,
            term.position ? std::to_string(term.position) : std::string(),
            text(term.from),
            text(term.to),
            term.withdrawn_why,
            term.id.str(),
            std::to_string(term.version)};
}

constinit const registers::Register term_register = {.kind = "terms",
                                                     .title = "Words and themes",
                                                     .one = "term",
                                                     .many = "terms",
                                                     .read = Permission::edit_settings,
                                                     .change = Permission::edit_settings,
                                                     .address = "/terms",
                                                     .columns = columns,
                                                     .each = each,
                                                     .problems = problems,
                                                     .save = save,
                                                     .page_of = page_of,
                                                     .history_kind = "term"};

} // namespace openmasa::terms
