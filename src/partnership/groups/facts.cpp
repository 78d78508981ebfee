#include "partnership/groups/facts.hpp"
#include "kernel/text.hpp"
#include "partnership/group.hpp"
#include "partnership/groups/terms_signing.hpp"
#include "partnership/must_know.hpp"
#include "partnership/standing.hpp"
#include "web/http/percent.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using store::Query;

/// A seat that the owner holds, or a group that it chairs.
struct PlaceRow {
    std::string what, holder;
    OwnerId group;
    std::string group_name;
    bool vacant;
};
constexpr Query<PlaceRow(OwnerId, Day)> list_places{"groups.places_of_owner", R"sql(
    SELECT 'seat', h.name, g.id, g.name AS group_name,
        CASE WHEN EXISTS (SELECT 1 FROM group_member m WHERE m.seat_id = s.id AND m.part = 'member'
                          AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day >= $2))
               OR EXISTS (SELECT 1 FROM office_holder f WHERE f.office_id = s.holder_id
                          AND f.from_day <= $2 AND (f.to_day IS NULL OR f.to_day >= $2)) THEN 0 ELSE 1 END
    FROM group_seat s JOIN owner g ON g.id = s.group_id JOIN owner h ON h.id = s.holder_id
    WHERE s.holder_id = $1 AND (s.from_day IS NULL OR s.from_day <= $2) AND (s.to_day IS NULL OR s.to_day >= $2)
    UNION ALL
    SELECT 'chair', '', g.id, g.name AS group_name, 0
    FROM group_tie t JOIN owner g ON g.id = t.group_id
    WHERE t.owner_id = $1 AND t.what = 'chair' AND (t.from_day IS NULL OR t.from_day <= $2)
      AND (t.to_day IS NULL OR t.to_day >= $2)
    ORDER BY group_name)sql"};

OwnerFact seats_fact(const std::vector<PlaceRow>& seats) {
    std::vector<std::string> groups;
    for (const auto& seat : seats)
        if (groups.empty() || groups.back() != seat.group_name) groups.push_back(seat.group_name);
    const auto vacant = std::ranges::count_if(seats, &PlaceRow::vacant);
    auto words = fmt::format("{} in {}", counted(static_cast<long long>(seats.size()), "seat"),
                             counted(static_cast<long long>(groups.size()), "group"));
    if (vacant) words += fmt::format(", {} vacant", vacant);
    return {"Sits on", words, "/seats?holder=" + http::percent_encoded(seats.front().holder)};
}

/// "Terms of reference of Audit Group".
void tell_of_turn(store::Db& db, const OwnerId& owner, std::vector<OwnerFact>& facts) {
    for (const auto& one : signoff::open_ones(db, terms_kind))
        for (const auto* next : whose_turn(one))
            if (next->office == owner)
                facts.push_back(
                    {"Is to sign",
                     fmt::format("{}, version {}", one.document.title, one.document.version),
                     one.document.page});
}

// --- the first page -----------------------------------------------------------------------------

struct LackRow {
    std::string group_id, group, seat_id, seat, holder;
};
/// A statutory partner is an agency with an office of a lead safeguarding partner on that day.
constexpr Query<LackRow(Day)> list_lacks{"groups.lacks", R"sql(
    SELECT g.id, o.name AS group_name, '', '' AS seat_name, '' FROM group_record g JOIN owner o ON o.id = g.id
    WHERE g.kind IN ('statutory', 'partnership', 'standing_subgroup')
      AND (g.from_day IS NULL OR g.from_day <= $1) AND (g.to_day IS NULL OR g.to_day >= $1)
      AND NOT EXISTS (SELECT 1 FROM group_tie t WHERE t.group_id = g.id AND t.what = 'chair'
                      AND (t.from_day IS NULL OR t.from_day <= $1) AND (t.to_day IS NULL OR t.to_day >= $1))
    UNION ALL
    SELECT g.id, o.name AS group_name, s.id, s.name AS seat_name, h.name FROM group_seat s
        JOIN group_record g ON g.id = s.group_id JOIN owner o ON o.id = g.id JOIN owner h ON h.id = s.holder_id
    WHERE g.kind IN ('statutory', 'partnership', 'standing_subgroup')
      AND (s.from_day IS NULL OR s.from_day <= $1) AND (s.to_day IS NULL OR s.to_day >= $1)
      AND EXISTS (SELECT 1 FROM office f WHERE f.kind = 'lead_partner' AND f.agency_id = s.holder_id
                  AND (f.from_day IS NULL OR f.from_day <= $1) AND (f.to_day IS NULL OR f.to_day >= $1))
      AND NOT EXISTS (SELECT 1 FROM group_member m WHERE m.seat_id = s.id AND m.part = 'member'
                      AND m.from_day <= $1 AND (m.to_day IS NULL OR m.to_day >= $1))
    ORDER BY group_name, seat_name)sql"};

FirstPageFact fact_of(const LackRow& lack) {
    if (lack.seat.empty())
        return {.what = fmt::format("Nobody chairs \u201c{}\u201d", lack.group),
                .why = "A group of the arrangements needs somebody who answers for it.",
                .href = "/groups/" + lack.group_id};
    return {.what =
                fmt::format("Nobody fills {}'s seat in \u201c{}\u201d", lack.holder, lack.group),
            .why = "A statutory partner's seat is vacant.",
            .href = "/seats/" + lack.seat_id};
}

/// To whoever holds the office, or fills the seat, whose turn it is.
void tell_of_signatures(store::Db& db, const Scope& scope, std::vector<FirstPageFact>& facts) {
    if (!scope.person || !scope.may(Permission::read_agencies)) return;
    const auto waiting = signoff::open_ones(db, terms_kind);
    if (waiting.empty()) return;
    const auto own = signs_as(db, *scope.person, scope.today);
    for (const auto& one : waiting)
        for (const auto* next : whose_turn(one))
            if (std::ranges::count(own, next->office))
                facts.push_back({.what = fmt::format("\u201c{}\u201d, version {}, waits for your "
                                                     "signature",
                                                     one.document.title, one.document.version),
                                 .why = fmt::format("You sign as {}.", next->name),
                                 .href = one.document.page + "/sign",
                                 .asked = 1});
}

std::vector<FirstPageFact> lacks_of(store::Db& db, const Scope& scope) {
    std::vector<FirstPageFact> facts;
    for (const auto& lack : db.all(list_lacks, scope.today)) facts.push_back(fact_of(lack));
    return facts;
}

} // namespace

std::vector<OwnerFact> facts_of(store::Db& db, const Scope& scope, const OwnerId& owner) {
    std::vector<OwnerFact> facts;
    if (!scope.may(Permission::read_agencies)) return facts;
    std::vector<PlaceRow> seats;
    for (auto& place : db.all(list_places, owner, scope.today)) {
        if (place.what == "seat")
            seats.push_back(std::move(place));
        else
            facts.push_back({"Chairs", place.group_name, "/groups/" + place.group.str()});
    }
    if (!seats.empty()) facts.push_back(seats_fact(seats));
    tell_of_turn(db, owner, facts);
    return facts;
}

std::vector<FirstPageFact> tell_of_groups(store::Db& db, const Scope& scope) {
    std::vector<FirstPageFact> facts;
    tell_of_signatures(db, scope, facts);
    if (!partnership::must_know(scope)) return facts;
    for (auto& lack :
         partnership::standing_facts(db, scope, "groups", [&] { return lacks_of(db, scope); }))
        facts.push_back(std::move(lack));
    return facts;
}

} // namespace openmasa::groups
