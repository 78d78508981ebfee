#include "partnership/directory/search_store.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/posts_store.hpp"
#include "partnership/directory/search_book.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace openmasa::directory {
namespace {

struct PersonRow {
    PersonId id;
    std::string name, position;
    std::optional<OwnerId> agency;
    std::string agency_name, email, telephone;
    Prefers prefers;
    std::string asked_about;
    bool telephone_hidden;
    std::optional<Day> left_on;
};
using Query = store::ComposedQuery<PersonRow>;

/// The address that they are written to, else the one that they sign in with.
void add_columns(Query& query) {
    query.add(
        "SELECT p.id, p.known_as, coalesce(d.position, ''), d.agency_id, coalesce(o.name, ''), "
        "coalesce(nullif(d.email, ''), c.email, ''), coalesce(d.telephone, ''), "
        "coalesce(e.prefers, ''), coalesce(e.asked_about, ''), coalesce(e.telephone_hidden, 0), "
        "d.left_on FROM person p LEFT JOIN person_details d ON d.person_id = p.id "
        "LEFT JOIN directory_entry e ON e.person_id = p.id LEFT JOIN owner o ON o.id = d.agency_id "
        "LEFT JOIN account c ON c.id = (SELECT max(x.id) FROM account x "
        "WHERE x.person_id = p.id AND x.ended_at IS NULL)");
}

/// Whoever has an office, a seat or a role on the day, and has not left.
void add_listed(Query& query, Day on) {
    query.add(
        "(d.left_on IS NULL OR d.left_on >= $) AND (EXISTS (SELECT 1 FROM role_holding r "
        "WHERE r.person_id = p.id AND r.record_id IS NULL AND r.from_day <= $ "
        "AND (r.to_day IS NULL OR r.to_day >= $)) "
        "OR EXISTS (SELECT 1 FROM office_holder h WHERE h.person_id = p.id AND h.from_day <= $ "
        "AND (h.to_day IS NULL OR h.to_day >= $)) "
        "OR EXISTS (SELECT 1 FROM group_member m WHERE m.person_id = p.id "
        "AND m.seat_id IS NOT NULL AND m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $)))",
        on, on, on, on, on, on, on);
}

Listed listed(PersonRow&& row) {
    return {.id = row.id,
            .name = std::move(row.name),
            .position = std::move(row.position),
            .agency = row.agency,
            .agency_name = std::move(row.agency_name),
            .email = std::move(row.email),
            .telephone = row.telephone_hidden ? std::string() : std::move(row.telephone),
            .prefers = row.prefers,
            .asked_about = std::move(row.asked_about),
            .left_on = row.left_on};
}

void add_posts(store::Db& db, const Scope& scope, std::vector<Listed>& people) {
    std::vector<PersonId> ids;
    std::map<PersonId, Listed*> by_id;
    for (auto& person : people) {
        ids.push_back(person.id);
        by_id.emplace(person.id, &person);
    }
    for (auto& post : posts_of(db, scope.words, ids, scope.today)) {
        auto& person = *by_id.at(post.person);
        if (!person.agency && post.agency) {
            person.agency = post.agency;
            person.agency_name = post.agency_name;
        }
        person.posts.push_back(std::move(post));
    }
}

std::vector<Listed> read_people(store::Db& db, const Query& query) {
    std::vector<Listed> people;
    db.each(query, [&](PersonRow&& row) { people.push_back(listed(std::move(row))); });
    return people;
}
std::vector<Listed> read(store::Db& db, const Scope& scope, const Query& query) {
    auto people = read_people(db, query);
    add_posts(db, scope, people);
    return people;
}

enum class Which { listed, anybody };

std::optional<Listed> find(store::Db& db, const Scope& scope, const PersonId& id, Which which) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    Query query("directory.one");
    add_columns(query);
    query.add("WHERE p.id = $", id);
    if (which == Which::listed) {
        query.add("AND");
        add_listed(query, scope.today);
    }
    auto people = read(db, scope, query);
    if (people.empty()) return std::nullopt;
    return std::move(people.front());
}

constexpr store::Query<std::string()> list_agencies{"directory.agencies", R"sql(
    SELECT o.name FROM owner o WHERE o.kind = 'agency'
    AND EXISTS (SELECT 1 FROM person_details d WHERE d.agency_id = o.id) ORDER BY lower(o.name), o.id)sql"};

} // namespace

Found find_people(store::Db& db, const Scope& scope, const std::vector<std::string>& words,
                  int most) {
    if (!scope.may(Permission::read_agencies)) return {};
    const auto book = book_of(db, scope.today, scope.looking_back);
    auto ids = found_in(*book, words, scope.words, static_cast<std::size_t>(most) + 1);
    const bool there_are_more = std::ssize(ids) > most;
    if (there_are_more) ids.pop_back();
    Found found{.people = listed_of(db, scope, ids), .there_are_more = there_are_more};
    std::ranges::stable_sort(found.people, {}, [](const Listed& person) {
        return std::tuple(person.agency_name.empty(), lower(person.agency_name),
                          lower(person.name));
    });
    return found;
}

std::optional<Listed> find_listed(store::Db& db, const Scope& scope, const PersonId& id) {
    return find(db, scope, id, Which::listed);
}
std::optional<Listed> find_anybody(store::Db& db, const Scope& scope, const PersonId& id) {
    return find(db, scope, id, Which::anybody);
}

std::vector<Listed> reachable(store::Db& db, const Scope& scope,
                              const std::vector<PersonId>& people) {
    if (people.empty() || !scope.may(Permission::read_agencies)) return {};
    Query query("directory.several");
    add_columns(query);
    query.add("WHERE p.id IN (");
    for (std::size_t at = 0; at < people.size(); ++at)
        at == 0 ? query.add("$", people[at]) : query.add(", $", people[at]);
    query.add(") ORDER BY p.id");
    return read_people(db, query);
}

std::vector<Listed> listed_of(store::Db& db, const Scope& scope,
                              const std::vector<PersonId>& people) {
    auto listed = reachable(db, scope, people);
    add_posts(db, scope, listed);
    return listed;
}

std::vector<std::string> agencies_of_people(store::Db& db) {
    return db.all(list_agencies);
}

} // namespace openmasa::directory
