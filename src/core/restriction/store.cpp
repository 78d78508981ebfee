#include "core/restriction/store.hpp"
#include "core/audit/audit.hpp"
#include "core/settings/revision.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::restriction {
namespace {

using store::None;
using store::Query;

/// A restriction with one of its names; the last three are empty where it has
/// none.
struct NamedRow {
    RestrictionId id;
    std::string kind, record, reason;
    Day review_on;
    Moment at;
    std::int64_t version;
    std::optional<PersonId> person;
    std::optional<OwnerId> owner;
    std::optional<int> denied;
};
constexpr Query<NamedRow()> list_open{"restriction.list_open", R"sql(
    SELECT r.id, r.kind, r.record_id, r.reason, r.review_on, r.restricted_at, r.version, n.person_id, n.owner_id,
           n.denied
    FROM restriction r LEFT JOIN restriction_name n ON n.restriction_id = r.id
    WHERE r.lifted_at IS NULL ORDER BY r.id, n.denied, n.person_id, n.owner_id)sql"};
constexpr Query<NamedRow(std::string_view, std::string_view)> find_standing{"restriction.find_open",
                                                                            R"sql(
    SELECT r.id, r.kind, r.record_id, r.reason, r.review_on, r.restricted_at, r.version, n.person_id, n.owner_id,
           n.denied
    FROM restriction r LEFT JOIN restriction_name n ON n.restriction_id = r.id
    WHERE r.kind = $1 AND r.record_id = $2 AND r.lifted_at IS NULL
    ORDER BY r.id, n.denied, n.person_id, n.owner_id)sql"};
constexpr Query<Candidate()> list_people{"restriction.candidates", R"sql(
    SELECT p.id, p.known_as FROM person p
    WHERE EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id AND a.ended_at IS NULL)
    ORDER BY p.known_as, p.id)sql"};

constexpr Query<None(RestrictionId, std::string_view, std::string_view, std::string_view, Day,
                     Moment, std::optional<PersonId>)>
    insert{"restriction.add", R"sql(
    INSERT INTO restriction (id, kind, record_id, reason, review_on, restricted_at, person_id, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1))sql"};
constexpr Query<None(RestrictionId, std::int64_t, std::string_view, Day)> update{
    "restriction.save", "UPDATE restriction SET version = $2 + 1, reason = $3, review_on = $4 "
                        "WHERE id = $1 AND version = $2 AND lifted_at IS NULL"};
constexpr Query<None(RestrictionId, std::int64_t, Moment, std::optional<PersonId>,
                     std::string_view)>
    update_lifted{"restriction.lift", "UPDATE restriction SET version = $2 + 1, lifted_at = $3, "
                                      "lifted_by = $4, lifted_why = $5 "
                                      "WHERE id = $1 AND version = $2 AND lifted_at IS NULL"};
constexpr Query<None(RestrictionId)> delete_names{
    "restriction.clear_names", "DELETE FROM restriction_name WHERE restriction_id = $1"};
constexpr Query<None(RestrictionId, std::optional<PersonId>, std::optional<OwnerId>, bool)>
    insert_name{"restriction.add_name", "INSERT INTO restriction_name (restriction_id, person_id, "
                                        "owner_id, denied) "
                                        "VALUES ($1, $2, $3, $4)"};

struct ThenRow {
    RestrictionId id;
    std::int64_t version;
    std::string content;
};
constexpr Query<ThenRow()> list_then{"restriction.list_then", R"sql(
    SELECT h.record_id, h.version, h.content FROM history h
    WHERE h.kind = 'restriction' AND h.destroyed_under IS NULL
    AND h.version = (SELECT max(x.version) FROM history x WHERE x.kind = h.kind AND x.record_id = h.record_id)
    ORDER BY h.record_id)sql"};

/// Rows of one restriction come together.
void gather(std::vector<Restriction>& all, NamedRow&& row) {
    if (all.empty() || all.back().id != row.id)
        all.push_back({.id = row.id,
                       .record = {std::move(row.kind), std::move(row.record)},
                       .reason = std::move(row.reason),
                       .review_on = row.review_on,
                       .at = row.at,
                       .version = row.version,
                       .names = {}});
    if (row.denied) all.back().names.push_back({row.person, row.owner, *row.denied != 0});
}

void save_names(store::Db& db, const Restriction& restriction) {
    db.run(delete_names, restriction.id);
    for (const auto& name : restriction.names)
        db.run(insert_name, restriction.id, name.person, name.owner, name.denied);
}

std::string listed(const Restriction& restriction, bool denied) {
    std::vector<std::string> ids;
    for (const auto& name : restriction.names)
        if (name.denied == denied)
            ids.push_back(name.person ? "person " + name.person->str()
                                      : "owner " + name.owner->str());
    return join(ids, "\n");
}

/// What listed() wrote.
void read_names(std::string_view lines, bool denied, std::vector<Name>& into) {
    for (auto line : split(lines, '\n')) {
        const auto space = std::min(line.find(' '), line.size());
        const auto id = trimmed(line.substr(space));
        if (line.starts_with("person "))
            into.push_back({.person = PersonId::parse(id), .owner = {}, .denied = denied});
        if (line.starts_with("owner "))
            into.push_back({.person = {}, .owner = OwnerId::parse(id), .denied = denied});
    }
}

/// What record() wrote; nothing of one that was lifted.
std::optional<Restriction> standing(const ThenRow& row) {
    const auto content = history::content_without_day(row.content);
    const auto said = [&](std::string_view key) { return history::value_of(content, key); };
    const auto record = said("Record");
    const auto space = record.find(' ');
    const auto review_on = day_from_iso(said("Look again on"));
    if (!said("Lifted because").empty() || space == record.npos || !review_on) return std::nullopt;
    Restriction then{
        .id = row.id,
        .record = {std::string(record.substr(0, space)), std::string(record.substr(space + 1))},
        .reason = std::string(said("Reason")),
        .review_on = *review_on,
        .version = row.version,
        .names = {}};
    read_names(said("May read"), false, then.names);
    read_names(said("May not read"), true, then.names);
    return then;
}

/// Every change passes here.
void record(store::Db& db, const Scope& scope, std::string_view verb, const Restriction& r,
            std::string_view lifted_why = {}) {
    revision::count_up(db, revision_name);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "restriction",
                   .id = r.id.view(),
                   .version = r.version,
                   .content = {{"Record", r.record.kind + " " + r.record.id},
                               {"Reason", r.reason},
                               {"Look again on", std::string(std::string_view(iso(r.review_on)))},
                               {"May read", listed(r, false)},
                               {"May not read", listed(r, true)},
                               {"Lifted because", std::string(lifted_why)}}});
}

} // namespace

std::vector<Restriction> open_restrictions(store::Db& db) {
    std::vector<Restriction> all;
    db.each(list_open, [&](NamedRow&& row) { gather(all, std::move(row)); });
    return all;
}

std::vector<Restriction> restrictions_then(store::Db& db) {
    std::vector<Restriction> all;
    db.each(list_then, [&](ThenRow&& row) {
        if (auto then = standing(row)) all.push_back(std::move(*then));
    });
    return all;
}

std::optional<Restriction> find_open(store::Db& db, const Record& record) {
    std::vector<Restriction> all;
    db.each(
        find_standing, [&](NamedRow&& row) { gather(all, std::move(row)); }, record.kind,
        record.id);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

std::vector<Candidate> list_candidates(store::Db& db) {
    return db.all(list_people);
}

void add(store::Db& db, const Scope& scope, const Restriction& r) {
    db.run(insert, r.id, r.record.kind, r.record.id, r.reason, r.review_on, r.at, scope.person);
    save_names(db, r);
    record(db, scope, "record.restricted", r);
}

Result<Done> save(store::Db& db, const Scope& scope, Restriction r) {
    if (db.run(update, r.id, r.version, r.reason, r.review_on) == 0)
        return conflict("Somebody changed this restriction while you were writing.");
    ++r.version;
    save_names(db, r);
    record(db, scope, "restriction.changed", r);
    return Done{};
}

Result<Done> lift(store::Db& db, const Scope& scope, Restriction r, std::string_view why) {
    if (db.run(update_lifted, r.id, r.version, scope.now, scope.person, why) == 0)
        return conflict("Somebody changed this restriction while you were writing.");
    ++r.version;
    record(db, scope, "restriction.lifted", r, why);
    return Done{};
}

} // namespace openmasa::restriction
