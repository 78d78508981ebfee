#include "plan/recommendations/following_up.hpp"
#include "core/clocks/running.hpp"
#include "core/clocks/store.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/readers.hpp"
#include "kernel/id_list.hpp"
#include "plan/recommendation_clocks.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendation_response_store.hpp"
#include <set>

namespace openmasa::recommendations {
namespace {

/// Who keeps the composite action plan, with an account that is open.
constexpr store::Query<PersonId(Day)> list_keepers{"recommendations.keepers", R"sql(
    SELECT DISTINCT h.person_id FROM role_holding h
    WHERE h.role = 'business_unit' AND h.from_day <= $1 AND (h.to_day IS NULL OR h.to_day >= $1)
      AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = h.person_id AND a.ended_at IS NULL)
    ORDER BY h.person_id)sql"};

void stop_clocks(store::Db& db, const Scope& scope, const Row& row, const Recommendation& now) {
    for (const auto stopped : all_clocks)
        if (row.stops.has(stopped)) stop_clock(db, scope, now.id, stopped, spoken(now.state));
}

/// Answers have a clock until all who are expected to give one were asked by a day: then that day
/// counts.
bool is_waited_for(store::Db& db, Clock clock, const Recommendation& now) {
    return clock != Clock::response || responses::count_never_asked(db, now) > 0;
}

void start_clock(store::Db& db, const Scope& scope, Clock clock, const Recommendation& now,
                 Day from) {
    if (!clocks::rule_book(db)->find(to_text(clock), from, now.owner) ||
        !is_waited_for(db, clock, now))
        return;
    (void)clocks::start(db, scope,
                        {.kind = std::string(record_kind),
                         .record = now.id.str(),
                         .rule = std::string(to_text(clock)),
                         .from = from,
                         .group = now.owner,
                         .note = std::string(spoken(now.state))});
}

void start_clocks(store::Db& db, const Scope& scope, const Row& row, const Recommendation& now) {
    for (const auto started : all_clocks)
        if (row.starts.has(started)) start_clock(db, scope, started, now, now.since);
}

/// The day from which its moves left that clock running, by their rows in the table.
std::optional<Day> running_since(const std::vector<MoveMade>& made, Clock clock) {
    std::optional<Day> since;
    for (const auto& one : made) {
        Move move{};
        const auto* row =
            from_text(one.move, move) ? transitions::find_row(moves(), one.from, move) : nullptr;
        if (!row) continue;
        if (row->stops.has(clock)) since.reset();
        if (row->starts.has(clock)) since = one.on;
    }
    return since;
}

std::set<PersonId> to_tell(store::Db& db, const Scope& scope, const Row& row,
                           const Recommendation& now) {
    std::set<PersonId> people;
    const auto add = [&](const std::vector<PersonId>& more) {
        people.insert(more.begin(), more.end());
    };
    if (row.tells.has(Told::lead)) {
        if (now.owner) add(notices::those_acting_for(db, *now.owner, scope.today));
        if (now.lead) people.insert(*now.lead);
    }
    if (row.tells.has(Told::expected))
        for (const auto& owner : ids_in<OwnerId>(now.expected))
            add(notices::those_acting_for(db, owner, scope.today));
    if (row.tells.has(Told::keepers)) add(db.all(list_keepers, scope.today));
    return people;
}

} // namespace

void follow_up(store::Db& db, const Scope& scope, const Row& row, const Recommendation& now) {
    stop_clocks(db, scope, row, now);
    start_clocks(db, scope, row, now);
    restriction::Readers readers(db, scope);
    for (const auto& person : to_tell(db, scope, row, now))
        if (readers.may_read(person, {now.id.view()}))
            notices::tell(db, scope,
                          {.person = person,
                           .kind = notices::Kind::recommendation_moved,
                           .about_kind = record_kind,
                           .about_id = now.id.view(),
                           .path = "/recommendations/" + now.id.str()});
}

void stop_all_clocks(store::Db& db, const Scope& scope, const RecommendationId& id) {
    for (const auto clock : all_clocks)
        stop_clock(db, scope, id, clock, "It stands with another one and is followed there");
}

void start_clocks_again(store::Db& db, const Scope& scope, const Whole& whole) {
    for (const auto clock : all_clocks)
        if (const auto since = running_since(whole.moves, clock))
            start_clock(db, scope, clock, whole.it, *since);
}

} // namespace openmasa::recommendations
