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
    std::optional<OwnerId> owner;
    bool something_restricted;
};
constexpr Query<HoldingRow(PersonId, Day)> list_holdings{"access.holdings",
                                                         R"sql(
    SELECT role, owner_id, EXISTS (SELECT 1 FROM restriction WHERE lifted_at IS NULL) FROM role_holding
    WHERE person_id = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2)
      AND record_id IS NULL)sql"};

constexpr Query<None(std::string_view, PersonId, Role, std::optional<OwnerId>, Day)> insert_holding{
    "access.add_holding",
    "INSERT INTO role_holding (id, person_id, role, owner_id, from_day) VALUES ($1, $2, $3, $4, $5)"};

constexpr Query<None(PersonId, Day)> update_holdings_ended{"access.end_holdings", R"sql(
    UPDATE role_holding SET to_day = $2 WHERE person_id = $1 AND (to_day IS NULL OR to_day > $2))sql"};
constexpr Query<Owner(std::string_view)> find_owner_by_name{
    "access.find_owner", "SELECT id, name, kind FROM owner WHERE name = $1"};
constexpr Query<Owner()> list_all_owners{"access.list_owners",
                                         "SELECT id, name, kind FROM owner ORDER BY name"};
constexpr Query<None(OwnerId, std::string_view, OwnerType, Moment)> insert_owner{
    "access.add_owner", "INSERT INTO owner (id, name, kind, created_at) VALUES ($1, $2, $3, $4)"};
constexpr Query<None(OwnerId, std::string_view, OwnerType)> update_owner{
    "access.change_owner", "UPDATE owner SET name = $2, kind = $3 WHERE id = $1"};
constexpr Query<std::string(PersonId)> list_owners_of{"access.owners_of", R"sql(
    SELECT o.name FROM role_holding h JOIN owner o ON o.id = h.owner_id
    WHERE h.person_id = $1 AND (h.to_day IS NULL OR h.to_day >= h.from_day) ORDER BY o.name)sql"};

} // namespace

Held held_by(store::Db& db, const PersonId& person, Day today) {
    Held held;
    db.each(
        list_holdings,
        [&](HoldingRow&& row) {
            held.holdings.push_back({row.role, row.owner});
            held.something_restricted = row.something_restricted;
        },
        person, today);
    return held;
}

std::vector<Holding> holdings_of(store::Db& db, const PersonId& person, Day today) {
    return held_by(db, person, today).holdings;
}

void add_holding(store::Db& db, const NewHolding& holding) {
    db.run(insert_holding, holding.id, holding.person, holding.role, holding.owner, holding.from);
}

void end_holdings(store::Db& db, const PersonId& person, Day last) {
    db.run(update_holdings_ended, person, last);
}

std::optional<Owner> find_owner(store::Db& db, std::string_view name) {
    return db.one(find_owner_by_name, name);
}
std::vector<Owner> list_owners(store::Db& db) {
    return db.all(list_all_owners);
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

void change_owner(store::Db& db, const Owner& owner) {
    db.run(update_owner, owner.id, owner.name, owner.type);
    revision::count_up(db, owners_revision);
}

std::string owners_of(store::Db& db, const PersonId& person) {
    return join(db.all(list_owners_of, person), ", ");
}

} // namespace openmasa::access
