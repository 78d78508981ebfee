#include "partnership/directory/mailing_list_store.hpp"
#include "core/audit/audit.hpp"
#include <algorithm>

namespace openmasa::directory {
namespace {

using history::Kept;
using history::Part;
using store::None;
using store::Query;

struct ListRow {
    MailingListId id;
    std::string name, purpose, office_kinds, chair_kinds;
    bool section_11_leads, with_deputies, withdrawn;
    std::int64_t version;
};
constexpr Query<ListRow()> list_rows{"mailing_lists.list", R"sql(
    SELECT id, name, purpose, office_kinds, chair_kinds, section_11_leads, with_deputies, withdrawn, version
    FROM mailing_list ORDER BY lower(name), id)sql"};
struct GroupRow {
    MailingListId list;
    OwnerId group;
    std::string name;
};
constexpr Query<GroupRow()> list_groups{"mailing_lists.groups", R"sql(
    SELECT g.list_id, g.group_id, o.name FROM mailing_list_group g JOIN owner o ON o.id = g.group_id
    ORDER BY g.list_id, lower(o.name), g.group_id)sql"};
struct LeftOutRow {
    MailingListId list;
    PersonId person;
    std::string name, reason;
};
constexpr Query<LeftOutRow()> list_left_out{"mailing_lists.left_out", R"sql(
    SELECT l.list_id, l.person_id, p.known_as, l.reason
    FROM mailing_list_left_out l JOIN person p ON p.id = l.person_id
    ORDER BY l.list_id, lower(p.known_as), l.person_id)sql"};

constexpr Query<None(MailingListId, std::string_view, std::string_view, std::string_view,
                     std::string_view, bool, bool, bool, std::int64_t, Moment)>
    put_list{"mailing_lists.put", R"sql(
    INSERT INTO mailing_list (id, name, purpose, office_kinds, chair_kinds, section_11_leads, with_deputies, withdrawn,
                              version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1, $10)
    ON CONFLICT (id) DO UPDATE SET name = $2, purpose = $3, office_kinds = $4, chair_kinds = $5, section_11_leads = $6,
        with_deputies = $7, withdrawn = $8, version = $9 + 1, updated_at = $10 WHERE mailing_list.version = $9)sql"};
constexpr Query<None(MailingListId)> delete_groups{
    "mailing_lists.delete_groups", "DELETE FROM mailing_list_group WHERE list_id = $1"};
constexpr Query<None(MailingListId)> delete_left_out{
    "mailing_lists.delete_left_out", "DELETE FROM mailing_list_left_out WHERE list_id = $1"};
constexpr Query<None(MailingListId, OwnerId)> insert_group{
    "mailing_lists.add_group",
    "INSERT INTO mailing_list_group (list_id, group_id) VALUES ($1, $2)"};
constexpr Query<None(MailingListId, PersonId, std::string_view)> insert_left_out{
    "mailing_lists.leave_out",
    "INSERT INTO mailing_list_left_out (list_id, person_id, reason) VALUES ($1, $2, $3)"};

std::string yes(bool is_so) {
    return is_so ? "yes" : "";
}

constexpr Kept<MailingList> kept[] = {
    {{"name", "Name"}, [](const MailingList& l) { return l.name; }},
    {{"purpose", "What it is for"}, [](const MailingList& l) { return l.purpose; }},
    {{"office_kinds", "Holders of offices"},
     [](const MailingList& l) { return text_of_kinds(l.office_kinds); }},
    {{"chair_kinds", "Chairs of groups"},
     [](const MailingList& l) { return text_of_kinds(l.chair_kinds); }},
    {{"section_11_leads", "Leads under section 11"},
     [](const MailingList& l) { return yes(l.section_11_leads); }},
    {{"with_deputies", "With deputies"}, [](const MailingList& l) { return yes(l.with_deputies); }},
    {{"withdrawn", "Withdrawn"}, [](const MailingList& l) { return yes(l.withdrawn); }},
};
constexpr Kept<MailingList::Group> group_kept[] = {
    {{"group.#.id", ""}, [](const MailingList::Group& g) { return g.id.str(); }},
    {{"group.#.name", "Members of #", Part::echo},
     [](const MailingList::Group& g) { return g.name; }},
};
constexpr Kept<MailingList::LeftOut> left_out_kept[] = {
    {{"left_out.#.person", ""}, [](const MailingList::LeftOut& l) { return l.person.str(); }},
    {{"left_out.#.name", "Left out #", Part::echo},
     [](const MailingList::LeftOut& l) { return l.name; }},
    {{"left_out.#.reason", "Left out #, why"},
     [](const MailingList::LeftOut& l) { return l.reason; }},
};
constexpr auto fields =
    history::joined(history::fields_of(kept), history::joined(history::fields_of(group_kept),
                                                              history::fields_of(left_out_kept)));

/// What came with them is in the order of their ids: a new name is no other state.
audit::Content content_of(MailingList list) {
    audit::Content content;
    history::put(content, kept, list);
    std::ranges::sort(list.groups, {}, &MailingList::Group::id);
    std::ranges::sort(list.left_out, {}, &MailingList::LeftOut::person);
    int number = 0;
    for (const auto& group : list.groups) history::put(content, group_kept, group, ++number);
    number = 0;
    for (const auto& one : list.left_out) history::put(content, left_out_kept, one, ++number);
    return content;
}

MailingList list_of(ListRow&& row) {
    return {.id = row.id,
            .name = std::move(row.name),
            .purpose = std::move(row.purpose),
            .office_kinds = office_kinds_in(row.office_kinds),
            .chair_kinds = group_kinds_in(row.chair_kinds),
            .section_11_leads = row.section_11_leads,
            .with_deputies = row.with_deputies,
            .withdrawn = row.withdrawn,
            .version = row.version};
}

std::vector<MailingList> all_lists(store::Db& db) {
    std::vector<MailingList> lists;
    db.each(list_rows, [&](ListRow&& row) { lists.push_back(list_of(std::move(row))); });
    const auto of = [&](const MailingListId& id) {
        return std::ranges::find(lists, id, &MailingList::id);
    };
    db.each(list_groups, [&](GroupRow&& row) {
        of(row.list)->groups.push_back({row.group, std::move(row.name)});
    });
    db.each(list_left_out, [&](LeftOutRow&& row) {
        of(row.list)->left_out.push_back({row.person, std::move(row.name), std::move(row.reason)});
    });
    return lists;
}

/// Whether the version that was read is still there.
bool write(store::Db& db, const Scope& scope, const MailingList& list, std::int64_t before) {
    if (db.run(put_list, list.id, list.name, list.purpose, text_of_kinds(list.office_kinds),
               text_of_kinds(list.chair_kinds), list.section_11_leads, list.with_deputies,
               list.withdrawn, before, scope.now) == 0)
        return false;
    db.run(delete_groups, list.id);
    db.run(delete_left_out, list.id);
    for (const auto& group : list.groups) db.run(insert_group, list.id, group.id);
    for (const auto& one : list.left_out) db.run(insert_left_out, list.id, one.person, one.reason);
    return true;
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const MailingList& list,
            std::int64_t version) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = mailing_list_kind,
                   .id = list.id.view(),
                   .version = version,
                   .content = content_of(list)});
}

} // namespace

std::vector<MailingList> list_mailing_lists(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_agencies)) return {};
    auto lists = all_lists(db);
    std::erase_if(lists, [](const MailingList& list) { return list.withdrawn; });
    return lists;
}

std::optional<MailingList> find_mailing_list(store::Db& db, const Scope& scope,
                                             const MailingListId& id) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    auto lists = all_lists(db);
    const auto found = std::ranges::find(lists, id, &MailingList::id);
    return found == lists.end() ? std::nullopt : std::optional(std::move(*found));
}

void add_mailing_list(store::Db& db, const Scope& scope, const MailingList& list) {
    write(db, scope, list, 0);
    record(db, scope, "mailing_list.added", list, 1);
}

Result<Done> save_mailing_list(store::Db& db, const Scope& scope, const MailingList& list,
                               std::string_view verb) {
    if (!write(db, scope, list, list.version))
        return conflict("Somebody changed this list while you were writing.");
    record(db, scope, verb, list, list.version + 1);
    return Done{};
}

void verify_mailing_lists(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, mailing_list_kind, fields);
    for (const auto& list : all_lists(db))
        newest.compare({.id = list.id.view(), .version = list.version, .content = content_of(list)},
                       verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::directory
