#include "partnership/directory/addressees.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/search_store.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace openmasa::directory {
namespace {

struct Reason {
    PersonId person;
    std::string what;
};
using Query = store::ComposedQuery<Reason>;
/// Everything that leads to somebody, in the order of the rule.
using Reasons = std::map<PersonId, std::vector<std::string>>;

template<class Values> void add_any_of(Query& query, const Values& values) {
    query.add("IN (");
    bool is_first = true;
    for (const auto& value : values) {
        is_first ? query.add("$", value) : query.add(", $", value);
        is_first = false;
    }
    query.add(")");
}

template<class Kind> std::vector<std::string> texts_of(const std::vector<Kind>& kinds) {
    std::vector<std::string> texts;
    for (const auto kind : kinds) texts.emplace_back(to_text(kind));
    return texts;
}

void take(Reasons& reasons, store::Db& db, const Query& query, std::string_view before) {
    db.each(query, [&](Reason&& row) {
        auto& why = reasons[row.person];
        auto words = std::string(before) + row.what;
        if (std::ranges::count(why, words) == 0) why.push_back(std::move(words));
    });
}

void add_office_holders(Reasons& reasons, store::Db& db, const MailingList& list, Day on) {
    if (list.office_kinds.empty()) return;
    Query query("mailing_lists.office_holders");
    query.add("SELECT h.person_id, o.name FROM office_holder h JOIN office f ON f.id = h.office_id "
              "JOIN owner o ON o.id = f.id WHERE h.from_day <= $ "
              "AND (h.to_day IS NULL OR h.to_day >= $) AND f.kind",
              on, on);
    add_any_of(query, texts_of(list.office_kinds));
    query.add("ORDER BY lower(o.name), h.id");
    take(reasons, db, query, "Holds: ");
}

/// Which groups of those kinds are chaired on the day, by what; `chair` leads from there to people.
void add_chairs_by(Query& query, const MailingList& list, Day on, store::SqlPiece<0> chair) {
    query.add("SELECT p.person_id, o.name FROM group_tie t "
              "JOIN group_record g ON g.id = t.group_id JOIN owner o ON o.id = g.id");
    query.add(chair);
    query.add("WHERE t.what = 'chair' AND p.from_day <= $ AND (p.to_day IS NULL OR p.to_day >= $) "
              "AND coalesce(t.from_day, $) <= $ AND coalesce(t.to_day, $) >= $ "
              "AND coalesce(g.from_day, $) <= $ AND coalesce(g.to_day, $) >= $ AND g.kind",
              on, on, on, on, on, on, on, on, on, on);
    add_any_of(query, texts_of(list.chair_kinds));
}

/// The office that chairs by its holder; the seat by whoever fills it, or holds the office whose
/// it is.
void add_chairs(Reasons& reasons, store::Db& db, const MailingList& list, Day on) {
    if (list.chair_kinds.empty()) return;
    Query query("mailing_lists.chairs");
    add_chairs_by(query, list, on, "JOIN office_holder p ON p.office_id = t.owner_id");
    query.add("UNION");
    add_chairs_by(query, list, on,
                  "JOIN group_member p ON p.seat_id = t.owner_id AND p.part = 'member'");
    query.add("UNION");
    add_chairs_by(query, list, on,
                  "JOIN group_seat s ON s.id = t.owner_id "
                  "JOIN office_holder p ON p.office_id = s.holder_id");
    query.add("ORDER BY 2, 1");
    take(reasons, db, query, "Chairs ");
}

void add_members(Reasons& reasons, store::Db& db, const MailingList& list, Day on) {
    if (list.groups.empty()) return;
    std::vector<OwnerId> groups;
    for (const auto& group : list.groups) groups.push_back(group.id);
    Query query("mailing_lists.members");
    query.add("SELECT m.person_id, CASE WHEN m.part = 'deputy' THEN 'Deputy in ' ELSE "
              "'Member of ' END || o.name FROM group_member m JOIN owner o ON o.id = m.group_id "
              "WHERE m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $) "
              "AND (m.part = 'member' OR (m.part = 'deputy' AND $ = 1)) AND m.group_id",
              on, on, list.with_deputies ? 1 : 0);
    add_any_of(query, groups);
    query.add("UNION SELECT h.person_id, 'Member of ' || o.name FROM group_seat s "
              "JOIN office_holder h ON h.office_id = s.holder_id "
              "JOIN owner o ON o.id = s.group_id WHERE h.from_day <= $ "
              "AND (h.to_day IS NULL OR h.to_day >= $) AND coalesce(s.from_day, $) <= $ "
              "AND coalesce(s.to_day, $) >= $ AND s.group_id",
              on, on, on, on, on, on);
    add_any_of(query, groups);
    query.add("ORDER BY 2, 1");
    take(reasons, db, query, "");
}

void add_leads(Reasons& reasons, store::Db& db, const MailingList& list, Day on) {
    if (!list.section_11_leads) return;
    Query query("mailing_lists.section_11_leads");
    query.add("SELECT r.person_id, o.name FROM role_holding r JOIN agency a ON a.id = r.owner_id "
              "JOIN owner o ON o.id = a.id WHERE r.role = 'agency_lead' AND a.section_11 = 1 "
              "AND r.from_day <= $ AND (r.to_day IS NULL OR r.to_day >= $) "
              "AND coalesce(a.from_day, $) <= $ AND coalesce(a.to_day, $) >= $ "
              "ORDER BY lower(o.name), r.id",
              on, on, on, on, on, on);
    take(reasons, db, query, "Leads ");
}

} // namespace

std::vector<std::string> Addressees::addresses() const {
    std::vector<std::string> all;
    std::set<std::string> seen;
    for (const auto& [person, why] : people)
        if (!person.email.empty() && seen.insert(lower(person.email)).second)
            all.push_back(person.email);
    return all;
}

int Addressees::without_address() const {
    return static_cast<int>(std::ranges::count_if(
        people, [](const Addressee& one) { return one.person.email.empty(); }));
}

Addressees addressees_of(store::Db& db, const Scope& scope, const MailingList& list) {
    Reasons reasons;
    add_office_holders(reasons, db, list, scope.today);
    add_chairs(reasons, db, list, scope.today);
    add_leads(reasons, db, list, scope.today);
    add_members(reasons, db, list, scope.today);
    Addressees made;
    for (const auto& left_out : list.left_out)
        if (reasons.erase(left_out.person) > 0) made.left_out.push_back(left_out);
    std::vector<PersonId> ids;
    for (const auto& [person, why] : reasons) ids.push_back(person);
    for (auto& person : reachable(db, scope, ids)) {
        if (person.left_on && *person.left_on < scope.today) continue;
        auto why = std::move(reasons.at(person.id));
        made.people.push_back({.person = std::move(person), .why = std::move(why)});
    }
    std::ranges::stable_sort(made.people, {},
                             [](const Addressee& one) { return lower(one.person.name); });
    return made;
}

} // namespace openmasa::directory
