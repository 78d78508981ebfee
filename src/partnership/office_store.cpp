#include "partnership/office_store.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/standing.hpp"
#include <algorithm>

namespace openmasa::partnership {
namespace {

using history::Kept;
using store::None;
using store::Query;

/// An office with one of its holders; those of one office stand together.
struct OfficeRow {
    OwnerId id;
    std::string name, kind;
    std::optional<OwnerId> agency;
    std::optional<std::string> agency_name;
    std::string purpose, contact;
    std::optional<Day> from, to;
    std::int64_t version;
    std::optional<HolderId> holder;
    std::optional<PersonId> person;
    std::optional<std::string> known_as;
    std::optional<Day> holder_from, holder_to;
    std::optional<bool> acting;
    std::optional<std::string> note;
};
constexpr Query<OfficeRow()> list_rows{"offices.list", R"sql(
    SELECT f.id, o.name, f.kind, f.agency_id, a.name, f.purpose, f.contact, f.from_day, f.to_day, f.version,
           h.id, h.person_id, p.known_as, h.from_day, h.to_day, h.acting, h.note
    FROM office f JOIN owner o ON o.id = f.id LEFT JOIN owner a ON a.id = f.agency_id
         LEFT JOIN office_holder h ON h.office_id = f.id LEFT JOIN person p ON p.id = h.person_id
    ORDER BY lower(o.name), f.id, h.from_day, h.id)sql"};
constexpr Query<OfficeRow(OwnerId)> list_rows_of_agency{"offices.of_agency", R"sql(
    SELECT f.id, o.name, f.kind, f.agency_id, a.name, f.purpose, f.contact, f.from_day, f.to_day, f.version,
           h.id, h.person_id, p.known_as, h.from_day, h.to_day, h.acting, h.note
    FROM office f JOIN owner o ON o.id = f.id LEFT JOIN owner a ON a.id = f.agency_id
         LEFT JOIN office_holder h ON h.office_id = f.id LEFT JOIN person p ON p.id = h.person_id
    WHERE f.agency_id = $1 ORDER BY lower(o.name), f.id, h.from_day, h.id)sql"};
constexpr Query<OfficeRow(OwnerId)> list_rows_of{"offices.find", R"sql(
    SELECT f.id, o.name, f.kind, f.agency_id, a.name, f.purpose, f.contact, f.from_day, f.to_day, f.version,
           h.id, h.person_id, p.known_as, h.from_day, h.to_day, h.acting, h.note
    FROM office f JOIN owner o ON o.id = f.id LEFT JOIN owner a ON a.id = f.agency_id
         LEFT JOIN office_holder h ON h.office_id = f.id LEFT JOIN person p ON p.id = h.person_id
    WHERE f.id = $1 ORDER BY h.from_day, h.id)sql"};
constexpr Query<OwnerId(OwnerId)> find_office_id{"offices.is_there",
                                                 "SELECT id FROM office WHERE id = $1"};

constexpr Query<None(OwnerId, std::string_view, std::optional<OwnerId>, std::string_view,
                     std::string_view, std::optional<Day>, std::optional<Day>, Moment)>
    insert_office{"offices.add", R"sql(
    INSERT INTO office (id, kind, agency_id, purpose, contact, from_day, to_day, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8))sql"};
constexpr Query<None(OwnerId, std::int64_t, std::string_view, std::optional<OwnerId>,
                     std::string_view, std::string_view, std::optional<Day>, std::optional<Day>,
                     Moment)>
    update_office{"offices.save", R"sql(
    UPDATE office SET version = $2 + 1, kind = $3, agency_id = $4, purpose = $5, contact = $6,
                      from_day = $7, to_day = $8, updated_at = $9
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(HolderId, OwnerId, PersonId, bool, Day, std::optional<Day>, std::string_view)>
    put_holder{"offices.put_holder", R"sql(
    INSERT INTO office_holder (id, office_id, person_id, acting, from_day, to_day, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id) DO UPDATE SET person_id = $3, acting = $4, from_day = $5, to_day = $6, note = $7)sql"};
constexpr Query<None(HolderId)> delete_holder{"offices.delete_holder",
                                              "DELETE FROM office_holder WHERE id = $1"};

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}
std::string spoken_kind(std::string_view raw) {
    OfficeKind kind{};
    return from_text(raw, kind) ? std::string(spoken(kind)) : std::string(raw);
}
std::string spoken_day(std::string_view raw) {
    const auto day = day_from_iso(raw);
    return day ? openmasa::spoken(*day) : std::string(raw);
}

constexpr Kept<Office> office_kept[] = {
    {{"name", "Name"}, [](const Office& o) { return o.name; }},
    {{"kind", "Kind", history::Part::state, spoken_kind},
     [](const Office& o) { return std::string(to_text(o.kind)); }},
    {{"agency_id", ""}, [](const Office& o) { return o.agency ? o.agency->str() : ""; }},
    {{"agency", "Agency", history::Part::echo},
     [](const Office& o) { return o.agency_name.value_or(""); }},
    {{"purpose", "Responsible for"}, [](const Office& o) { return o.purpose; }},
    {{"contact", "Contact"}, [](const Office& o) { return o.contact; }},
    {{"from", "From", history::Part::state, spoken_day},
     [](const Office& o) { return raw(o.from); }},
    {{"to", "To", history::Part::state, spoken_day}, [](const Office& o) { return raw(o.to); }},
};
constexpr Kept<Holder> holder_kept[] = {
    {{"holder.#.id", "", history::Part::state, nullptr, true},
     [](const Holder& h) { return h.id.str(); }},
    {{"holder.#.person", ""}, [](const Holder& h) { return h.person.str(); }},
    {{"holder.#.name", "Holder #", history::Part::echo},
     [](const Holder& h) { return h.known_as; }},
    {{"holder.#.from", "Holder #, from", history::Part::state, spoken_day},
     [](const Holder& h) { return iso(h.from); }},
    {{"holder.#.to", "Holder #, to", history::Part::state, spoken_day},
     [](const Holder& h) { return raw(h.to); }},
    {{"holder.#.acting", "Holder #, acting"},
     [](const Holder& h) { return std::string(h.acting ? "yes" : ""); }},
    {{"holder.#.note", "Holder #, note"}, [](const Holder& h) { return h.note; }},
};
constexpr auto fields =
    history::joined(history::fields_of(office_kept), history::fields_of(holder_kept));

audit::Content content_of(const Office& office) {
    audit::Content content;
    history::put(content, office_kept, office);
    int number = 0;
    for (const auto& holder : office.holders) history::put(content, holder_kept, holder, ++number);
    return content;
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const Office& office,
            std::int64_t version) {
    standing_changed(db);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = office_kind,
                   .id = office.id.view(),
                   .version = version,
                   .content = content_of(office)});
}

Office office_of(OfficeRow& row) {
    Office office{.id = row.id,
                  .name = std::move(row.name),
                  .agency = row.agency,
                  .agency_name = std::move(row.agency_name),
                  .purpose = std::move(row.purpose),
                  .contact = std::move(row.contact),
                  .from = row.from,
                  .to = row.to,
                  .version = row.version};
    from_text(row.kind, office.kind);
    return office;
}

/// Adds what the row says to the last office, or a new one after it.
void take(std::vector<Office>& offices, OfficeRow&& row) {
    if (offices.empty() || offices.back().id != row.id) offices.push_back(office_of(row));
    if (row.holder)
        offices.back().holders.push_back({.id = *row.holder,
                                          .person = *row.person,
                                          .known_as = std::move(*row.known_as),
                                          .from = *row.holder_from,
                                          .to = row.holder_to,
                                          .acting = *row.acting,
                                          .note = std::move(*row.note)});
}

template<class... Args>
std::vector<Office> read(store::Db& db, const Query<OfficeRow(Args...)>& query,
                         const std::type_identity_t<Args>&... args) {
    std::vector<Office> offices;
    db.each(
        query, [&](OfficeRow&& row) { take(offices, std::move(row)); }, args...);
    return offices;
}

/// As the record has them, and no others.
void write_holders(store::Db& db, const Office& office, const std::vector<Holder>& before) {
    for (const auto& old : before)
        if (std::ranges::count(office.holders, old.id, &Holder::id) == 0)
            db.run(delete_holder, old.id);
    for (const auto& holder : office.holders)
        db.run(put_holder, holder.id, office.id, holder.person, holder.acting, holder.from,
               holder.to, holder.note);
}

} // namespace

history::Fields office_fields() {
    return fields;
}

Office office_in(const history::Content& content) {
    Office office{.id = {},
                  .name = std::string(history::value_of(content, "name")),
                  .from = day_from_iso(history::value_of(content, "from")),
                  .to = day_from_iso(history::value_of(content, "to"))};
    for (int number = 1;; ++number) {
        const auto value = [&](std::string_view key) {
            return std::string(history::value_of(content, history::numbered(key, number)));
        };
        const auto from = day_from_iso(value("holder.#.from"));
        if (!from) return office;
        office.holders.push_back({.id = {},
                                  .person = {},
                                  .known_as = value("holder.#.name"),
                                  .from = *from,
                                  .to = day_from_iso(value("holder.#.to")),
                                  .acting = value("holder.#.acting") == "yes",
                                  .note = value("holder.#.note")});
    }
}

std::vector<Office> list_offices(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_agencies)) return {};
    return read(db, list_rows);
}

std::vector<Office> list_offices_of(store::Db& db, const Scope& scope, const OwnerId& agency) {
    if (!scope.may(Permission::read_agencies)) return {};
    return read(db, list_rows_of_agency, agency);
}

std::optional<Office> read_office(store::Db& db, const OwnerId& id) {
    auto found = read(db, list_rows_of, id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

bool is_office(store::Db& db, const OwnerId& id) {
    return db.one(find_office_id, id).has_value();
}

std::optional<Office> find_office(store::Db& db, const Scope& scope, const OwnerId& id) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    return read_office(db, id);
}

void add_office(store::Db& db, const Scope& scope, const Office& office) {
    access::change_owner(db, {office.id, office.name, access::OwnerType::office});
    db.run(insert_office, office.id, to_text(office.kind), office.agency, office.purpose,
           office.contact, office.from, office.to, scope.now);
    write_holders(db, office, {});
    record(db, scope, "office.added", office, 1);
}

Result<Done> save_office(store::Db& db, const Scope& scope, const Office& office,
                         std::string_view verb) {
    const auto before = read_office(db, office.id);
    if (!before) return not_found();
    const int saved =
        db.run(update_office, office.id, office.version, to_text(office.kind), office.agency,
               office.purpose, office.contact, office.from, office.to, scope.now);
    if (saved == 0) return conflict("Somebody changed this office while you were writing.");
    access::change_owner(db, {office.id, office.name, access::OwnerType::office});
    if (office.name != before->name) accounts::note_new_name(db, scope, office.id);
    write_holders(db, office, before->holders);
    record(db, scope, verb, office, office.version + 1);
    return Done{};
}

void verify_offices(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, office_kind, office_fields());
    for (const auto& office : read(db, list_rows))
        newest.compare(
            {.id = office.id.view(), .version = office.version, .content = content_of(office)},
            verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::partnership
