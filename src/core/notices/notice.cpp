#include "core/notices/notice.hpp"
#include "core/notices/mail.hpp"
#include <cassert>

namespace openmasa::notices {
namespace {

using store::None;
using store::Query;

constexpr Query<std::int64_t(std::optional<PersonId>, std::string_view, Kind, std::string_view,
                             std::string_view)>
    count_same{"notices.count_same", R"sql(
    SELECT count(*) FROM notice
    WHERE told = 'waiting' AND (person_id = $1 OR (person_id IS NULL AND email = $2)) AND kind = $3
      AND about_id = $4 AND path = $5)sql"};
constexpr Query<std::int64_t(PersonId, Kind, std::string_view, Moment)> count_told_since{
    "notices.count_told_since",
    "SELECT count(*) FROM notice WHERE person_id = $1 AND kind = $2 AND about_id = $3 AND at >= $4"};
constexpr Query<None(NoticeId, std::optional<PersonId>, std::string_view, Kind, std::string_view,
                     std::string_view, std::string_view, Moment)>
    insert_notice{"notices.add", R"sql(
    INSERT INTO notice (id, person_id, email, kind, about_kind, about_id, path, at, told)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting'))sql"};
constexpr Query<PersonId(OwnerId, Day)> list_acting{"notices.list_acting", R"sql(
    SELECT DISTINCT person_id FROM role_holding
    WHERE (owner_id = $1 OR owner_id IN (SELECT id FROM owner WHERE group_id = $1)) AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2) ORDER BY person_id)sql"};

} // namespace

void tell(store::Db& db, const Scope& scope, const Notice& notice) {
    assert(notice.path.starts_with('/') && "a notice leads to a page of ours");
    const bool about_oneself = notice.person && notice.person == scope.person;
    if (about_oneself && weight_of(notice.kind) != Weight::alone) return;
    const auto same =
        db.one(count_same, notice.person, notice.email, notice.kind, notice.about_id, notice.path);
    if (same.value_or(0) > 0) return;
    db.run(insert_notice, scope.new_id<NoticeId>(), notice.person,
           notice.person ? std::string() : notice.email, notice.kind, notice.about_kind,
           notice.about_id, notice.path, scope.now);
}

bool was_told(store::Db& db, const PersonId& person, Kind kind, std::string_view about_id,
              Moment since) {
    return db.one(count_told_since, person, kind, about_id, since).value_or(0) > 0;
}

std::vector<PersonId> those_acting_for(store::Db& db, const OwnerId& owner, Day today) {
    return db.all(list_acting, owner, today);
}

void tell_those_acting_for(store::Db& db, const Scope& scope, const OwnerId& owner, Notice notice) {
    for (const auto& person : those_acting_for(db, owner, scope.today)) {
        notice.person = person;
        tell(db, scope, notice);
    }
}

} // namespace openmasa::notices
