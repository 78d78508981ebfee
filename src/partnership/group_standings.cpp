#include "core/audit/audit.hpp"
#include "partnership/group_store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::partnership {
namespace {

using store::Query;

struct StandingRow {
    OwnerId id;
    std::string name;
    std::optional<GroupKind> kind;
    std::optional<Day> from, to, review_on;
};
constexpr Query<StandingRow(Day)> list_standings{"groups.standings", R"sql(
    SELECT o.id, o.name, g.kind, g.from_day, g.to_day,
           (SELECT t.review_on FROM group_terms t WHERE t.group_id = o.id AND t.adopted_on <= $1
            ORDER BY t.adopted_on DESC, t.number DESC LIMIT 1)
    FROM owner o LEFT JOIN group_record g ON g.id = o.id WHERE o.kind = 'group'
    ORDER BY lower(o.name), o.id)sql"};

struct TieRow {
    OwnerId group;
    std::string what;
    OwnerId owner;
    std::string name, who;
};
/// Who holds the office, who fills the seat, who holds the office that the seat is held by.
constexpr Query<TieRow(Day)> list_ties{"groups.standing_ties", R"sql(
    SELECT t.group_id, t.what, t.owner_id, coalesce(s.name, o.name),
        coalesce((SELECT p.known_as FROM group_member m JOIN person p ON p.id = m.person_id
                  WHERE m.seat_id = s.id AND m.part = 'member' AND m.from_day <= $1
                    AND (m.to_day IS NULL OR m.to_day >= $1) ORDER BY m.from_day, m.id LIMIT 1),
                 (SELECT p.known_as FROM office_holder h JOIN person p ON p.id = h.person_id
                  WHERE h.office_id = coalesce(s.holder_id, t.owner_id) AND h.from_day <= $1
                    AND (h.to_day IS NULL OR h.to_day >= $1)
                  ORDER BY h.acting DESC, h.from_day, h.id LIMIT 1), '')
    FROM group_tie t JOIN owner o ON o.id = t.owner_id LEFT JOIN group_seat s ON s.id = t.owner_id
    WHERE (t.from_day IS NULL OR t.from_day <= $1) AND (t.to_day IS NULL OR t.to_day >= $1)
    ORDER BY t.group_id, coalesce(t.from_day, ''), t.id)sql"};

struct SeatsRow {
    OwnerId group;
    int seats, filled;
};
constexpr Query<SeatsRow(Day)> count_seats{"groups.standing_seats", R"sql(
    SELECT s.group_id, count(*), sum(CASE WHEN
        EXISTS (SELECT 1 FROM group_member m WHERE m.seat_id = s.id AND m.part = 'member'
                AND m.from_day <= $1 AND (m.to_day IS NULL OR m.to_day >= $1))
        OR EXISTS (SELECT 1 FROM office_holder h WHERE h.office_id = s.holder_id
                   AND h.from_day <= $1 AND (h.to_day IS NULL OR h.to_day >= $1)) THEN 1 ELSE 0 END)
    FROM group_seat s
    WHERE (s.from_day IS NULL OR s.from_day <= $1) AND (s.to_day IS NULL OR s.to_day >= $1)
    GROUP BY s.group_id ORDER BY s.group_id)sql"};

struct LineRow {
    OwnerId from_group, to_group;
    std::optional<Day> from, to;
};
constexpr Query<LineRow()> list_lines{"groups.lines", R"sql(
    SELECT group_id, owner_id, from_day, to_day FROM group_tie WHERE what = 'reports_to' ORDER BY id)sql"};

constexpr Query<PlaceOf(PersonId, Day)> list_places{"groups.places_of_person", R"sql(
    SELECT m.group_id, g.name, coalesce(s.name, ''), m.part, m.from_day, m.to_day
    FROM group_member m JOIN owner g ON g.id = m.group_id LEFT JOIN group_seat s ON s.id = m.seat_id
    WHERE m.person_id = $1 AND (m.to_day IS NULL OR m.to_day >= $2)
    ORDER BY lower(g.name), m.from_day, m.id)sql"};

constexpr Query<std::string()> list_seat_names{
    "groups.seat_names", "SELECT DISTINCT name FROM group_seat ORDER BY name"};

using Standings = std::map<OwnerId, GroupStanding*>;

void add_tie(const Standings& standings, TieRow&& row) {
    auto& group = *standings.at(row.group);
    if (row.what == "chair")
        group.chairs.push_back({row.owner, std::move(row.name), std::move(row.who)});
    else
        group.reports_to.push_back(row.owner);
}

std::vector<GroupStanding> read_standings(store::Db& db, Day on) {
    std::vector<GroupStanding> all;
    db.each(
        list_standings,
        [&](StandingRow&& row) {
            all.push_back({.id = row.id,
                           .name = std::move(row.name),
                           .kind = row.kind,
                           .days = {row.from, row.to},
                           .review_on = row.review_on});
        },
        on);
    Standings standings;
    for (auto& group : all) standings[group.id] = &group;
    db.each(
        list_ties, [&](TieRow&& row) { add_tie(standings, std::move(row)); }, on);
    db.each(
        count_seats,
        [&](SeatsRow&& row) {
            auto& group = *standings.at(row.group);
            group.seats = row.seats;
            group.vacancies = row.seats - row.filled;
        },
        on);
    return all;
}

} // namespace

// Today's and one earlier day's are kept, of those who look at the past as well.
std::vector<GroupStanding> group_standings(store::Db& db, const Scope& scope, Day on) {
    if (!scope.may(Permission::read_agencies)) return {};
    return *db.remembered_as_seen<std::vector<GroupStanding>>(
        fmt::format("group standings {} {}", scope.looking_back, on == scope.today),
        fmt::format("{} {}", audit::newest_number(db), iso(on)),
        [&] { return read_standings(db, on); });
}

std::vector<Line> all_reporting_lines(store::Db& db) {
    std::vector<Line> lines;
    db.each(list_lines, [&](LineRow&& row) {
        lines.push_back({row.from_group, row.to_group, {row.from, row.to}});
    });
    return lines;
}

std::vector<std::string> names_of_seats(store::Db& db) {
    return db.all(list_seat_names);
}

std::vector<PlaceOf> places_of_person(store::Db& db, const PersonId& person, Day on) {
    return db.all(list_places, person, on);
}

} // namespace openmasa::partnership
