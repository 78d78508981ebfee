#include "core/registers/routes.hpp"
#include "core/comments/pages.hpp"
#include "core/references/references.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/reply.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/module.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/views.hpp"
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

std::string page_of(const std::string& id) {
    return "/agencies/" + id;
}

std::vector<pages::Crumb> crumbs(const Context& context) {
    return {{context.words.headings(terms::Word::agency), "/agencies"}};
}

std::optional<Agency> find_for(Context& context) {
    const auto id = context.id<OwnerId>();
    return id ? find_agency(context.db, context.scope, *id) : std::nullopt;
}

http::Response show_list(Context& context) {
    const bool is_past = registers::shows_past(context, agency_register);
    const ListPage page{
        .words = context.words,
        .now = is_past ? std::nullopt : std::optional(count_taking_part(context.db, context.scope)),
        .may_change = context.scope.may(Permission::edit_agencies),
        .list =
            registers::list_of(context, agency_register,
                               {.none = fmt::format("No {} yet. Add them one by one, or "
                                                    "import a spreadsheet.",
                                                    context.words.several(terms::Word::agency))})};
    return reply(context, {.title = context.words.headings(terms::Word::agency),
                           .crumbs = {},
                           .notice = registers::notice_of_import(context),
                           .main = list_view(page)});
}

http::Response show_agency(Context& context) {
    auto agency = find_for(context);
    if (!agency) return reply_not_found(context);
    AgencyPage page{
        .agency = {},
        .reference = references::of(context.db, "agency", agency->id.view()),
        .sectors = sectors_of(context.db, agency->id),
        .versions =
            history::versions(context.db, "agency", agency->id.view(), registers::most_versions),
        .words = context.words,
        .today = context.scope.today,
        .may_change = context.scope.may(Permission::edit_agencies),
        .comments = comments::section(context, "agency", agency->id.view(), comments::Record::open),
        .known = facts_of_owner(context, agency->id)};
    page.agency = std::move(*agency);
    const bool saved = context.form.text("saved") == "yes";
    return reply(context, {.title = page.agency.name,
                           .crumbs = crumbs(context),
                           .notice = saved ? "Saved." : "",
                           .main = agency_view(page)});
}

/// For a new agency, or the one of the address.
registers::RowForm form_of(const Context& context, bool is_new) {
    const std::string id(is_new ? "" : context.captured("id"));
    const auto& words = context.words;
    return {.which = agency_register,
            .id = id,
            .title = is_new ? "Add " + words.with_article(terms::Word::agency)
                            : fmt::format("Change this {}", words.one(terms::Word::agency)),
            .button = words.say("Save this [agency]"),
            .crumbs = crumbs(context),
            .address = is_new ? "/agencies/add" : page_of(id) + "/change",
            .back = is_new ? "/agencies" : page_of(id)};
}

http::Response show_add(Context& context) {
    return registers::show_row_form(context, form_of(context, true));
}
http::Response post_add(Context& context) {
    return registers::post_row_form(context, form_of(context, true));
}
http::Response show_change(Context& context) {
    return registers::show_row_form(context, form_of(context, false));
}
http::Response post_change(Context& context) {
    return registers::post_row_form(context, form_of(context, false));
}

using enum Permission;

constexpr Route own[] = {
    {Method::Get, "/agencies", read_agencies, show_list, Budget{9}, Past::from_history},
    {Method::Get, "/agencies/add", edit_agencies, show_add, Budget{3}},
    {Method::Post, "/agencies/add", edit_agencies, post_add, Budget{24}},
    {Method::Get, "/agencies/{id}", read_agencies, show_agency, Budget{11}},
    {Method::Get, "/agencies/{id}/change", edit_agencies, show_change, Budget{6}},
    // A new name is told to every account that acts for the agency.
    {Method::Post, "/agencies/{id}/change", edit_agencies, post_change, Budget{400}},
};
constexpr auto routes = registers::joined(
    registers::routes_of<"/agencies", agency_register>(read_agencies, edit_agencies, {}), own);

std::optional<RecordPage> agency_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = OwnerId::parse(text);
    if (!id || !find_agency(db, scope, *id)) return std::nullopt;
    return RecordPage{.address = page_of(id->str()), .owner = *id};
}

constexpr RecordKind records[] = {
    {.kind = "agency", .page = agency_page, .has_comments = true},
};

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<agency_register>()};
    return {.name = "agencies", .routes = routes, .records = records, .lists = lists};
}

} // namespace openmasa::agencies
