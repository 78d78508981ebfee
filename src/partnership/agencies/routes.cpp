#include "core/registers/routes.hpp"
#include "core/comments/pages.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/reply.hpp"
#include "core/thread/pages.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/first_page.hpp"
#include "partnership/agencies/module.hpp"
#include "partnership/agencies/pages.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/rules.hpp"
#include "partnership/agencies/succession_store.hpp"
#include "partnership/agencies/views.hpp"
#include "partnership/named_owners.hpp"
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
    auto said = reference_and_sectors_of(context.db, agency->id);
    AgencyPage page{
        .agency = {},
        .reference = std::move(said.reference),
        .sectors = std::move(said.sectors),
        .versions =
            history::versions(context.db, "agency", agency->id.view(), registers::most_versions),
        .words = context.words,
        .today = context.scope.today,
        .may_change = context.scope.may(Permission::edit_agencies),
        .may_keep_declarations = context.scope.may(Permission::edit_agencies) &&
                                 context.scope.may(Permission::restrict_records),
        .thread = thread::section(context, {"agency", agency->id.str()}),
        .comments = comments::section(context, "agency", agency->id.view(), comments::Record::open),
        .known = facts_of_owner(context, agency->id),
        .beside = successions_of(context.db, context.scope, agency->id),
        .duties = shown_duties(context, {.owner = agency->id, .person = {}})};
    page.agency = std::move(*agency);
    const bool saved = context.form.text("saved") == "yes";
    return reply(context, {.title = page.agency.name,
                           .crumbs = crumbs(context),
                           .notice = saved ? "Saved." : "",
                           .main = agency_view(page)});
}

http::Response show_duties(Context& context) {
    auto agency = find_for(context);
    if (!agency) return reply_not_found(context);
    const auto id = agency->id;
    const DutiesPage page{.words = context.words,
                          .agency = std::move(*agency),
                          .duties = shown_duties(context, {.owner = id, .person = {}})};
    auto way = crumbs(context);
    way.push_back({page.agency.name, page_of(id.str())});
    return reply(context, {.title = "What it answers for",
                           .crumbs = std::move(way),
                           .notice = {},
                           .main = duties_view(page)});
}

http::Response show_categories(Context& context) {
    CategoriesPage page{.words = context.words,
                        .today = context.scope.today,
                        .agencies = list_agencies(context.db, context.scope)};
    std::erase_if(page.agencies,
                  [&](const Agency& agency) { return !takes_part(agency, page.today); });
    return reply(context, {.title = "Categories of relevant agencies",
                           .crumbs = crumbs(context),
                           .notice = {},
                           .main = categories_view(page)});
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

using Forms = registers::RowForms<form_of>;

using enum Permission;

constexpr Route own[] = {
    {Method::Get, "/agencies", read_agencies, show_list, Budget{9}, Past::from_history},
    {Method::Get, "/agencies/add", edit_agencies, Forms::show_add, Budget{3}},
    {Method::Post, "/agencies/add", edit_agencies, Forms::post_add, Budget{24}},
    {Method::Get, "/agencies/categories", read_agencies, show_categories, Budget{4}},
    // 15, and one more while the sign-offs that wait are read again, which are remembered.
    {Method::Get, "/agencies/{id}", read_agencies, show_agency, Budget{16}},
    {Method::Get, "/agencies/{id}/duties", read_agencies, show_duties, Budget{5}},
    {Method::Get, "/agencies/{id}/succession", read_agencies, show_following, Budget{6}},
    {Method::Post, "/agencies/{id}/succession", edit_agencies, post_following, Budget{20}},
    {Method::Get, "/agencies/{id}/succession/{succession}", read_agencies, show_succession,
     Budget{15}},
    // Each duty that passes on is a record with a version, an entry and a notice of its own.
    {Method::Post, "/agencies/{id}/succession/{succession}", edit_agencies, post_agreement,
     Budget{20000}},
    {Method::Post, "/agencies/{id}/succession/{succession}/drop", edit_agencies, post_drop,
     Budget{24}},
    {Method::Get, "/agencies/{id}/change", edit_agencies, Forms::show_change, Budget{6}},
    // A new name is told to every account that acts for the agency.
    {Method::Post, "/agencies/{id}/change", edit_agencies, Forms::post_change, Budget{400}},
};
constexpr auto routes = registers::joined(
    registers::routes_of<"/agencies", agency_register>(read_agencies, edit_agencies, {}), own);

std::optional<RecordPage> agency_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = OwnerId::parse(text);
    if (!id || !find_agency(db, scope, *id)) return std::nullopt;
    return RecordPage{.address = page_of(id->str()), .owner = *id};
}

/// The words of a duty stand in the list that was agreed; they are hidden with the record.
constexpr restriction::About about[] = {
    {"agreed_duty", "kind", "record_id"},
};

constexpr char pages_at[] = "/agencies/";
constexpr RecordKind records[] = {
    {.kind = "agency",
     .page = agency_page,
     .has_comments = true,
     .named = partnership::named_at<pages_at>},
};

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<agency_register>()};
    return {.name = "agencies",
            .routes = routes,
            .records = records,
            .kinds = {.kinds = {}, .hangs = {}, .about = about, .also = {}},
            .lists = lists,
            .first_page = tell_of_ended};
}

} // namespace openmasa::agencies
