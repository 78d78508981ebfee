#include "core/access/store.hpp"
#include "core/audit/audit.hpp"
#include "core/settings/revision.hpp"
#include "kernel/text.hpp"

namespace openmasa::access {
namespace {

using store::None;
using store::Query;

struct HoldingRow {
    Role role;
    std::optional<OwnerId> owner, group;
    std::optional<std::string> kind, record;
    bool something_restricted;
};
constexpr Query<HoldingRow(PersonId, Day)> list_holdings{"access.holdings",
                                                         R"sql(
    SELECT h.role, h.owner_id, o.group_id, h.record_kind, h.record_id,
           EXISTS (SELECT 1 FROM restriction WHERE lifted_at IS NULL)
    FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id
    WHERE h.person_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
    ORDER BY h.id)sql"};

constexpr Query<None(std::string_view, PersonId, Role, std::optional<OwnerId>, Day,
                     std::optional<Day>, std::optional<std::string>, std::optional<std::string>)>
    insert_holding{"access.add_holding", R"sql(
    INSERT INTO role_holding (id, person_id, role, owner_id, from_day, to_day, record_kind, record_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};

constexpr Query<None(PersonId, Day)> update_holdings_ended{"access.end_holdings", R"sql(
    UPDATE role_holding SET to_day = $2 WHERE person_id = $1 AND (to_day IS NULL OR to_day > $2))sql"};
constexpr Query<None(PersonId, Day)> update_wide_holdings_ended{"access.end_wide_holdings", R"sql(
    UPDATE role_holding SET to_day = $2
    WHERE person_id = $1 AND record_id IS NULL AND (to_day IS NULL OR to_day > $2))sql"};
constexpr Query<None(PersonId, std::string_view, Day)> update_holding_ended{
    "access.end_holding", "UPDATE role_holding SET to_day = $3 WHERE person_id = $1 AND id = $2 "
                          "AND (to_day IS NULL OR to_day > $3)"};
constexpr Query<Owner(std::string_view)> find_owner_by_name{
    "access.find_owner", "SELECT id, name, kind FROM owner WHERE name = $1"};
constexpr Query<Owner()> list_all_owners{"access.list_owners",
                                         "SELECT id, name, kind FROM owner ORDER BY name"};
constexpr Query<Owner(OwnerType)> list_owners_of_type{
    "access.list_owners_of_type",
    "SELECT id, name, kind FROM owner WHERE kind = $1 ORDER BY lower(name), id"};
constexpr Query<Owner(std::string_view)> find_owner_called{
    "access.owner_called",
    "SELECT id, name, kind FROM owner WHERE lower(name) = lower($1) ORDER BY id"};
constexpr Query<None(OwnerId, std::string_view, OwnerType, Moment)> insert_owner{
    "access.add_owner", "INSERT INTO owner (id, name, kind, created_at) VALUES ($1, $2, $3, $4)"};
constexpr Query<Owner(OwnerId)> find_owner_by_id{"access.find_owner_by_id",
                                                 "SELECT id, name, kind FROM owner WHERE id = $1"};
constexpr Query<None(OwnerId, std::string_view, Moment, OwnerId, std::optional<OwnerId>)>
    insert_seat{"access.add_seat", R"sql(
    INSERT INTO owner (id, name, kind, created_at, group_id, agency_id)
    VALUES ($1, $2, 'seat', $3, $4, $5))sql"};
constexpr Query<None(OwnerId, std::string_view, std::optional<OwnerId>)> update_seat{
    "access.change_seat", "UPDATE owner SET name = $2, agency_id = $3 WHERE id = $1"};
constexpr Query<Seat(OwnerId)> list_seats{
    "access.list_seats",
    "SELECT id, name, group_id, agency_id FROM owner WHERE group_id = $1 ORDER BY name"};
constexpr Query<None(OwnerId, std::string_view, OwnerType)> update_owner{
    "access.change_owner", "UPDATE owner SET name = $2, kind = $3 WHERE id = $1"};
constexpr Query<std::string(PersonId)> list_owners_of{"access.owners_of", R"sql(
    SELECT o.name FROM role_holding h JOIN owner o ON o.id = h.owner_id
    WHERE h.person_id = $1 AND (h.to_day IS NULL OR h.to_day >= h.from_day) ORDER BY o.name)sql"};

bool is_a(store::Db& db, OwnerType type, const OwnerId& id) {
    const auto owner = db.one(find_owner_by_id, id);
    return owner && owner->type == type;
}

std::vector<Problem> problems_with(store::Db& db, const NewSeat& seat) {
    std::vector<Problem> problems;
    if (trimmed(seat.name).empty())
        problems.push_back({"seat", "Enter what the seat is called."});
    else if (db.one(find_owner_by_name, trimmed(seat.name)))
        problems.push_back({"seat", "Something else is called so already."});
    if (!is_a(db, OwnerType::group, seat.group))
        problems.push_back({"group", "Choose the group that the seat is in."});
    if (seat.agency && !is_a(db, OwnerType::agency, *seat.agency))
        problems.push_back({"agency", "Choose the agency that fills the seat."});
    return problems;
}

void insert(store::Db& db, const Scope& scope, const Seat& seat) {
    db.run(insert_seat, seat.id, seat.name, scope.now, seat.group, seat.agency);
    audit::record(db, scope,
                  {.verb = "owner.made",
                   .kind = "owner",
                   .id = seat.id.view(),
                   .version = 1,
                   .content = {{"Name", seat.name},
                               {"Kind", std::string(to_text(OwnerType::seat))},
                               {"Group", seat.group.str()},
                               {"Agency", seat.agency ? seat.agency->str() : ""}}});
}

} // namespace

Held held_by(store::Db& db, const PersonId& person, Day today) {
    Held held;
    db.each(
        list_holdings,
        [&](HoldingRow&& row) {
            held.holdings.push_back({.role = row.role, .owner = row.owner, .group = row.group});
            if (row.kind && row.record)
                held.holdings.back().record = Record{std::move(*row.kind), std::move(*row.record)};
            held.something_restricted = row.something_restricted;
        },
        person, today);
    return held;
}

std::vector<Holding> holdings_of(store::Db& db, const PersonId& person, Day today) {
    return held_by(db, person, today).holdings;
}

void add_holding(store::Db& db, const NewHolding& holding) {
    std::optional<std::string> kind, record;
    if (holding.record) {
        kind = holding.record->kind;
        record = holding.record->id;
    }
    db.run(insert_holding, holding.id, holding.person, holding.role, holding.owner, holding.from,
           holding.to, kind, record);
}

void end_holdings(store::Db& db, const PersonId& person, Day last) {
    db.run(update_holdings_ended, person, last);
}

void end_wide_holdings(store::Db& db, const PersonId& person, Day last) {
    db.run(update_wide_holdings_ended, person, last);
}

bool end_holding(store::Db& db, const PersonId& person, std::string_view holding, Day last) {
    return db.run(update_holding_ended, person, holding, last) > 0;
}

std::optional<Owner> find_owner(store::Db& db, std::string_view name) {
    return db.one(find_owner_by_name, name);
}
std::optional<Owner> owner_called(store::Db& db, std::string_view name) {
    return db.one(find_owner_called, name);
}
std::vector<Owner> list_owners(store::Db& db) {
    return db.all(list_all_owners);
}
std::vector<Owner> list_owners(store::Db& db, OwnerType type) {
    return db.all(list_owners_of_type, type);
}

OwnerId owner_named(store::Db& db, const Scope& scope, const std::string& name,
                    std::optional<OwnerType> type) {
    if (auto owner = find_owner(db, name)) return owner->id;
    const auto id = scope.new_id<OwnerId>();
    const auto made = type.value_or(type_of_name(name));
    db.run(insert_owner, id, name, made, scope.now);
    audit::record(db, scope,
                  {.verb = "owner.made",
                   .kind = "owner",
                   .id = id.view(),
                   .version = 1,
                   .content = {{"Name", name}, {"Kind", std::string(to_text(made))}}});
    return id;
}

Result<OwnerId> add_seat(store::Db& db, const Scope& scope, const NewSeat& seat) {
    if (auto problems = problems_with(db, seat); !problems.empty())
        return invalid(std::move(problems));
    const auto id = scope.new_id<OwnerId>();
    insert(db, scope, {id, std::string(trimmed(seat.name)), seat.group, seat.agency});
    return id;
}

void put_seat(store::Db& db, const Scope& scope, const Seat& seat) {
    if (!db.one(find_owner_by_id, seat.id)) return insert(db, scope, seat);
    db.run(update_seat, seat.id, seat.name, seat.agency);
    revision::count_up(db, owners_revision);
}

std::vector<Seat> seats_of(store::Db& db, const OwnerId& group) {
    return db.all(list_seats, group);
}

void change_owner(store::Db& db, const Owner& owner) {
    db.run(update_owner, owner.id, owner.name, owner.type);
    revision::count_up(db, owners_revision);
}

std::string owners_of(store::Db& db, const PersonId& person) {
    return join(db.all(list_owners_of, person), ", ");
}

} // namespace openmasa::access
