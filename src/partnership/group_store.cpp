#include "partnership/group_store.hpp"
#include "partnership/group_content.hpp"
#include <algorithm>

namespace openmasa::partnership {
namespace {

using store::Query;

/// One of its quorums, and one of the agencies that must be there; nothing where there is none.
struct QuorumRow {
    std::optional<QuorumId> id;
    std::optional<Day> from;
    std::optional<int> least, share_of, share_in;
    std::optional<OwnerId> agency;
    std::optional<std::string> agency_name;
};
struct GroupRow {
    OwnerId id;
    std::string name;
    GroupKind kind;
    std::string purpose, contact;
    std::optional<Day> from, to;
    std::int64_t version;
    QuorumRow quorum;
};
constexpr Query<GroupRow(OwnerId)> find_rows{"groups.find", R"sql(
    SELECT g.id, o.name, g.kind, g.purpose, g.contact, g.from_day, g.to_day, g.version,
           q.id, q.from_day, q.least, q.share_of, q.share_in, a.agency_id, x.name
    FROM group_record g JOIN owner o ON o.id = g.id LEFT JOIN group_quorum q ON q.group_id = g.id
         LEFT JOIN group_quorum_agency a ON a.quorum_id = q.id LEFT JOIN owner x ON x.id = a.agency_id
    WHERE g.id = $1 ORDER BY q.from_day, q.id, lower(x.name), a.agency_id)sql"};
constexpr Query<OwnerId(OwnerId)> find_id{"groups.find_id",
                                          "SELECT id FROM group_record WHERE id = $1"};
constexpr Query<OwnerId(OwnerId)> find_of_seat{"groups.of_seat",
                                               "SELECT group_id FROM group_seat WHERE id = $1"};

constexpr Query<std::string(OwnerId)> find_bare{"groups.bare", R"sql(
    SELECT o.name FROM owner o LEFT JOIN group_record g ON g.id = o.id
    WHERE o.id = $1 AND o.kind = 'group' AND g.id IS NULL)sql"};

struct TieRow {
    TieId id;
    OwnerId group;
    std::string group_name, what;
    OwnerId owner;
    std::string name;
    std::optional<Day> from, to;
    std::string who;
};
constexpr Query<TieRow(OwnerId, Day)> list_ties{"groups.ties", R"sql(
    SELECT t.id, t.group_id, g.name, t.what, t.owner_id, coalesce(s.name, o.name), t.from_day, t.to_day,
           coalesce((SELECT p.known_as FROM office_holder h JOIN person p ON p.id = h.person_id
                     WHERE h.office_id = t.owner_id AND h.from_day <= $2
                       AND (h.to_day IS NULL OR h.to_day >= $2)
                     ORDER BY h.acting DESC, h.from_day, h.id LIMIT 1), '')
    FROM group_tie t JOIN owner o ON o.id = t.owner_id JOIN owner g ON g.id = t.group_id
         LEFT JOIN group_seat s ON s.id = t.owner_id
    WHERE t.group_id = $1 OR (t.owner_id = $1 AND t.what = 'reports_to')
    ORDER BY coalesce(t.from_day, ''), t.id)sql"};

struct TermsRow {
    TermsId id;
    int number;
    std::string words;
    std::optional<std::string> file, file_name, file_digest;
    std::optional<OwnerId> signs;
    std::optional<std::string> signs_name;
    std::optional<Day> adopted;
    std::optional<OwnerId> agreed_by;
    std::optional<std::string> agreed_by_name;
    std::string minute;
    std::optional<Day> review;
    std::optional<TermsSigning> signing;
};
constexpr Query<TermsRow(OwnerId)> list_terms{"groups.terms", R"sql(
    SELECT t.id, t.number, t.words, t.file_id, f.name, c.digest, t.signs_id, s.name, t.adopted_on,
           t.agreed_by_id, a.name, t.minute, t.review_on, t.signing
    FROM group_terms t LEFT JOIN owner s ON s.id = t.signs_id LEFT JOIN owner a ON a.id = t.agreed_by_id
         LEFT JOIN attachment f ON f.id = t.file_id LEFT JOIN file c ON c.id = f.file_id
    WHERE t.group_id = $1 ORDER BY t.number)sql"};

struct SeatRow {
    OwnerId id;
    std::string name;
    OwnerId holder;
    std::string holder_name;
    bool of_office;
    std::optional<OwnerId> agency;
    std::optional<Day> from, to, holder_ends, turn_ends;
    std::int64_t version;
};
constexpr Query<SeatRow(OwnerId)> list_seats{"groups.seats", R"sql(
    SELECT s.id, s.name, s.holder_id, o.name, CASE WHEN o.kind = 'office' THEN 1 ELSE 0 END,
           CASE WHEN o.kind = 'office' THEN f.agency_id ELSE s.holder_id END, s.from_day, s.to_day,
           coalesce(a.to_day, f.to_day), s.turn_ends, s.version
    FROM group_seat s JOIN owner o ON o.id = s.holder_id
         LEFT JOIN agency a ON a.id = s.holder_id LEFT JOIN office f ON f.id = s.holder_id
    WHERE s.group_id = $1 ORDER BY lower(s.name), s.id)sql"};

struct MemberRow {
    MemberId id;
    std::optional<OwnerId> seat;
    PersonId person;
    std::string known_as;
    Part part;
    Day from;
    std::optional<Day> to;
    std::string note;
    bool by_office;
};
constexpr Query<MemberRow(OwnerId)> list_members{"groups.members", R"sql(
    SELECT m.id AS id, m.seat_id, m.person_id, p.known_as, m.part, m.from_day AS from_day, m.to_day, m.note,
           0 AS by_office
    FROM group_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = $1
    UNION ALL
    SELECT h.id AS id, s.id, h.person_id, p.known_as, 'member', h.from_day AS from_day, h.to_day, h.note,
           1 AS by_office
    FROM group_seat s JOIN office_holder h ON h.office_id = s.holder_id
         JOIN person p ON p.id = h.person_id WHERE s.group_id = $1
    ORDER BY from_day, id)sql"};

Group group_of(GroupRow&& row) {
    return {.id = row.id,
            .name = std::move(row.name),
            .kind = row.kind,
            .purpose = std::move(row.purpose),
            .contact = std::move(row.contact),
            .days = {row.from, row.to},
            .version = row.version};
}

void add_tie(Group& group, TieRow&& row) {
    Tie tie{.id = row.id,
            .owner = row.owner,
            .name = std::move(row.name),
            .days = {row.from, row.to},
            .who = std::move(row.who)};
    if (row.group != group.id) {
        tie.owner = row.group;
        tie.name = std::move(row.group_name);
        group.reported_by.push_back(std::move(tie));
    } else if (row.what == "chair")
        group.chairs.push_back(std::move(tie));
    else
        group.reports_to.push_back(std::move(tie));
}

void add_quorum(Group& group, QuorumRow&& row) {
    if (!row.id) return;
    if (group.quorums.empty() || group.quorums.back().id != *row.id)
        group.quorums.push_back({.id = *row.id,
                                 .from = row.from.value(),
                                 .least = row.least.value(),
                                 .share_of = row.share_of.value(),
                                 .share_in = row.share_in.value()});
    if (row.agency)
        group.quorums.back().agencies.push_back({*row.agency, row.agency_name.value_or("")});
}

Terms terms_of(TermsRow&& row) {
    return {.id = row.id,
            .number = row.number,
            .words = std::move(row.words),
            .file = row.file.value_or(""),
            .file_name = row.file_name.value_or(""),
            .file_digest = row.file_digest.value_or(""),
            .signs = row.signs,
            .signs_name = row.signs_name.value_or(""),
            .adopted_on = row.adopted,
            .agreed_by = row.agreed_by,
            .agreed_by_name = row.agreed_by_name.value_or(""),
            .minute = std::move(row.minute),
            .review_on = row.review,
            .signing = row.signing};
}

Seat seat_of(SeatRow&& row) {
    return {.id = row.id,
            .name = std::move(row.name),
            .holder = row.holder,
            .holder_name = std::move(row.holder_name),
            .of_office = row.of_office,
            .agency = row.agency,
            .days = {row.from, row.to},
            .holder_ends = row.holder_ends,
            .turn_ends = row.turn_ends,
            .version = row.version};
}

/// Only while the seat is there, where the office says who sits on it.
bool cut_to(Member& member, const Days& days) {
    if (!member.by_office) return true;
    member.from = std::max(member.from, days.from.value_or(member.from));
    if (days.to) member.to = std::min(member.to.value_or(*days.to), *days.to);
    return !member.to || member.from <= *member.to;
}

void add_member(Group& group, MemberRow&& row) {
    Member member{.id = row.id,
                  .person = row.person,
                  .known_as = std::move(row.known_as),
                  .part = row.part,
                  .from = row.from,
                  .to = row.to,
                  .note = std::move(row.note),
                  .by_office = row.by_office};
    if (!row.seat) return group.guests.push_back(std::move(member));
    const auto seat = std::ranges::find(group.seats, *row.seat, &Seat::id);
    if (seat != group.seats.end() && cut_to(member, seat->days))
        seat->people.push_back(std::move(member));
}

} // namespace

std::optional<Group> read_group(store::Db& db, const OwnerId& id, Day on) {
    auto rows = db.all(find_rows, id);
    if (rows.empty()) return std::nullopt;
    auto group = group_of(std::move(rows.front()));
    for (auto& row : rows) add_quorum(group, std::move(row.quorum));
    db.each(
        list_ties, [&](TieRow&& tie) { add_tie(group, std::move(tie)); }, id, on);
    db.each(
        list_terms, [&](TermsRow&& terms) { group.terms.push_back(terms_of(std::move(terms))); },
        id);
    db.each(
        list_seats, [&](SeatRow&& seat) { group.seats.push_back(seat_of(std::move(seat))); }, id);
    db.each(
        list_members, [&](MemberRow&& member) { add_member(group, std::move(member)); }, id);
    return group;
}

std::optional<Group> find_group_of_seat(store::Db& db, const Scope& scope, const OwnerId& seat,
                                        Day on) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    const auto group = db.one(find_of_seat, seat);
    return group ? read_group(db, *group, on) : std::nullopt;
}

std::optional<Group> find_group(store::Db& db, const Scope& scope, const OwnerId& id, Day on) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    return read_group(db, id, on);
}

std::optional<std::string> bare_group_name(store::Db& db, const OwnerId& id) {
    return db.one(find_bare, id);
}

bool is_group(store::Db& db, const OwnerId& id) {
    return db.one(find_id, id).has_value();
}

history::Fields group_fields() {
    return fields_of_groups();
}

} // namespace openmasa::partnership
