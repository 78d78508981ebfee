#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/part_rows.hpp"
#include "partnership/masa/publishing.hpp"
#include "partnership/masa/registers.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>

namespace openmasa::masa {
namespace {

constexpr Choice stages[] = {
    {"draft", "Draft"},
    {"consultation", "Out for consultation"},
    {"sign_off", "For signature"},
    {"signed", "Signed"},
    {"published", "Published"},
    {"superseded", "Superseded"},
    {"withdrawn", "Withdrawn"},
};

constexpr Column columns[] = {
    {.key = "title",
     .label = "Edition",
     .use = Use::key,
     .longest = partnership::longest_masa_title,
     .shown = true,
     .names_row = true},
    {.key = "area",
     .label = "Area",
     .holds = Holds::long_words,
     .use = Use::given,
     .required = true,
     .longest = partnership::longest_masa_words},
    {.key = "stage",
     .label = "Stands",
     .holds = Holds::choice,
     .choices = stages,
     .hint = "The program says it: a file signs and publishes nothing.",
     .shown = true,
     .filters = true},
    {.key = "published_on",
     .label = "Published on",
     .holds = Holds::day,
     .use = Use::given,
     .hint = "Of an edition that was signed and published elsewhere; empty: it comes as a draft.",
     .fixed = true,
     .shown = true},
    {.key = "superseded_on", .label = "Superseded on", .holds = Holds::day, .shown = true},
    {.key = "brought_in", .label = "Signed elsewhere", .holds = Holds::yes_no, .filters = true},
    {.key = "signed_by",
     .label = "Signed by",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "Which offices signed it, where it was published.",
     .fixed = true,
     .longest = partnership::longest_masa_words},
    {.key = "summary",
     .label = "What it says",
     .holds = Holds::long_words,
     .use = Use::given,
     .hint = "The words, a summary or the address of an edition that was published elsewhere. The "
             "sections of a draft are a list of their own.",
     .fixed = true,
     .longest = partnership::longest_masa_section},
    {.key = "follows", .label = "Follows"},
    {.key = "changed",
     .label = "What changed",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words},
    {.key = "changed_why",
     .label = "Why it changed",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words},
    {.key = "authorised_by",
     .label = "Authorised by",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "The group or the office."},
    {.key = "authorised_on", .label = "Authorised on", .holds = Holds::day, .use = Use::given},
    {.key = "minute",
     .label = "Minute",
     .use = Use::given,
     .longest = partnership::longest_masa_words},
    {.key = "open_contents",
     .label = "Required contents open",
     .holds = Holds::number,
     .hint = "What guidance asks for that is neither met nor explained."},
    {.key = "publications", .label = "Times published", .holds = Holds::number},
    {.key = "fingerprint", .label = "SHA-256 of what is published"},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

/// Also of an edition that was signed here: elsewhere that is all that can be brought in.
std::string signed_by(const MasaEdition& edition) {
    if (!edition.signed_elsewhere.empty() || edition.publications.empty())
        return edition.signed_elsewhere;
    return join(partnership::document_in(edition.publications.back().content).signatures, "; ");
}

std::string summary_of(const MasaEdition& edition) {
    return edition.published_on && !edition.sections.empty() ? edition.sections.front().words : "";
}

std::string title_of(const std::vector<MasaEdition>& all, const std::optional<MasaId>& id) {
    const auto found = std::ranges::find_if(
        all, [&](const MasaEdition& edition) { return id && edition.id == *id; });
    return found == all.end() ? std::string() : found->title;
}

Cells cells_of(const MasaEdition& edition, const std::vector<MasaEdition>& all, Day today) {
    const auto& publications = edition.publications;
    return {edition.title,
            edition.area,
            std::string(to_text(edition.stage)),
            raw(edition.published_on),
            raw(edition.superseded_on),
            was_brought_in(edition) ? "yes" : "no",
            signed_by(edition),
            summary_of(edition),
            title_of(all, edition.follows),
            edition.changed,
            edition.changed_why,
            edition.authorised_name.value_or(""),
            raw(edition.authorised_on),
            edition.authorised_minute,
            std::to_string(missing_contents(edition, today).size()),
            std::to_string(publications.size()),
            publications.empty() ? "" : publications.back().digest,
            edition.id.str(),
            std::to_string(edition.version)};
}

void each(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    auto all = partnership::list_whole_masa(db, scope);
    std::ranges::reverse(all);
    for (const auto& edition : all) take(cells_of(edition, all, scope.today));
}

std::vector<std::string> names(store::Db& db, const Scope&, std::string_view) {
    std::vector<std::string> found;
    for (const auto type : {access::OwnerType::group, access::OwnerType::office})
        for (auto& owner : access::list_owners(db, type)) found.push_back(std::move(owner.name));
    return found;
}

// --- in -----------------------------------------------------------------------------------------

Say said_in(store::Db& db, const Proposed& row) {
    const auto authority = access::find_owner(db, row["authorised_by"]);
    return {.read = {MasaId::parse(row.id).value_or(MasaId{}), row.version},
            .title = row["title"],
            .area = row["area"],
            .changed = row["changed"],
            .changed_why = row["changed_why"],
            .authorised_by = authority ? authority->id.str() : "",
            .authorised_on = row["authorised_on"],
            .minute = row["minute"]};
}

Earlier earlier_in(store::Db& db, const Proposed& row) {
    return {.title = row["title"],
            .area = row["area"],
            .published_on = row["published_on"],
            .signed_by = row["signed_by"],
            .sections = {{"Summary", row["summary"]}},
            .said = said_in(db, row)};
}

bool was_published(const Proposed& row) {
    return !row["published_on"].empty();
}

/// The edition with the words of the row.
MasaEdition with_words(store::Db& db, const Scope& scope, MasaEdition edition, const Proposed& row,
                       std::vector<Problem>& found) {
    const auto said = said_in(db, row);
    edition.title = said.title;
    edition.area = said.area;
    edition.changed = said.changed;
    edition.changed_why = said.changed_why;
    set_authority(db, edition, said, scope.today, found);
    return edition;
}

std::vector<Problem> problems_of_draft(store::Db& db, const Scope& scope, const Proposed& row) {
    std::vector<Problem> found;
    for (const auto* only : {"signed_by", "summary"})
        if (!row[only].empty())
            found.push_back({only, "Only of an edition that was published: say on which day. The "
                                   "sections of a draft are a list of their own."});
    const auto edition = with_words(db, scope, {}, row, found);
    for (auto& problem : partnership::problems_with(edition)) found.push_back(std::move(problem));
    return found;
}

std::vector<Problem> problems_of_known(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto id = MasaId::parse(row.id);
    const auto edition = id ? partnership::find_masa(db, scope, *id) : std::nullopt;
    if (!edition) return {{"title", "There is no such edition."}};
    if (!is_open(*edition))
        return {{"title", "What is for signature, signed, published or withdrawn is never changed "
                          "by a file. Correct it on its page."}};
    std::vector<Problem> found;
    const auto changed = with_words(db, scope, *edition, row, found);
    for (auto& problem : partnership::problems_with(changed)) found.push_back(std::move(problem));
    return found;
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    if (!row.is_new()) return problems_of_known(db, scope, row);
    return was_published(row) ? problems_with(db, scope, earlier_in(db, row))
                              : problems_of_draft(db, scope, row);
}

Result<Done> save_draft(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto id =
        TRY(begin(db, scope, {.title = row["title"], .area = row["area"], .with_sections = false}));
    auto said = said_in(db, row);
    const bool says_more = !said.changed.empty() || !said.changed_why.empty() ||
                           !said.authorised_by.empty() || !said.authorised_on.empty() ||
                           !said.minute.empty();
    said.read = {id, 1};
    return says_more ? say(db, scope, said) : Result<Done>(Done{});
}

Result<Done> save_row(store::Db& db, const Scope& scope, const Proposed& row) {
    if (!row.is_new()) return say(db, scope, said_in(db, row));
    if (!was_published(row)) return save_draft(db, scope, row);
    TRY(record_earlier(db, scope, earlier_in(db, row)));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/arrangements/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register edition_register = {.kind = "arrangements",
                                                        .title = "Safeguarding arrangements",
                                                        .one = "edition",
                                                        .many = "editions",
                                                        .read = Permission::read_agencies,
                                                        .change = Permission::edit_agencies,
                                                        .address = "/arrangements",
                                                        .columns = columns,
                                                        .each = each,
                                                        .names = names,
                                                        .problems = problems,
                                                        .save = save_row,
                                                        .page_of = page_of,
                                                        .looks_back = true};

} // namespace openmasa::masa
