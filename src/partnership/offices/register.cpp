#include "partnership/offices/register.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include "partnership/offices/register_source.hpp"
#include <algorithm>

namespace openmasa::offices {
namespace {

using partnership::OfficeKind;
using registers::Cells;
using registers::Choice;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::FixedView fixed_views[] = {
    {"Nobody holds it", "held=no"},
    {"Somebody acts", "acting=yes"},
};

constexpr Choice kinds[] = {
    {"lead_partner", "Lead safeguarding partner"},
    {"delegated_partner", "Delegated safeguarding partner"},
    {"partnership_chair", "Partnership chair"},
    {"scrutineer", "Independent scrutineer"},
    {"independent_chair", "Independent chair"},
    {"head_of_delivery", "Head of delivery"},
    {"other", "Other office"},
};
static_assert(std::size(kinds) == partnership::all_office_kinds.size());

constexpr Column columns[] = {
    {.key = "name",
     .label = "Name",
     .use = Use::key,
     .hint = "What the post is called, never who holds it.",
     .longest = partnership::longest_office_name,
     .shown = true,
     .names_row = true},
    {.key = "kind",
     .label = "Kind",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = kinds,
     .required = true,
     .shown = true,
     .filters = true},
    {.key = "agency",
     .label = "[Agency]",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "The [agency] that it is an office of; empty: of the partnership.",
     .shown = true,
     .filters = true},
    {.key = "holder",
     .label = "Holder",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "Who holds it, by name; another name than today's hands it over.",
     .shown = true},
    {.key = "since",
     .label = "Since",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The holder's first day.",
     .shown = true},
    {.key = "acting",
     .label = "Acting",
     .holds = Holds::yes_no,
     .use = Use::given,
     .hint = "Whether the holder stands in for somebody, or until somebody is found.",
     .filters = true},
    {.key = "held", .label = "Held today", .holds = Holds::yes_no, .filters = true},
    {.key = "purpose",
     .label = "Responsible for",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_office_words},
    {.key = "contact",
     .label = "Contact",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "How to reach the office, whoever holds it.",
     .longest = partnership::longest_office_words},
    {.key = "from",
     .label = "From",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The office's own first day; empty: it was always there."},
    {.key = "to",
     .label = "To",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "The office's own last day; empty: it is still there.",
     .shown = true},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::vector<std::string> names(store::Db& db, const Scope& scope, std::string_view key) {
    std::vector<std::string> found;
    if (key == "holder") return accounts::names_of_people(db, scope.today);
    if (key == "agency")
        for (auto& agency : access::list_owners(db, access::OwnerType::agency))
            found.push_back(std::move(agency.name));
    return found;
}

Office office_of(store::Db& db, const Proposed& row) {
    Office office{.id = OwnerId::parse(row.id).value_or(OwnerId{}),
                  .name = row["name"],
                  .purpose = row["purpose"],
                  .contact = row["contact"],
                  .from = day_from_iso(row["from"]),
                  .to = day_from_iso(row["to"]),
                  .version = row.version};
    from_text(row["kind"], office.kind);
    const auto agencies = access::list_owners(db, access::OwnerType::agency);
    const auto found = std::ranges::find(agencies, row["agency"], &access::Owner::name);
    if (found != agencies.end()) {
        office.agency = found->id;
        office.agency_name = found->name;
    }
    return office;
}

/// Another holder than before, or the first; an empty cell says nothing of who holds it.
bool hands_over(const Proposed& row) {
    return !row["holder"].empty() && (row.is_new() || row.changes("holder"));
}

HandOver hand_over_of(const Proposed& row, const Office& office, std::int64_t version) {
    return {.office = office.id,
            .version = version,
            .who = row["holder"],
            .from = row["since"],
            .to = {},
            .acting = row["acting"] == "yes",
            .note = {}};
}

std::vector<Problem> problems_of_holder(const Proposed& row) {
    const bool ends = !row.is_new() && row.changes("holder") && row["holder"].empty();
    if (ends)
        return {{"holder", "Say on the page of the office when they ended, or who came next."}};
    if (hands_over(row) && row["since"].empty())
        return {{"since", "Say from which day they hold it."}};
    if (!hands_over(row) && !row.is_new() && (row.changes("since") || row.changes("acting")))
        return {{"since", "What was said of a holder is put right on the page of the office."}};
    return {};
}

/// Named as the columns are.
std::vector<Problem> in_columns(std::vector<Problem> problems) {
    for (auto& problem : problems) {
        if (problem.field == "who") problem.field = "holder";
        if (problem.field == "from") problem.field = "since";
    }
    return problems;
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    auto office = office_of(db, row);
    const auto id = OwnerId::parse(row.id);
    const auto now = id ? partnership::read_office(db, *id) : std::nullopt;
    if (now) office.holders = now->holders;
    auto found = problems_with(db, scope, office, id);
    for (auto& problem : problems_of_holder(row)) found.push_back(std::move(problem));
    if (!found.empty() || !hands_over(row)) return found;
    const auto handed = handed_over(db, scope, office, hand_over_of(row, office, office.version));
    return handed ? std::vector<Problem>() : in_columns(handed.refusal().problems);
}

Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto office = office_of(db, row);
    const auto saved = row.is_new() ? TRY(add(db, scope, office)) : TRY(change(db, scope, office));
    if (!hands_over(row)) return Done{};
    const auto now = partnership::find_office(db, scope, saved.id);
    if (!now) return not_found();
    const auto handed = hand_over(db, scope, hand_over_of(row, *now, now->version));
    if (!handed) return invalid(in_columns(handed.refusal().problems));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/offices/" + row[registers::place_of(columns, "id")];
}

/// Who held it on the day, from what that version says of its holders.
void read_version(const history::Content& content, Day on, Cells& into) {
    const auto office = partnership::office_in(content);
    const auto set = [&](std::string_view key, std::string value) {
        into[registers::place_of(columns, key)] = std::move(value);
    };
    const auto holders = partnership::holders_on(office, on);
    if (exists(office, on)) set("held", holders.empty() ? "no" : "yes");
    if (holders.empty()) return;
    set("holder", holders.front()->known_as);
    set("since", iso(holders.front()->from));
    set("acting", holders.front()->acting ? "yes" : "no");
}

} // namespace

constinit const registers::Register office_register = {.kind = "offices",
                                                       .title = "Offices",
                                                       .one = "office",
                                                       .many = "offices",
                                                       .read = Permission::read_agencies,
                                                       .change = Permission::edit_agencies,
                                                       .address = "/offices",
                                                       .columns = columns,
                                                       .source = &office_source,
                                                       .names = names,
                                                       .problems = problems,
                                                       .save = save,
                                                       .page_of = page_of,
                                                       .views = fixed_views,
                                                       .looks_back = true,
                                                       .history_kind = partnership::office_kind,
                                                       .read_version = read_version};

} // namespace openmasa::offices
