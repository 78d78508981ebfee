#include "plan/reminders/reminders.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/readers.hpp"
#include "kernel/text.hpp"
#include "plan/reminders/rules.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include <algorithm>

namespace openmasa::reminders {
namespace {

using store::None;
using store::Query;

struct DueAction {
    plan::ActionId id;
    plan::PlanId plan;
    std::string section, objective;
    std::optional<OwnerId> owner;
    /// With an account that is open.
    std::optional<PersonId> lead;
    Day due_on;
};
struct PeriodRow {
    plan::PlanId id;
    std::string period;
};
constexpr Query<PeriodRow()> list_periods{
    "reminders.list_periods", "SELECT id, period FROM plan WHERE withdrawn_at IS NULL ORDER BY id"};
/// What the next edition carries on, or left behind, is no longer reminded of here.
constexpr Query<DueAction(Day)> list_due{"reminders.list_due", R"sql(
    SELECT a.id, a.plan_id, a.section_id, a.objective_id, a.owner_id,
           (SELECT max(c.person_id) FROM account c WHERE c.person_id = a.lead_id AND c.ended_at IS NULL),
           coalesce(a.next_step, a.deadline)
    FROM action a
    WHERE a.withdrawn_at IS NULL AND a.status NOT IN ('done', 'stopped')
      AND coalesce(a.next_step, a.deadline) <= $1 AND a.left_behind_why = ''
      AND NOT EXISTS (SELECT 1 FROM action n WHERE n.follows_id = a.id AND n.withdrawn_at IS NULL)
    ORDER BY a.id)sql"};
constexpr Query<None(plan::ActionId, Day, std::string_view, Moment)> insert_reminder{
    "reminders.note", R"sql(
    INSERT INTO action_reminder (action_id, due_on, stage, reminded_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (action_id, due_on, stage) DO NOTHING)sql"};
/// With those who hold a role within one of its seats.
constexpr Query<PersonId(OwnerId, Day)> list_acting{"reminders.list_acting", R"sql(
    SELECT DISTINCT h.person_id FROM role_holding h
    WHERE (h.owner_id = $1 OR h.owner_id IN (SELECT id FROM owner WHERE group_id = $1)) AND h.from_day <= $2
      AND (h.to_day IS NULL OR h.to_day >= $2)
      AND EXISTS (SELECT 1 FROM account c WHERE c.person_id = h.person_id AND c.ended_at IS NULL)
    ORDER BY h.person_id)sql"};

class Reminding {
public:
    Reminding(store::Db& db, const Scope& scope) : db_(db), scope_(scope), readers_(db, scope) {
        std::vector<plan::Plan> plans;
        for (auto& row : db.all(list_periods))
            plans.push_back(
                {.id = row.id, .title = {}, .period = std::move(row.period), .edition = {}});
        for (const auto& plan : plan::running(std::move(plans), scope.today))
            running_.push_back(plan.id);
    }

    std::string all() {
        const auto furthest = scope_.today + std::chrono::days{month_before};
        for (const auto& action : db_.all(list_due, furthest))
            if (std::ranges::count(running_, action.plan)) remind_of(action);
        return reminded_ ? "Reminded of " + counted(reminded_, "action") : "";
    }

private:
    void remind_of(const DueAction& action) {
        const auto people = who_is_told(action);
        const auto stage = to_text(stage_of(action.due_on, scope_.today));
        if (people.empty() ||
            db_.run(insert_reminder, action.id, action.due_on, stage, scope_.now) == 0)
            return;
        ++reminded_;
        for (const auto& person : people)
            notices::tell(db_, scope_,
                          {.person = person,
                           .kind = notices::Kind::action_due,
                           .about_kind = "action",
                           .about_id = action.id.view(),
                           .path = "/actions/" + action.id.str()});
    }
    std::vector<PersonId> who_is_told(const DueAction& action) {
        std::vector<PersonId> people;
        if (action.lead)
            people.push_back(*action.lead);
        else if (action.owner)
            people = db_.all(list_acting, *action.owner, scope_.today);
        std::erase_if(people, [&](const PersonId& one) {
            return !readers_.may_read(one, {action.id.view(), action.objective, action.section});
        });
        return people;
    }
    store::Db& db_;
    const Scope& scope_;
    restriction::Readers readers_;
    std::vector<plan::PlanId> running_;
    int reminded_ = 0;
};

} // namespace

std::string remind(store::Db& db, const Scope& scope) {
    return Reminding(db, scope).all();
}

} // namespace openmasa::reminders
