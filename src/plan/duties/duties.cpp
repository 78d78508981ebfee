#include "plan/duties/duties.hpp"
#include "core/audit/audit.hpp"
#include "kernel/id_list.hpp"
#include "plan/duties/module.hpp"
#include "plan/recording.hpp"
#include "plan/store.hpp"
#include "plan/telling.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan_duties {
namespace {

using plan::Action;
using plan::ActionId;
using plan::Deed;
using plan::Plan;
using plan::PlanId;
using plan::Section;
using plan::SectionId;
using store::Query;

struct Row {
    std::string kind, id, as, reference, title, place;
    std::optional<Day> since;
};
/// Of an owner, and of the seats of a group.
constexpr Query<Row(OwnerId, std::optional<OwnerId>)> list_of_owner{"duties.of_owner", R"sql(
    SELECT d.kind, d.id, d.way, d.reference, d.title, d.place, d.since FROM (
        SELECT 1 AS sort, 'plan' AS kind, p.id AS id, 'owner' AS way, '' AS reference, p.title AS title,
               p.period AS place, CAST(NULL AS TEXT) AS since, 0 AS position
        FROM plan p WHERE p.owner_id IN (SELECT id FROM owner WHERE id = $1 UNION ALL SELECT id FROM owner WHERE group_id = $2) AND p.withdrawn_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM plan n WHERE n.follows_id = p.id AND n.withdrawn_at IS NULL)
        UNION ALL
        SELECT 2, 'section', s.id, 'owner', s.code, s.name, p.title, s.adopted_on, s.position
        FROM section s JOIN plan p ON p.id = s.plan_id
        WHERE s.owner_id IN (SELECT id FROM owner WHERE id = $1 UNION ALL SELECT id FROM owner WHERE group_id = $2) AND s.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
          AND s.stepped_down_on IS NULL
          AND NOT EXISTS (SELECT 1 FROM section n WHERE n.follows_id = s.id AND n.withdrawn_at IS NULL)
        UNION ALL
        SELECT 3, 'action', a.id, 'owner', a.reference, a.title, p.title, a.adopted_on, a.position
        FROM action a JOIN plan p ON p.id = a.plan_id
        WHERE a.owner_id IN (SELECT id FROM owner WHERE id = $1 UNION ALL SELECT id FROM owner WHERE group_id = $2) AND a.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
          AND a.status NOT IN ('done', 'stopped') AND a.left_behind_why = ''
          AND NOT EXISTS (SELECT 1 FROM action n WHERE n.follows_id = a.id AND n.withdrawn_at IS NULL)
        UNION ALL
        SELECT 4, 'action', a.id, 'contributor', a.reference, a.title, p.title, a.adopted_on, a.position
        FROM action a JOIN plan p ON p.id = a.plan_id
        WHERE a.id IN (
            SELECT n.action_id FROM action_named n JOIN action c ON c.id = n.action_id
            WHERE n.named_id = $1 AND n.way = 'contributor'
              AND (' ' || c.contributors || ' ') LIKE ('% ' || n.named_id || ' %')
            UNION ALL
            SELECT n.action_id FROM owner o JOIN action_named n ON n.named_id = o.id AND n.way = 'contributor'
              JOIN action c ON c.id = n.action_id
            WHERE o.group_id = $2 AND (' ' || c.contributors || ' ') LIKE ('% ' || n.named_id || ' %'))
          AND a.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
          AND a.status NOT IN ('done', 'stopped') AND a.left_behind_why = ''
          AND NOT EXISTS (SELECT 1 FROM action n WHERE n.follows_id = a.id AND n.withdrawn_at IS NULL)
    ) AS d ORDER BY d.sort, d.place, d.position, d.id)sql"};
constexpr Query<Row(PersonId)> list_of_person{"duties.of_person", R"sql(
    SELECT 'action', a.id, 'lead', a.reference, a.title, p.title, a.adopted_on
    FROM action a JOIN plan p ON p.id = a.plan_id
    WHERE a.lead_id = $1 AND a.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
      AND a.status NOT IN ('done', 'stopped') AND a.left_behind_why = ''
      AND NOT EXISTS (SELECT 1 FROM action n WHERE n.follows_id = a.id AND n.withdrawn_at IS NULL)
    ORDER BY p.title, a.position, a.id)sql"};
constexpr Query<std::optional<Day>(std::string_view, std::string_view)> newest_day{
    "duties.newest_day",
    "SELECT max(h.true_from) FROM history h WHERE h.kind = $1 AND h.record_id = $2"};

constexpr std::string_view not_theirs_now =
    "Somebody else answers for one of these now. Look at the list again.";

std::string what_of(const Scope& scope, const Row& row) {
    if (row.kind == "plan") return scope.words.say("[Plan] ") + row.title;
    if (row.kind == "section") return scope.words.say("[Priority] ") + row.title;
    return fmt::format("{}: {}", row.reference, row.title);
}

std::string_view how_of(const Row& row) {
    if (row.as == "lead") return "leads it in person";
    return row.as == "owner" ? "owns it" : "contributes";
}

Duty duty_of(const Scope& scope, Row&& row) {
    const std::string_view path = row.kind == "section" ? "priorities"
                                  : row.kind == "plan"  ? "plans"
                                                        : "actions";
    return {.kind = row.kind,
            .id = row.id,
            .as = row.as,
            .what = what_of(scope, row),
            .how = std::string(how_of(row)),
            .within = row.place,
            .href = fmt::format("/{}/{}", path, row.id),
            .since = row.since};
}

/// A version that is true from before another one would hide what that one said.
Deed deed_of(store::Db& db, const Duty& duty, const Settlement& settlement, std::string_view verb) {
    const auto newest = db.one(newest_day, duty.kind, duty.id).value_or(std::nullopt);
    return {.verb = verb,
            .why = settlement.why,
            .true_from = std::max(settlement.from, newest.value_or(settlement.from))};
}

/// Who answers next; nobody where it ends.
std::optional<OwnerId> next_owner(const Settlement& settlement) {
    return settlement.fate == Fate::passes ? settlement.to.owner : std::nullopt;
}

Result<Done> stop(store::Db& db, const Scope& scope, const Action& action, std::string_view why) {
    TRY(plan::record_progress(db, scope,
                              {.action = action.id,
                               .version = action.version,
                               .status = plan::Status::stopped,
                               .words = {},
                               .stopped_why = std::string(why),
                               .steps_done = plan::done_among(plan::steps_of(db, action.id))}));
    return Done{};
}

/// Without `from`, with `to` in its place where it is not there already and does not own it.
std::string contributors_after(const Action& action, const OwnerId& from,
                               const std::optional<OwnerId>& to) {
    std::vector<OwnerId> after;
    for (const auto& id : ids_in<OwnerId>(action.contributors)) {
        const auto next = id == from ? to : std::optional(id);
        if (next && next != action.owner && !std::ranges::count(after, *next))
            after.push_back(*next);
    }
    return text_of(after);
}

/// Puts whoever comes next in the place that `duty.as` names; false where `from` is not there.
bool put_next(Action& action, const Duty& duty, const Answerer& from,
              const Settlement& settlement) {
    if (duty.as == "lead") {
        if (!from.person || action.lead != from.person) return false;
        action.lead = settlement.fate == Fate::passes ? settlement.to.person : std::nullopt;
        return true;
    }
    if (!from.owner) return false;
    if (duty.as == "owner") {
        if (action.owner != from.owner) return false;
        action.owner = next_owner(settlement);
        action.contributors = contributors_after(action, OwnerId{}, {});
        return true;
    }
    const auto before = ids_in<OwnerId>(action.contributors);
    if (!std::ranges::count(before, *from.owner)) return false;
    action.contributors = contributors_after(action, *from.owner, next_owner(settlement));
    return true;
}

Result<Done> settle_action(store::Db& db, const Scope& scope, const Duty& duty,
                           const Answerer& from, const Settlement& settlement) {
    const auto id = ActionId::parse(duty.id);
    const auto before = id ? plan::find_action_to_update(db, scope, *id) : std::optional<Action>{};
    if (!before || before->withdrawn) return not_found();
    auto action = *before;
    if (!put_next(action, duty, from, settlement)) return conflict(std::string(not_theirs_now));
    if (settlement.fate == Fate::ends && duty.as == "owner")
        return stop(db, scope, *before, settlement.why);
    TRY(plan::save_action(db, scope, action, deed_of(db, duty, settlement, "action.passed_on")));
    plan::tell_who_is_new(db, scope, *before, action);
    return Done{};
}

Result<Done> settle_section(store::Db& db, const Scope& scope, const Duty& duty,
                            const Answerer& from, const Settlement& settlement) {
    const auto id = SectionId::parse(duty.id);
    auto section = id ? plan::find_section(db, scope, *id) : std::optional<Section>{};
    if (!section || section->withdrawn) return not_found();
    if (section->owner != from.owner) return conflict(std::string(not_theirs_now));
    section->owner = next_owner(settlement);
    ++section->version;
    plan::save_section(db, scope, *section, deed_of(db, duty, settlement, "section.passed_on"));
    return Done{};
}

Result<Done> settle_plan(store::Db& db, const Scope& scope, const Duty& duty, const Answerer& from,
                         const Settlement& settlement) {
    const auto id = PlanId::parse(duty.id);
    auto found = id ? plan::find_plan(db, scope, *id) : std::optional<Plan>{};
    if (!found || found->withdrawn) return not_found();
    if (found->owner != from.owner) return conflict(std::string(not_theirs_now));
    found->owner = next_owner(settlement);
    ++found->version;
    plan::save_plan(db, scope, *found, deed_of(db, duty, settlement, "plan.passed_on"));
    return Done{};
}

} // namespace

namespace {

std::vector<Duty> read(store::Db& db, const Scope& scope, const Answerer& who) {
    std::vector<Duty> duties;
    const auto take = [&](Row&& row) { duties.push_back(duty_of(scope, std::move(row))); };
    if (who.owner)
        db.each(list_of_owner, take, *who.owner, who.with_seats ? who.owner : std::nullopt);
    if (who.person) db.each(list_of_person, take, *who.person);
    return duties;
}

} // namespace

// Read once, and again after a change.
std::vector<Duty> open(store::Db& db, const Scope& scope, const Answerer& who) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto key = fmt::format("duties of {} {} {}", who.owner ? who.owner->view() : "",
                                 who.person ? who.person->view() : "", who.with_seats);
    return *db.remembered_as_seen<std::vector<Duty>>(key, std::to_string(audit::newest_number(db)),
                                                     [&] { return read(db, scope, who); });
}

Result<Done> settle(store::Db& db, const Scope& scope, const Duty& duty, const Answerer& from,
                    const Settlement& settlement) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    if (settlement.fate == Fate::stays) return Done{};
    if (settlement.fate == Fate::ends && trimmed(settlement.why).empty())
        return invalid("why", "Say why it ends.");
    if (duty.kind == "section") return settle_section(db, scope, duty, from, settlement);
    if (duty.kind == "plan") return settle_plan(db, scope, duty, from, settlement);
    return settle_action(db, scope, duty, from, settlement);
}

Module module() {
    return {.name = "duties", .routes = {}, .duties = {.open = open, .settle = settle}};
}

} // namespace openmasa::plan_duties
