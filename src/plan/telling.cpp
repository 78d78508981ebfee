#include "plan/telling.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/readers.hpp"
#include "plan/store.hpp"

namespace openmasa::plan {
namespace {

/// Who chairs it, with an account that is open.
constexpr store::Query<PersonId(OwnerId, Day)> list_chairs{"actions.list_chairs", R"sql(
    SELECT DISTINCT h.person_id FROM role_holding h
    WHERE h.role = 'group_chair' AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND (h.owner_id = $1 OR h.owner_id IN (SELECT id FROM owner WHERE group_id = $1))
      AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = h.person_id AND a.ended_at IS NULL)
    ORDER BY h.person_id)sql"};

notices::Notice about(const Action& action, notices::Kind kind) {
    return {.kind = kind,
            .about_kind = "action",
            .about_id = action.id.view(),
            .path = "/actions/" + action.id.str()};
}

} // namespace

void tell_who_is_new(store::Db& db, const Scope& scope, const Action& before, const Action& now) {
    auto given = about(now, notices::Kind::action_given);
    if (now.owner && now.owner != before.owner)
        notices::tell_those_acting_for(db, scope, *now.owner, given);
    if (!now.lead || now.lead == before.lead) return;
    given.person = now.lead;
    notices::tell(db, scope, given);
}

void tell_chair(store::Db& db, const Scope& scope, const Action& action) {
    const auto section = find_section(db, scope, action.section);
    if (!section || !section->owner) return;
    auto people = db.all(list_chairs, *section->owner, scope.today);
    if (people.empty()) people = notices::those_acting_for(db, *section->owner, scope.today);
    restriction::Readers readers(db, scope);
    auto blocked = about(action, notices::Kind::action_blocked);
    for (const auto& person : people) {
        if (!readers.may_read(person,
                              {action.id.view(), action.objective.view(), action.section.view()}))
            continue;
        blocked.person = person;
        notices::tell(db, scope, blocked);
    }
}

} // namespace openmasa::plan
