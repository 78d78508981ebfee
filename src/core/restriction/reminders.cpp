#include "core/restriction/reminders.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/glass.hpp"
#include "core/restriction/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::restriction {
namespace {

using store::None;
using store::Query;

struct HeldRow {
    PersonId person;
    Role role;
    std::optional<OwnerId> owner, group;
};
constexpr Query<HeldRow(Day)> list_held{"restriction.list_reviewers", R"sql(
    SELECT h.person_id, h.role, h.owner_id, o.group_id
    FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id
    WHERE h.from_day <= $1 AND (h.to_day IS NULL OR h.to_day >= $1) AND h.record_id IS NULL
      AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = h.person_id AND a.ended_at IS NULL)
    ORDER BY h.person_id, h.id)sql"};
struct Restricter {
    std::optional<PersonId> person;
};
constexpr Query<Restricter(RestrictionId)> find_restricter{
    "restriction.find_restricter", "SELECT person_id FROM restriction WHERE id = $1"};
struct NameRow {
    std::optional<PersonId> person;
    std::optional<OwnerId> owner;
    int denied;
};
constexpr Query<NameRow(RestrictionId)> list_names{"restriction.list_names", R"sql(
    SELECT person_id, owner_id, denied FROM restriction_name WHERE restriction_id = $1
    ORDER BY denied, person_id, owner_id)sql"};
struct WaitingGlass {
    GlassId id;
    RestrictionId restriction;
    PersonId person;
    Day review_by;
};
constexpr Query<WaitingGlass(Day)> list_waiting_glass{"restriction.list_waiting_glass", R"sql(
    SELECT id, restriction_id, person_id, review_by FROM glass
    WHERE outcome IS NULL AND review_by <= $1 ORDER BY review_by, id)sql"};
constexpr Query<None(std::string_view, std::string_view, Day, std::string_view, Moment)>
    insert_reminder{"restriction.note_reminder", R"sql(
    INSERT INTO review_reminder (about_kind, about_id, due_on, stage, reminded_at)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (about_kind, about_id, due_on, stage) DO NOTHING)sql"};

/// Somebody who may restrict records: they look at restrictions that they may read by name.
struct Reviewer {
    Reader reader;
    bool may_restrict = false;
};

std::vector<Reviewer> list_reviewers(store::Db& db, Day today) {
    std::vector<Reviewer> all;
    db.each(
        list_held,
        [&](HeldRow&& row) {
            if (all.empty() || all.back().reader.person != row.person)
                all.push_back({.reader = {.person = row.person, .owners = {}, .glass_until = {}}});
            for (const auto& owner : {row.owner, row.group})
                if (owner) all.back().reader.owners.push_back(*owner);
            all.back().may_restrict |= reach(row.role, Permission::restrict_records) != Reach::none;
        },
        today);
    std::erase_if(all, [](const Reviewer& one) { return !one.may_restrict; });
    return all;
}

std::vector<Name> names_of(store::Db& db, const RestrictionId& restriction) {
    std::vector<Name> names;
    db.each(
        list_names,
        [&](NameRow&& row) {
            names.push_back({row.person, row.owner, row.denied != 0});
        },
        restriction);
    return names;
}

/// A review that is due, and who could do it.
struct Review {
    std::string_view kind, id;
    std::string path;
    Day due_on;
    std::vector<PersonId> people;
};

class Reminding {
public:
    Reminding(store::Db& db, const Scope& scope)
        : db_(db), scope_(scope), reviewers_(list_reviewers(db, scope.today)) {}

    std::string all() {
        for (const auto& one : open_restrictions(db_)) remind_of(one);
        for (const auto& one : db_.all(list_waiting_glass, scope_.today)) remind_of(one);
        std::vector<std::string> said;
        if (reminded_) said.push_back("Reminded of " + counted(reminded_, "review"));
        if (nobodys_) said.push_back("Nobody is left who could do " + counted(nobodys_, "review"));
        return join(said, "; ");
    }

private:
    void remind_of(const Restriction& one) {
        if (stage_of(one.review_on, scope_.today) == Stage::none) return;
        auto people = who_may_read(one.names);
        const auto by = db_.one(find_restricter, one.id)->person;
        if (by && std::ranges::count(people, *by) > 0) people = {*by};
        tell({.kind = "restriction",
              .id = one.id.view(),
              .path = fmt::format("/restricted/{}/{}", one.record.kind, one.record.id),
              .due_on = one.review_on,
              .people = std::move(people)});
    }
    /// Nobody reviews what they opened themselves.
    void remind_of(const WaitingGlass& one) {
        auto people = who_may_read(names_of(db_, one.restriction));
        std::erase(people, one.person);
        tell({.kind = "glass",
              .id = one.id.view(),
              .path = "/break-glass/uses/" + one.id.str(),
              .due_on = one.review_by,
              .people = std::move(people)});
    }
    std::vector<PersonId> who_may_read(const std::vector<Name>& names) const {
        std::vector<PersonId> people;
        for (const auto& one : reviewers_)
            if (sight_of(names, one.reader, scope_.now) == Sight::named)
                people.push_back(*one.reader.person);
        return people;
    }
    /// What is nobody's to do is not noted, so that whoever can do it later is still told.
    void tell(const Review& review) {
        if (review.people.empty()) {
            ++nobodys_;
            return;
        }
        const auto stage = stage_of(review.due_on, scope_.today) == Stage::week ? "week" : "day";
        if (db_.run(insert_reminder, review.kind, review.id, review.due_on, stage, scope_.now) == 0)
            return;
        ++reminded_;
        for (const auto& person : review.people)
            notices::tell(db_, scope_,
                          {.person = person,
                           .kind = notices::Kind::review_due,
                           .about_kind = review.kind,
                           .about_id = review.id,
                           .path = review.path});
    }

    store::Db& db_;
    const Scope& scope_;
    std::vector<Reviewer> reviewers_;
    int reminded_ = 0, nobodys_ = 0;
};

} // namespace

Stage stage_of(Day review_on, Day today) {
    if (today >= review_on) return Stage::day;
    return today + std::chrono::days{reminded_days_before} >= review_on ? Stage::week : Stage::none;
}

std::string remind(store::Db& db, const Scope& scope) {
    return Reminding(db, scope).all();
}

} // namespace openmasa::restriction
