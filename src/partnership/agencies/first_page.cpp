#include "partnership/agencies/first_page.hpp"
#include "kernel/text.hpp"
#include "partnership/must_know.hpp"
#include "partnership/standing.hpp"
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

struct EndedRow {
    OwnerId id;
    std::string name;
    Day to;
    std::int64_t offices, seats;
};
constexpr store::Query<EndedRow(Day)> list_ended_that_hold{"agencies.ended_that_hold", R"sql(
    SELECT e.id, e.name, e.to_day, e.offices, e.seats FROM (
        SELECT a.id AS id, o.name AS name, a.to_day AS to_day,
               (SELECT count(*) FROM office f WHERE f.agency_id = a.id
                AND (f.to_day IS NULL OR f.to_day >= $1)) AS offices,
               (SELECT count(*) FROM group_seat s WHERE s.holder_id = a.id
                AND (s.to_day IS NULL OR s.to_day >= $1)) AS seats
        FROM agency a JOIN owner o ON o.id = a.id WHERE a.to_day < $1) e
    WHERE e.offices > 0 OR e.seats > 0 ORDER BY lower(e.name), e.id)sql"};

FirstPageFact fact_of(const EndedRow& row) {
    std::vector<std::string> held;
    if (row.offices > 0) held.push_back(counted(row.offices, "office"));
    if (row.seats > 0) held.push_back(counted(row.seats, "seat"));
    return {.what = fmt::format("{} has ended and still holds {}", row.name, join(held, " and ")),
            .why = fmt::format("Its last day was {}. Say who has them now, or that they ended too.",
                               openmasa::spoken(row.to)),
            .href = "/agencies/" + row.id.str()};
}

} // namespace

std::vector<FirstPageFact> tell_of_ended(store::Db& db, const Scope& scope) {
    if (!partnership::must_know(scope) || !scope.may(Permission::read_agencies)) return {};
    return partnership::standing_facts(db, scope, "ended agencies", [&] {
        std::vector<FirstPageFact> facts;
        for (const auto& row : db.all(list_ended_that_hold, scope.today))
            facts.push_back(fact_of(row));
        return facts;
    });
}

} // namespace openmasa::agencies
