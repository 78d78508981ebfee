#include "core/registers/routes.hpp"
#include "core/access/store.hpp"
#include "core/comments/pages.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/reply.hpp"
#include "core/thread/pages.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/facts.hpp"
#include "partnership/groups/form_pages.hpp"
#include "partnership/groups/module.hpp"
#include "partnership/groups/register.hpp"
#include "partnership/groups/views.hpp"
#include "partnership/named_owners.hpp"

namespace openmasa::groups {
namespace {

using partnership::Group;
using partnership::GroupStanding;

std::vector<pages::Crumb> crumbs() {
    return {{"Groups", "/groups"}};
}
std::string page_of(std::string_view id) {
    return "/groups/" + std::string(id);
}

/// Those that are kept and there on the day.
Counted counted_on(const std::vector<GroupStanding>& all, Day on) {
    Counted counted;
    for (const auto& group : all) {
        if (!group.kind || !covers(group.days, on)) continue;
        ++counted.groups;
        counted.seats += group.seats;
        counted.vacant += group.vacancies;
        counted.unchaired += group.chairs.empty() && needs_chair(*group.kind);
        counted.overdue += group.review_on && *group.review_on < on;
    }
    return counted;
}

http::Response show_list(Context& context) {
    const auto today = context.scope.today;
    const ListPage page{
        .words = context.words,
        .now = counted_on(partnership::group_standings(context.db, context.scope, today), today),
        .may_change = context.scope.may(Permission::edit_agencies) && !context.as_at,
        .list = registers::list_of(context, group_register,
                                   {.none = "No groups yet. Add them one by one, or import a "
                                            "spreadsheet."})};
    return reply(context, {.title = "Groups",
                           .crumbs = {},
                           .notice = registers::notice_of_import(context),
                           .main = partnership::known_now(context.as_at) + list_view(page)});
}

/// A name that stands in a plan and of which nothing more is said.
std::optional<Group> bare_group(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id || !context.scope.may(Permission::read_agencies)) return std::nullopt;
    const auto name = partnership::bare_group_name(context.db, *id);
    return name ? std::optional(Group{.id = *id, .name = *name, .version = 0}) : std::nullopt;
}

http::Response show_group(Context& context) {
    auto group = group_of(context);
    const bool is_kept = group.has_value();
    if (!is_kept) group = bare_group(context);
    if (!group) return reply_not_found(context);
    const auto id = group->id;
    GroupPage page{.group = std::move(*group),
                   .is_kept = is_kept,
                   .words = context.words,
                   .today = context.scope.today,
                   .may_change = context.scope.may(Permission::edit_agencies) && !context.as_at,
                   .thread = {},
                   .comments = {},
                   .known = facts_of_owner(context, id)};
    if (is_kept) {
        page.thread = thread::section(context, {std::string(partnership::group_kind), id.str()});
        page.comments =
            comments::section(context, partnership::group_kind, id.view(), comments::Record::open);
    }
    return reply(context, {.title = page.group.name,
                           .crumbs = crumbs(),
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = partnership::known_now(context.as_at) + group_view(page)});
}

http::Response show_changes(Context& context) {
    const auto group = group_of(context);
    if (!group) return reply_not_found(context);
    const auto versions = history::versions(context.db, partnership::group_kind, group->id.view(),
                                            partnership::versions_read);
    return reply(context, {.title = "Every change",
                           .crumbs = crumbs_below(*group),
                           .notice = {},
                           .main = changes_view(group->name, versions)});
}

/// For a new group, or the one of the address.
registers::RowForm form_of(const Context& context, bool is_new) {
    const std::string id(is_new ? "" : context.captured("id"));
    return {.which = group_register,
            .id = id,
            .title = is_new ? "Add a group" : "Change this group",
            .button = "Save this group",
            .crumbs = crumbs(),
            .address = is_new ? "/groups/add" : page_of(id) + "/change",
            .back = is_new ? "/groups" : page_of(id)};
}

using Forms = registers::RowForms<form_of>;

using enum Permission;
using enum Method;

constexpr auto from_history = Past::from_history;
constexpr Route own[] = {
    {Get, "/groups", read_agencies, show_list, Budget{15}, from_history},
    {Get, "/groups/add", edit_agencies, Forms::show_add, Budget{8}},
    {Post, "/groups/add", edit_agencies, Forms::post_add, Budget{80}},
    {Get, "/groups/{id}", read_agencies, show_group, Budget{15}, from_history},
    {Get, "/groups/{id}/changes", read_agencies, show_changes, Budget{12}},
    {Get, "/groups/{id}/change", edit_agencies, Forms::show_change, Budget{10}},
    // A new name is told to every account that holds a role within the group, and is each seat's.
    {Post, "/groups/{id}/change", edit_agencies, Forms::post_change, Budget{600}},
    {Get, "/groups/{id}/quorum", edit_agencies, show_quorum, Budget{12}},
    {Post, "/groups/{id}/quorum", edit_agencies, post_quorum, Budget{100}},
    {Get, "/groups/{id}/guests", edit_agencies, show_invite, Budget{12}},
    {Post, "/groups/{id}/guests", edit_agencies, post_invite, Budget{60}},
    {Get, "/groups/{id}/guests/{guest}", edit_agencies, show_guest, Budget{12}},
    {Post, "/groups/{id}/guests/{guest}", edit_agencies, post_guest, Budget{60}},
    {Get, "/groups/{id}/terms", edit_agencies, show_terms, Budget{12}},
    {Post, "/groups/{id}/terms", edit_agencies, post_terms, Budget{60}},
    {Get, "/groups/{id}/terms/{terms}/adopt", edit_agencies, show_adopt, Budget{12}},
    {Post, "/groups/{id}/terms/{terms}/adopt", edit_agencies, post_adopt, Budget{80}},
    // Signing needs no permission but the office or the seat.
    {Get, "/groups/{id}/terms/{terms}", read_agencies, show_version, Budget{12}},
    {Get, "/groups/{id}/terms/{terms}/offer", edit_agencies, show_offer, Budget{12}},
    {Post, "/groups/{id}/terms/{terms}/offer", edit_agencies, post_offer, Budget{80}},
    {Get, "/groups/{id}/terms/{terms}/sign", read_agencies, show_sign, Budget{14}},
    {Post, "/groups/{id}/terms/{terms}/sign", read_agencies, post_sign, Budget{120}},
    {Post, "/groups/{id}/terms/{terms}/send-back", read_agencies, post_send_back, Budget{80}},
    {Get, "/groups/{id}/terms/{terms}/take-back", edit_agencies, show_take_back, Budget{12}},
    {Post, "/groups/{id}/terms/{terms}/take-back", edit_agencies, post_take_back, Budget{80}},
    // What each seat answers for is asked for by itself.
    {Get, "/groups/{id}/end", edit_agencies, show_end, Budget{15}},
    {Post, "/groups/{id}/end", edit_agencies, post_end, Budget{900}},
    {Get, "/groups/{id}/files/{file}", read_agencies, download_file, Budget{16}},
    {Get, "/groups/{id}/files/{file}/about", read_agencies, show_file, Budget{18}},
    {Get, "/groups/{id}/files/{file}/picture", read_agencies, show_picture, Budget{18}},
};
constexpr auto routes =
    registers::joined(registers::routes_of<"/groups", group_register>(
                          read_agencies, edit_agencies, {.look = {4000}, .save = {40000}}),
                      own);

std::optional<RecordPage> group_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = OwnerId::parse(text);
    const bool may_see = id && scope.may(read_agencies) && partnership::is_group(db, *id);
    if (!may_see) return std::nullopt;
    return RecordPage{.address = page_of(id->view()), .owner = *id};
}

constexpr char pages_at[] = "/groups/";
constexpr RecordKind records[] = {
    {.kind = partnership::group_kind,
     .page = group_page,
     .has_comments = true,
     .named = partnership::named_at<pages_at>},
};

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<group_register>()};
    return {.name = "groups",
            .routes = routes,
            .records = records,
            .lists = lists,
            .owner_facts = facts_of,
            .first_page = tell_of_groups};
}

} // namespace openmasa::groups
