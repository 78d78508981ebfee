#include "partnership/directory/posts_store.hpp"
#include "partnership/group.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

struct OfficeRow {
    PersonId person;
    OwnerId office;
    std::string name;
    std::optional<OwnerId> agency;
    std::string agency_name;
    bool acting;
    Day from;
};
struct SeatRow {
    PersonId person;
    OwnerId group;
    std::string group_name;
    std::string part;
    OwnerId holder;
    std::string holder_name, holder_type;
    Day from;
};
struct RoleRow {
    PersonId person;
    Role role;
    std::optional<OwnerId> owner;
    std::string name, type;
    Day from;
};

/// "(first, second)": which people.
template<class Row>
void add_people(store::ComposedQuery<Row>& query, std::span<const PersonId> people) {
    query.add("(");
    for (std::size_t at = 0; at < people.size(); ++at)
        at == 0 ? query.add("$", people[at]) : query.add(", $", people[at]);
    query.add(")");
}

void add_offices(std::vector<Post>& posts, store::Db& db, std::span<const PersonId> people,
                 Day on) {
    store::ComposedQuery<OfficeRow> query("directory.offices_of");
    query.add("SELECT h.person_id, f.id, o.name, f.agency_id, coalesce(a.name, ''), h.acting, "
              "h.from_day FROM office_holder h JOIN office f ON f.id = h.office_id "
              "JOIN owner o ON o.id = f.id LEFT JOIN owner a ON a.id = f.agency_id "
              "WHERE h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $) AND h.person_id IN",
              on, on);
    add_people(query, people);
    query.add("ORDER BY lower(o.name), h.id");
    db.each(query, [&](OfficeRow&& row) {
        posts.push_back({.person = row.person,
                         .what = Post::What::office,
                         .name = std::move(row.name),
                         .agency = row.agency,
                         .agency_name = std::move(row.agency_name),
                         .acting = row.acting,
                         .from = row.from,
                         .href = "/offices/" + row.office.str()});
    });
}

/// A seat that an office holds is filled by whoever holds the office.
void add_seats(std::vector<Post>& posts, store::Db& db, std::span<const PersonId> people, Day on) {
    store::ComposedQuery<SeatRow> query("directory.seats_of");
    query.add("SELECT x.person_id, x.group_id, g.name, x.part, x.holder_id, o.name, o.kind, "
              "x.from_day FROM (SELECT m.person_id, m.group_id, m.part, s.holder_id, m.from_day, "
              "m.id FROM group_member m JOIN group_seat s ON s.id = m.seat_id "
              "WHERE m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $) "
              "AND m.person_id IN",
              on, on);
    add_people(query, people);
    query.add("UNION ALL SELECT h.person_id, s.group_id, 'member', s.holder_id, h.from_day, h.id "
              "FROM office_holder h JOIN group_seat s ON s.holder_id = h.office_id "
              "WHERE h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $) "
              "AND coalesce(s.from_day, $) <= $ AND coalesce(s.to_day, $) >= $ "
              "AND h.person_id IN",
              on, on, on, on, on, on);
    add_people(query, people);
    query.add(") x JOIN owner g ON g.id = x.group_id JOIN owner o ON o.id = x.holder_id "
              "ORDER BY lower(g.name), x.id");
    db.each(query, [&](SeatRow&& row) {
        const bool of_agency = row.holder_type == "agency";
        posts.push_back({.person = row.person,
                         .what = row.part == "deputy" ? Post::What::deputy : Post::What::seat,
                         .name = std::move(row.group_name),
                         .agency = of_agency ? std::optional(row.holder) : std::nullopt,
                         .agency_name = of_agency ? std::move(row.holder_name) : std::string(),
                         .from = row.from,
                         .href = "/groups/" + row.group.str()});
    });
}

std::string address_of(std::string_view type, const OwnerId& owner) {
    if (type == "agency") return "/agencies/" + owner.str();
    if (type == "group") return "/groups/" + owner.str();
    return type == "office" ? "/offices/" + owner.str() : std::string();
}

/// A role on a single record makes nobody somebody to ask.
void add_roles(std::vector<Post>& posts, store::Db& db, const terms::Words& words,
               std::span<const PersonId> people, Day on) {
    store::ComposedQuery<RoleRow> query("directory.roles_of");
    query.add("SELECT r.person_id, r.role, r.owner_id, coalesce(o.name, ''), coalesce(o.kind, ''), "
              "r.from_day FROM role_holding r LEFT JOIN owner o ON o.id = r.owner_id "
              "WHERE r.record_id IS NULL AND r.from_day <= $ AND (r.to_day IS NULL OR "
              "r.to_day >= $) AND r.person_id IN",
              on, on);
    add_people(query, people);
    query.add("ORDER BY lower(coalesce(o.name, '')), r.id");
    db.each(query, [&](RoleRow&& row) {
        const bool of_agency = row.type == "agency";
        posts.push_back({.person = row.person,
                         .what = Post::What::role,
                         .name = spoken(row.role, words),
                         .agency = of_agency ? row.owner : std::nullopt,
                         .agency_name = std::move(row.name),
                         .from = row.from,
                         .href = row.owner ? address_of(row.type, *row.owner) : std::string()});
    });
}

} // namespace

std::vector<Post> posts_of(store::Db& db, const terms::Words& words,
                           std::span<const PersonId> people, Day on) {
    std::vector<Post> posts;
    if (people.empty()) return posts;
    add_offices(posts, db, people, on);
    add_seats(posts, db, people, on);
    add_roles(posts, db, words, people, on);
    return posts;
}

} // namespace openmasa::directory
