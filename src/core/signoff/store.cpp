#include "core/signoff/store.hpp"
#include "core/access/secret.hpp"
#include "core/settings/revision.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::signoff {
namespace {

using history::Kept;
using history::Part;
using store::None;
using store::Query;

/// Counts up with every sign-off that begins, goes on or ends.
constexpr std::string_view sign_offs_revision = "sign-offs";

struct Row {
    SignOffId id;
    Document document;
    std::string digest;
    std::optional<PersonId> offered_by;
    Moment offered_at;
    std::optional<Ending> how;
    std::optional<PersonId> ended_by;
    std::optional<std::string> ended_as;
    std::optional<OwnerId> ended_for;
    std::optional<std::string> why;
    std::optional<Moment> ended_at;
};
struct OfficeRow {
    SignOffId sign_off;
    Asked asked;
    std::optional<PersonId> person;
    std::optional<std::string> known_as;
    std::optional<bool> acting;
    std::optional<std::string> digest, words;
    std::optional<Moment> at;
};

constexpr Query<Row(SignOffId)> find_row{"signoff.find", R"sql(
    SELECT s.id, s.kind, s.record_id, s.document_version, s.title, s.page, s.content, s.digest,
           s.offered_by, s.offered_at, e.how, e.person_id, e.known_as, e.office_id, e.why, e.ended_at
    FROM sign_off s LEFT JOIN sign_off_end e ON e.sign_off_id = s.id WHERE s.id = $1)sql"};
constexpr Query<Row(std::string_view, std::string_view)> list_of_record{"signoff.of_record", R"sql(
    SELECT s.id, s.kind, s.record_id, s.document_version, s.title, s.page, s.content, s.digest,
           s.offered_by, s.offered_at, e.how, e.person_id, e.known_as, e.office_id, e.why, e.ended_at
    FROM sign_off s LEFT JOIN sign_off_end e ON e.sign_off_id = s.id
    WHERE s.kind = $1 AND s.record_id = $2 ORDER BY s.document_version DESC)sql"};
constexpr Query<Row(std::string_view)> list_open{"signoff.open", R"sql(
    SELECT s.id, s.kind, s.record_id, s.document_version, s.title, s.page, s.content, s.digest,
           s.offered_by, s.offered_at, e.how, e.person_id, e.known_as, e.office_id, e.why, e.ended_at
    FROM sign_off s LEFT JOIN sign_off_end e ON e.sign_off_id = s.id
    WHERE s.kind = $1 AND e.sign_off_id IS NULL AND EXISTS (
        SELECT 1 FROM sign_off_office o LEFT JOIN signature g
          ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
        WHERE o.sign_off_id = s.id AND g.office_id IS NULL)
    ORDER BY s.offered_at, s.id)sql"};
constexpr Query<Row(std::string_view)> list_of_kind{"signoff.of_kind", R"sql(
    SELECT s.id, s.kind, s.record_id, s.document_version, s.title, s.page, s.content, s.digest,
           s.offered_by, s.offered_at, e.how, e.person_id, e.known_as, e.office_id, e.why, e.ended_at
    FROM sign_off s LEFT JOIN sign_off_end e ON e.sign_off_id = s.id
    WHERE s.kind = $1 ORDER BY s.record_id, s.document_version)sql"};
constexpr Query<SignOffId(OwnerId)> list_open_of_office{"signoff.open_of_office", R"sql(
    SELECT o.sign_off_id FROM sign_off_office o JOIN sign_off s ON s.id = o.sign_off_id
    LEFT JOIN sign_off_end e ON e.sign_off_id = s.id
    LEFT JOIN signature g ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
    WHERE o.office_id = $1 AND e.sign_off_id IS NULL AND g.office_id IS NULL
    ORDER BY s.offered_at, s.id)sql"};
constexpr Query<OwnerId()> list_offices_asked{"signoff.offices_asked", R"sql(
    SELECT DISTINCT o.office_id FROM sign_off_office o LEFT JOIN sign_off_end e ON e.sign_off_id = o.sign_off_id
    LEFT JOIN signature g ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
    WHERE e.sign_off_id IS NULL AND g.office_id IS NULL ORDER BY o.office_id)sql"};
constexpr Query<Row()> list_all{"signoff.all", R"sql(
    SELECT s.id, s.kind, s.record_id, s.document_version, s.title, s.page, s.content, s.digest,
           s.offered_by, s.offered_at, e.how, e.person_id, e.known_as, e.office_id, e.why, e.ended_at
    FROM sign_off s LEFT JOIN sign_off_end e ON e.sign_off_id = s.id ORDER BY s.id)sql"};

constexpr Query<OfficeRow(SignOffId)> list_offices_of{"signoff.offices_of", R"sql(
    SELECT o.sign_off_id, o.office_id, o.name, o.stage, g.person_id, g.known_as, g.acting, g.digest, g.words,
           g.signed_at
    FROM sign_off_office o LEFT JOIN signature g ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
    WHERE o.sign_off_id = $1 ORDER BY o.stage, o.position)sql"};
constexpr Query<OfficeRow(std::string_view, std::string_view)> list_offices_of_record{
    "signoff.offices_of_record", R"sql(
    SELECT o.sign_off_id, o.office_id, o.name, o.stage, g.person_id, g.known_as, g.acting, g.digest, g.words,
           g.signed_at
    FROM sign_off_office o JOIN sign_off s ON s.id = o.sign_off_id
    LEFT JOIN signature g ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
    WHERE s.kind = $1 AND s.record_id = $2 ORDER BY o.sign_off_id, o.stage, o.position)sql"};
constexpr Query<OfficeRow(std::string_view)> list_offices_of_kind{"signoff.offices_of_kind", R"sql(
    SELECT o.sign_off_id, o.office_id, o.name, o.stage, g.person_id, g.known_as, g.acting, g.digest, g.words,
           g.signed_at
    FROM sign_off_office o JOIN sign_off s ON s.id = o.sign_off_id
    LEFT JOIN signature g ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
    WHERE s.kind = $1 ORDER BY o.sign_off_id, o.stage, o.position)sql"};
constexpr Query<OfficeRow()> list_all_offices{"signoff.all_offices", R"sql(
    SELECT o.sign_off_id, o.office_id, o.name, o.stage, g.person_id, g.known_as, g.acting, g.digest, g.words,
           g.signed_at
    FROM sign_off_office o LEFT JOIN signature g ON g.sign_off_id = o.sign_off_id AND g.office_id = o.office_id
    ORDER BY o.sign_off_id, o.stage, o.position)sql"};

constexpr Query<None(SignOffId, std::string_view, std::string_view, std::int64_t, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::optional<PersonId>,
                     Moment)>
    insert_sign_off{"signoff.add", R"sql(
    INSERT INTO sign_off (id, kind, record_id, document_version, title, page, content, digest, offered_by, offered_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql"};
constexpr Query<None(SignOffId, OwnerId, int, int, std::string_view)> insert_office{
    "signoff.add_office", R"sql(
    INSERT INTO sign_off_office (sign_off_id, office_id, position, stage, name) VALUES ($1, $2, $3, $4, $5))sql"};
constexpr Query<None(SignOffId, OwnerId, PersonId, std::string_view, bool, std::string_view,
                     std::string_view, Moment)>
    insert_signature{"signoff.add_signature", R"sql(
    INSERT INTO signature (sign_off_id, office_id, person_id, known_as, acting, digest, words, signed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (sign_off_id, office_id) DO NOTHING)sql"};
constexpr Query<None(SignOffId, std::string_view, std::optional<PersonId>, std::string_view,
                     std::optional<OwnerId>, std::string_view, Moment)>
    insert_end{"signoff.add_end", R"sql(
    INSERT INTO sign_off_end (sign_off_id, how, person_id, known_as, office_id, why, ended_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (sign_off_id) DO NOTHING)sql"};

// --- what the history keeps ---------------------------------------------------------------------

std::string spoken_ending(std::string_view raw) {
    return raw == "sent_back" ? "Sent back" : "Withdrawn";
}
std::string spoken_moment(std::string_view raw) {
    const auto at = moment_from_iso(raw);
    return at ? spoken(*at) : std::string(raw);
}

constexpr Kept<SignOff> sign_off_kept[] = {
    {{"title", "Document"}, [](const SignOff& s) { return s.document.title; }},
    {{"document_version", "Version"},
     [](const SignOff& s) { return std::to_string(s.document.version); }},
    {{"kind", ""}, [](const SignOff& s) { return s.document.kind; }},
    {{"record", ""}, [](const SignOff& s) { return s.document.id; }},
    {{"page", ""}, [](const SignOff& s) { return s.document.page; }},
    {{"digest", "SHA-256"}, [](const SignOff& s) { return s.digest; }},
    {{"offered_by", ""}, [](const SignOff& s) { return s.offered_by ? s.offered_by->str() : ""; }},
    {{"offered_at", "Put for signature", Part::state, spoken_moment},
     [](const SignOff& s) { return iso(s.offered_at); }},
};
constexpr Kept<Asked> asked_kept[] = {
    {{"office.#.id", ""}, [](const Asked& a) { return a.office.str(); }},
    {{"office.#.name", "Office #"}, [](const Asked& a) { return a.name; }},
    {{"office.#.stage", "Office #, stage"}, [](const Asked& a) { return std::to_string(a.stage); }},
};
constexpr Kept<Signature> signature_kept[] = {
    {{"signature.#.office", ""}, [](const Signature& s) { return s.office.str(); }},
    {{"signature.#.person", ""}, [](const Signature& s) { return s.person.str(); }},
    {{"signature.#.name", "Signature #"}, [](const Signature& s) { return s.known_as; }},
    {{"signature.#.acting", "Signature #, acting"},
     [](const Signature& s) { return std::string(s.acting ? "yes" : ""); }},
    {{"signature.#.digest", "Signature #, SHA-256"}, [](const Signature& s) { return s.digest; }},
    {{"signature.#.words", "Signature #, words"}, [](const Signature& s) { return s.words; }},
    {{"signature.#.at", "Signature #, when", Part::state, spoken_moment},
     [](const Signature& s) { return iso(s.at); }},
};
constexpr Kept<End> end_kept[] = {
    {{"end.how", "Ended", Part::state, spoken_ending},
     [](const End& e) { return std::string(to_text(e.how)); }},
    {{"end.person", ""}, [](const End& e) { return e.person ? e.person->str() : ""; }},
    {{"end.name", "Ended by"}, [](const End& e) { return e.known_as; }},
    {{"end.office", ""}, [](const End& e) { return e.office ? e.office->str() : ""; }},
    {{"end.why", "Why"}, [](const End& e) { return e.why; }},
    {{"end.at", "Ended, when", Part::state, spoken_moment}, [](const End& e) { return iso(e.at); }},
};
constexpr auto offered_fields =
    history::joined(history::fields_of(sign_off_kept), history::fields_of(asked_kept));
constexpr auto signed_fields =
    history::joined(history::fields_of(signature_kept), history::fields_of(end_kept));
constexpr auto fields = history::joined(offered_fields, signed_fields);

audit::Content content_of(const SignOff& sign_off) {
    audit::Content content;
    history::put(content, sign_off_kept, sign_off);
    int number = 0;
    for (const auto& asked : sign_off.asked) history::put(content, asked_kept, asked, ++number);
    number = 0;
    for (const auto& one : sign_off.signatures)
        history::put(content, signature_kept, one, ++number);
    if (sign_off.end) history::put(content, end_kept, *sign_off.end);
    return content;
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const SignOff& sign_off) {
    revision::count_up(db, sign_offs_revision);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = sign_off_kind,
                   .id = sign_off.id.view(),
                   .version = version_of(sign_off),
                   .content = content_of(sign_off)});
}

// --- rows ---------------------------------------------------------------------------------------

SignOff sign_off_of(Row&& row) {
    SignOff made{.id = row.id,
                 .document = std::move(row.document),
                 .digest = std::move(row.digest),
                 .offered_by = row.offered_by,
                 .offered_at = row.offered_at};
    if (row.how)
        made.end = End{.how = *row.how,
                       .person = row.ended_by,
                       .known_as = row.ended_as.value_or(""),
                       .office = row.ended_for,
                       .why = row.why.value_or(""),
                       .at = row.ended_at.value_or(Moment{})};
    return made;
}

void add_office(SignOff& to, OfficeRow&& row) {
    if (row.person)
        to.signatures.push_back({.office = row.asked.office,
                                 .person = *row.person,
                                 .known_as = row.known_as.value_or(""),
                                 .acting = row.acting.value_or(false),
                                 .digest = row.digest.value_or(""),
                                 .words = row.words.value_or(""),
                                 .at = row.at.value_or(Moment{})});
    to.asked.push_back(std::move(row.asked));
}

/// Fills in the offices of each from what `list` hands over.
template<class List> std::vector<SignOff> with_offices(std::vector<Row>&& rows, List list) {
    std::vector<SignOff> all;
    std::map<SignOffId, std::size_t> places;
    for (auto& row : rows) {
        places.emplace(row.id, all.size());
        all.push_back(sign_off_of(std::move(row)));
    }
    if (all.empty()) return all;
    list([&](OfficeRow&& office) {
        const auto place = places.find(office.sign_off);
        if (place != places.end()) add_office(all[place->second], std::move(office));
    });
    return all;
}

std::vector<SignOff> all_of_them(store::Db& db) {
    return with_offices(db.all(list_all), [&](auto take) { db.each(list_all_offices, take); });
}

void verify_digests(const SignOff& sign_off, audit::Verdict& verdict) {
    const auto called = fmt::format("Version {} of \u201c{}\u201d", sign_off.document.version,
                                    sign_off.document.title);
    if (sha256(sign_off.document.content) != sign_off.digest)
        verdict.faults.push_back(
            called + " is not what was put for signature: somebody changed it behind the program.");
    for (const auto& signature : sign_off.signatures)
        if (signature.digest != sign_off.digest)
            verdict.faults.push_back(fmt::format("{}: the signature of {} is of other words.",
                                                 called, signature.known_as));
}

} // namespace

std::optional<SignOff> find(store::Db& db, const SignOffId& id) {
    auto row = db.one(find_row, id);
    if (!row) return std::nullopt;
    auto found = sign_off_of(std::move(*row));
    db.each(
        list_offices_of, [&](OfficeRow&& office) { add_office(found, std::move(office)); }, id);
    return found;
}

std::vector<SignOff> of_record(store::Db& db, std::string_view kind, std::string_view record) {
    return with_offices(db.all(list_of_record, kind, record),
                        [&](auto take) { db.each(list_offices_of_record, take, kind, record); });
}

std::vector<SignOff> open_ones(store::Db& db, std::string_view kind) {
    return *db.remembered<std::vector<SignOff>>(
        fmt::format("open {}", kind), revision::stamp(db, sign_offs_revision), [&] {
            return with_offices(db.all(list_open, kind),
                                [&](auto take) { db.each(list_offices_of_kind, take, kind); });
        });
}

std::vector<SignOff> all_of_kind(store::Db& db, std::string_view kind) {
    return with_offices(db.all(list_of_kind, kind),
                        [&](auto take) { db.each(list_offices_of_kind, take, kind); });
}

std::vector<SignOff> open_ones_of(store::Db& db, const OwnerId& office) {
    std::vector<SignOff> all;
    for (const auto& id : db.all(list_open_of_office, office)) all.push_back(*find(db, id));
    return all;
}

std::vector<OwnerId> offices_asked(store::Db& db) {
    return db.all(list_offices_asked);
}

void add(store::Db& db, const Scope& scope, const SignOff& sign_off) {
    const auto& document = sign_off.document;
    db.run(insert_sign_off, sign_off.id, document.kind, document.id, document.version,
           document.title, document.page, document.content, sign_off.digest, sign_off.offered_by,
           sign_off.offered_at);
    int position = 0;
    for (const auto& asked : sign_off.asked)
        db.run(insert_office, sign_off.id, asked.office, ++position, asked.stage, asked.name);
    record(db, scope, "sign_off.offered", sign_off);
}

Result<Done> add_signature(store::Db& db, const Scope& scope, SignOff& sign_off,
                           const Signature& signature) {
    const int added = db.run(insert_signature, sign_off.id, signature.office, signature.person,
                             signature.known_as, signature.acting, signature.digest,
                             signature.words, signature.at);
    if (added == 0) return conflict("This office has signed it already.");
    sign_off = *find(db, sign_off.id);
    record(db, scope, "sign_off.signed", sign_off);
    return Done{};
}

Result<Done> add_end(store::Db& db, const Scope& scope, SignOff& sign_off, const End& end) {
    const int added = db.run(insert_end, sign_off.id, to_text(end.how), end.person, end.known_as,
                             end.office, end.why, end.at);
    if (added == 0) return conflict("It was sent back or withdrawn already.");
    sign_off.end = end;
    record(db, scope, end.how == Ending::sent_back ? "sign_off.sent_back" : "sign_off.withdrawn",
           sign_off);
    return Done{};
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, sign_off_kind, fields);
    for (const auto& sign_off : all_of_them(db)) {
        newest.compare({.id = sign_off.id.view(),
                        .version = version_of(sign_off),
                        .content = content_of(sign_off)},
                       verdict);
        verify_digests(sign_off, verdict);
    }
    newest.report_missing(verdict);
}

} // namespace openmasa::signoff
