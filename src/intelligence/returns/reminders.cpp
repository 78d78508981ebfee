#include "intelligence/returns/reminders.hpp"
#include "core/notices/notice.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/returns/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

constexpr std::chrono::days week_before{7};
constexpr std::string_view stages[] = {"none", "week", "late"};

struct Acting {
    PersonId person;
    Role role{};
};
/// With those who hold a role within one of its seats.
constexpr Query<Acting(OwnerId, Day)> list_acting{"returns.list_acting", R"sql(
    SELECT DISTINCT h.person_id, h.role FROM role_holding h
    WHERE (h.owner_id = $1 OR h.owner_id IN (SELECT id FROM owner WHERE group_id = $1)) AND h.from_day <= $2
      AND (h.to_day IS NULL OR h.to_day >= $2)
      AND EXISTS (SELECT 1 FROM account c WHERE c.person_id = h.person_id AND c.ended_at IS NULL)
    ORDER BY h.person_id, h.role)sql"};

struct Noted {
    OwnerId owner;
    Day due{};
    ReturnReminder stage{};
    auto operator<=>(const Noted& other) const {
        return std::tuple(owner.view(), due, stage) <=>
               std::tuple(other.owner.view(), other.due, other.stage);
    }
    bool operator==(const Noted& other) const { return (*this <=> other) == 0; }
};
constexpr Query<Noted()> list_noted{"returns.list_noted",
                                    "SELECT owner_id, due_on, stage FROM return_reminder"};
constexpr Query<None(OwnerId, Day, ReturnReminder, Moment)> insert_reminder{"returns.note_reminder",
                                                                            R"sql(
    INSERT INTO return_reminder (owner_id, due_on, stage, reminded_at) VALUES ($1, $2, $3, $4))sql"};

/// Those of the agency's people who may return its figures.
std::set<PersonId> who_is_told(store::Db& db, const OwnerId& agency, Day today) {
    std::set<PersonId> people;
    for (const auto& one : db.all(list_acting, agency, today))
        if (reach(one.role, Permission::update_action) != Reach::none) people.insert(one.person);
    return people;
}

/// What agencies are to be reminded of today, once each.
std::set<Noted> to_remind(const ReturnsBook& book, Day today) {
    std::set<Noted> all;
    for (const auto& one : owed_until(book, today + week_before)) {
        const auto stage = reminder_of(one.due, today);
        if (one.owner && !one.figure && can_be_returned(one, today) &&
            stage != ReturnReminder::none)
            all.insert({*one.owner, one.due, stage});
    }
    return all;
}

} // namespace

ReturnReminder reminder_of(Day due, Day today) {
    if (due < today) return ReturnReminder::late;
    return due <= today + week_before ? ReturnReminder::week : ReturnReminder::none;
}

std::string_view to_text(ReturnReminder stage) {
    return stages[static_cast<std::size_t>(stage)];
}
bool from_text(std::string_view text, ReturnReminder& stage) {
    const auto* found = std::ranges::find(stages, text);
    if (found == std::end(stages)) return false;
    stage = static_cast<ReturnReminder>(found - std::begin(stages));
    return true;
}

std::string remind_of_returns(store::Db& db, const Scope& scope) {
    const auto book = read_returns(db, scope);
    if (book.asked.empty()) return {};
    const auto before = db.all(list_noted);
    const std::set<Noted> noted(before.begin(), before.end());
    std::set<std::string_view> told;
    const auto all = to_remind(book, scope.today);
    for (const auto& one : all) {
        if (noted.contains(one)) continue;
        const auto people = who_is_told(db, one.owner, scope.today);
        if (people.empty()) continue;
        db.run(insert_reminder, one.owner, one.due, one.stage, scope.now);
        if (!told.insert(one.owner.view()).second) continue;
        for (const auto& person : people)
            notices::tell(db, scope,
                          {.person = person,
                           .kind = notices::Kind::return_due,
                           .about_kind = "return",
                           .about_id = one.owner.view(),
                           .path = "/returns/" + one.owner.str()});
    }
    return told.empty()
               ? ""
               : "Reminded " + counted(std::ssize(told), "owner of a return", "owners of returns");
}

} // namespace openmasa::intelligence
