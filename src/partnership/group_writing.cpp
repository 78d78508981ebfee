#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "partnership/group_content.hpp"
#include "partnership/group_store.hpp"
#include "partnership/standing.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace openmasa::partnership {
namespace {

using store::None;
using store::Query;

constexpr Query<OwnerId()> list_ids{"groups.ids", "SELECT id FROM group_record ORDER BY id"};
constexpr Query<None(OwnerId, GroupKind, std::string_view, std::string_view, std::optional<Day>,
                     std::optional<Day>, Moment)>
    insert_group{"groups.add", R"sql(
    INSERT INTO group_record (id, kind, purpose, contact, from_day, to_day, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, 1, $7))sql"};
constexpr Query<None(OwnerId, std::int64_t, GroupKind, std::string_view, std::string_view,
                     std::optional<Day>, std::optional<Day>, Moment)>
    update_group{"groups.save", R"sql(
    UPDATE group_record SET version = $2 + 1, kind = $3, purpose = $4, contact = $5, from_day = $6,
                            to_day = $7, updated_at = $8
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(TieId, OwnerId, std::string_view, OwnerId, std::optional<Day>,
                     std::optional<Day>)>
    put_tie{"groups.put_tie", R"sql(
    INSERT INTO group_tie (id, group_id, what, owner_id, from_day, to_day) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET owner_id = $4, from_day = $5, to_day = $6)sql"};
constexpr Query<None(TieId)> delete_tie{"groups.delete_tie", "DELETE FROM group_tie WHERE id = $1"};
constexpr Query<None(QuorumId, OwnerId, Day, int, int, int)> put_quorum{"groups.put_quorum", R"sql(
    INSERT INTO group_quorum (id, group_id, from_day, least, share_of, share_in) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET from_day = $3, least = $4, share_of = $5, share_in = $6)sql"};
constexpr Query<None(QuorumId, OwnerId)> insert_quorum_agency{
    "groups.add_quorum_agency",
    "INSERT INTO group_quorum_agency (quorum_id, agency_id) VALUES ($1, $2)"};
constexpr Query<None(QuorumId)> delete_quorum_agencies{
    "groups.delete_quorum_agencies", "DELETE FROM group_quorum_agency WHERE quorum_id = $1"};
constexpr Query<None(TermsId, OwnerId, int, std::string_view, std::optional<std::string>,
                     std::optional<OwnerId>, std::optional<Day>, std::optional<OwnerId>,
                     std::string_view, std::optional<Day>, std::optional<TermsSigning>)>
    put_terms{"groups.put_terms", R"sql(
    INSERT INTO group_terms (id, group_id, number, words, file_id, signs_id, adopted_on, agreed_by_id, minute,
                             review_on, signing)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (id) DO UPDATE SET words = $4, file_id = $5, signs_id = $6, adopted_on = $7,
                                   agreed_by_id = $8, minute = $9, review_on = $10,
                                   signing = $11)sql"};
constexpr Query<None(OwnerId, OwnerId, std::string_view, OwnerId, std::optional<Day>,
                     std::optional<Day>, std::optional<Day>)>
    put_seat{"groups.put_seat", R"sql(
    INSERT INTO group_seat (id, group_id, name, holder_id, from_day, to_day, turn_ends, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
    ON CONFLICT (id) DO UPDATE SET name = $3, holder_id = $4, from_day = $5, to_day = $6, turn_ends = $7,
                                   version = group_seat.version + 1)sql"};
constexpr Query<None(MemberId, OwnerId, std::optional<OwnerId>, PersonId, Part, Day,
                     std::optional<Day>, std::string_view)>
    put_member{"groups.put_member", R"sql(
    INSERT INTO group_member (id, group_id, seat_id, person_id, part, from_day, to_day, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (id) DO UPDATE SET person_id = $4, part = $5, from_day = $6, to_day = $7, note = $8)sql"};
constexpr Query<None(MemberId)> delete_member{"groups.delete_member",
                                              "DELETE FROM group_member WHERE id = $1"};

/// Writes what is new or another than before.
template<class Part>
void write_each(const std::vector<Part>& before, const std::vector<Part>& now, auto put) {
    for (const auto& one : now) {
        const auto was = std::ranges::find(before, one.id, &Part::id);
        if (was == before.end() || !(*was == one)) put(one);
    }
}

/// And takes away what is no more: people and ties that never were.
template<class Part>
void write_each(const std::vector<Part>& before, const std::vector<Part>& now, auto put,
                auto remove) {
    write_each(before, now, put);
    for (const auto& was : before)
        if (std::ranges::count(now, was.id, &Part::id) == 0) remove(was);
}

void write_ties(store::Db& db, const OwnerId& group, std::string_view what,
                const std::vector<Tie>& before, const std::vector<Tie>& now) {
    write_each(
        before, now,
        [&](const Tie& tie) {
            db.run(put_tie, tie.id, group, what, tie.owner, tie.days.from, tie.days.to);
        },
        [&](const Tie& tie) { db.run(delete_tie, tie.id); });
}

/// Rules follow one another; none is taken away.
void write_quorums(store::Db& db, const Group& before, const Group& now) {
    write_each(before.quorums, now.quorums, [&](const Quorum& quorum) {
        db.run(put_quorum, quorum.id, now.id, quorum.from, quorum.least, quorum.share_of,
               quorum.share_in);
        db.run(delete_quorum_agencies, quorum.id);
        for (const auto& agency : quorum.agencies)
            db.run(insert_quorum_agency, quorum.id, agency.id);
    });
}

/// Versions of the terms stay for ever.
void write_terms(store::Db& db, const Group& before, const Group& now) {
    write_each(before.terms, now.terms, [&](const Terms& terms) {
        const auto file = terms.file.empty() ? std::nullopt : std::optional(terms.file);
        db.run(put_terms, terms.id, now.id, terms.number, terms.words, file, terms.signs,
               terms.adopted_on, terms.agreed_by, terms.minute, terms.review_on, terms.signing);
    });
}

std::vector<Member> own_people(const std::vector<Member>& people) {
    std::vector<Member> own;
    std::ranges::copy_if(people, std::back_inserter(own), std::not_fn(&Member::by_office));
    return own;
}

void write_members(store::Db& db, const OwnerId& group, const std::optional<OwnerId>& seat,
                   const std::vector<Member>& before, const std::vector<Member>& now) {
    write_each(
        own_people(before), own_people(now),
        [&](const Member& member) {
            db.run(put_member, member.id, group, seat, member.person, member.part, member.from,
                   member.to, member.note);
        },
        [&](const Member& member) { db.run(delete_member, member.id); });
}

/// Seats stay for ever; they end.
void write_seats(store::Db& db, const Scope& scope, const Group& before, const Group& now) {
    for (const auto& seat : now.seats) {
        const auto was = std::ranges::find(before.seats, seat.id, &Seat::id);
        const bool is_new = was == before.seats.end();
        if (is_new || before.name != now.name || !(*was == seat))
            access::put_seat(
                db, scope,
                {.id = seat.id,
                 .name = name_of_seat(now, seat),
                 .group = now.id,
                 .agency = seat.of_office ? std::nullopt : std::optional(seat.holder)});
        if (is_new || !(*was == seat))
            db.run(put_seat, seat.id, now.id, seat.name, seat.holder, seat.days.from, seat.days.to,
                   seat.turn_ends);
        write_members(db, now.id, seat.id, is_new ? std::vector<Member>() : was->people,
                      seat.people);
    }
    write_members(db, now.id, std::nullopt, before.guests, now.guests);
}

void write_parts(store::Db& db, const Scope& scope, const Group& before, const Group& now) {
    write_seats(db, scope, before, now);
    write_ties(db, now.id, "reports_to", before.reports_to, now.reports_to);
    write_ties(db, now.id, "chair", before.chairs, now.chairs);
    write_quorums(db, before, now);
    write_terms(db, before, now);
}

/// Keeps it as it now stands, in the order and by the names in which it will be read again.
void record(store::Db& db, const Scope& scope, std::string_view verb, const OwnerId& id) {
    standing_changed(db);
    const auto group = read_group(db, id, scope.today);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = group_kind,
                   .id = id.view(),
                   .version = group->version,
                   .content = content_of(*group)});
}

} // namespace

std::string name_of_seat(const Group& group, const Seat& seat) {
    return fmt::format("{}, {}", seat.name, group.name);
}

void add_group(store::Db& db, const Scope& scope, const Group& group) {
    access::change_owner(db, {group.id, group.name, access::OwnerType::group});
    db.run(insert_group, group.id, group.kind, group.purpose, group.contact, group.days.from,
           group.days.to, scope.now);
    write_parts(db, scope, {.id = group.id, .name = group.name}, group);
    record(db, scope, "group.added", group.id);
}

Result<Done> save_group(store::Db& db, const Scope& scope, const Group& group,
                        std::string_view verb) {
    const auto before = read_group(db, group.id, scope.today);
    if (!before) return not_found();
    const int saved = db.run(update_group, group.id, group.version, group.kind, group.purpose,
                             group.contact, group.days.from, group.days.to, scope.now);
    if (saved == 0) return conflict("Somebody changed this group while you were writing.");
    if (group.name != before->name) {
        access::change_owner(db, {group.id, group.name, access::OwnerType::group});
        accounts::note_new_name(db, scope, group.id);
    }
    write_parts(db, scope, *before, group);
    record(db, scope, verb, group.id);
    return Done{};
}

void verify_groups(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, group_kind, group_fields());
    for (const auto& id : db.all(list_ids)) {
        const auto group = read_group(db, id, Day{});
        newest.compare({.id = id.view(), .version = group->version, .content = content_of(*group)},
                       verdict);
    }
    newest.report_missing(verdict);
}

} // namespace openmasa::partnership
