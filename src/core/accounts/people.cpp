#include "core/accounts/people.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

using store::ComposedQuery;
using store::Query;

constexpr Query<PersonRow(AccountId)> find_row{"people.find", R"sql(
    SELECT a.id, a.person_id, p.known_as, a.email, a.password_hash IS NOT NULL, a.ended_at IS NOT NULL,
           t.confirmed_at IS NOT NULL
    FROM account a JOIN person p ON p.id = a.person_id LEFT JOIN account_totp t ON t.account_id = a.id
    WHERE a.id = $1)sql"};
constexpr Query<HeldRole(PersonId, Day)> list_held_today{"people.roles_of", R"sql(
    SELECT h.person_id, h.id, h.role, h.owner_id, coalesce(o.name, ''), h.record_kind, h.record_id,
           h.from_day, h.to_day
    FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id
    WHERE h.person_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
    ORDER BY h.role, o.name, h.id)sql"};
constexpr Query<HeldRole(PersonId, Day)> list_held_from{"people.roles_from", R"sql(
    SELECT h.person_id, h.id, h.role, h.owner_id, coalesce(o.name, ''), h.record_kind, h.record_id,
           h.from_day, h.to_day
    FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id
    WHERE h.person_id = $1 AND (h.to_day IS NULL OR (h.to_day >= $2 AND h.to_day >= h.from_day))
    ORDER BY h.from_day, h.role, o.name, h.id)sql"};
constexpr Query<int(OwnerId, PersonId, Day)> count_others{"people.others_acting_for", R"sql(
    SELECT count(DISTINCT h.person_id) FROM role_holding h JOIN account a ON a.person_id = h.person_id
    WHERE h.owner_id = $1 AND h.person_id <> $2 AND a.ended_at IS NULL
    AND h.from_day <= $3 AND (h.to_day IS NULL OR h.to_day >= $3))sql"};
constexpr Query<int(Role, PersonId, Day)> count_same_role{"people.others_with_role", R"sql(
    SELECT count(*) FROM role_holding h JOIN account a ON a.person_id = h.person_id
    WHERE h.role = $1 AND h.record_id IS NULL AND h.person_id <> $2 AND a.ended_at IS NULL
    AND h.from_day <= $3 AND (h.to_day IS NULL OR h.to_day >= $3))sql"};

/// For LIKE with ! as its escape: what is typed stands for itself.
std::string pattern_of(std::string_view words) {
    std::string pattern = "%";
    for (char c : lower(one_line(words))) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

} // namespace

bool may_keep(const Scope& scope, std::span<const Holding> held) {
    return std::ranges::all_of(held, [&](const Holding& h) { return may_give(scope, h.role); });
}

bool may_give(const Scope& scope, Role role) {
    if (scope.may(Permission::administer)) return true;
    return std::ranges::all_of(all_permissions, [&](Permission permission) {
        return reach(role, permission) == Reach::none || scope.may(permission);
    });
}

std::vector<PersonRow> list_people(store::Db& db, std::string_view words, Which which, int most) {
    const auto pattern = pattern_of(words);
    ComposedQuery<PersonRow> query("people.list");
    query.add(R"(SELECT a.id, a.person_id, p.known_as, a.email, a.password_hash IS NOT NULL,
        a.ended_at IS NOT NULL, t.confirmed_at IS NOT NULL
        FROM account a JOIN person p ON p.id = a.person_id
        LEFT JOIN account_totp t ON t.account_id = a.id
        WHERE (lower(p.known_as) LIKE $ ESCAPE '!' OR a.email LIKE $ ESCAPE '!'))",
              pattern, pattern);
    if (which == Which::open) query.add("AND a.ended_at IS NULL");
    if (which == Which::ended) query.add("AND a.ended_at IS NOT NULL");
    query.add("ORDER BY p.known_as, a.id LIMIT $", most);
    return db.all(query);
}

std::optional<PersonRow> find_person(store::Db& db, const AccountId& account) {
    return db.one(find_row, account);
}

std::vector<HeldRole> roles_held(store::Db& db, const PersonId& person, Day today) {
    return db.all(list_held_today, person, today);
}

std::vector<HeldRole> roles_from(store::Db& db, const PersonId& person, Day today) {
    return db.all(list_held_from, person, today);
}

std::string in_words(std::span<const HeldRole> held, const terms::Words& words) {
    std::vector<std::string> said;
    for (const auto& one : held)
        said.push_back(one.record_id ? fmt::format("{} on one record", spoken(one.role, words))
                       : one.owner_name.empty()
                           ? spoken(one.role, words)
                           : fmt::format("{} for {}", spoken(one.role, words), one.owner_name));
    return join(said, "; ");
}

int others_acting_for(store::Db& db, const OwnerId& owner, const PersonId& but, Day today) {
    return db.one(count_others, owner, but, today).value_or(0);
}

bool another_holds(store::Db& db, Role role, const PersonId& but, Day today) {
    return db.one(count_same_role, role, but, today).value_or(0) > 0;
}

} // namespace openmasa::accounts
