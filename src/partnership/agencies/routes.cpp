#include "core/comments/pages.hpp"
#include "core/history/since.hpp"
#include "core/references/references.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/module.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/rules.hpp"
#include "partnership/agencies/views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

constexpr int most_versions = 200;

std::string page_of(const OwnerId& id) {
    return "/agencies/" + id.str();
}

std::vector<pages::Crumb> crumbs(const Context& context) {
    return {{context.words.headings(terms::Word::agency), "/agencies"}};
}

/// How many take part today.
long long count_now(store::Db& db, const Scope& scope) {
    return std::ranges::count_if(list_agencies(db, scope), [&](const Agency& agency) {
        return takes_part(agency, scope.today);
    });
}

std::optional<Agency> find_for(Context& context) {
    const auto id = context.id<OwnerId>();
    return id ? find_agency(context.db, context.scope, *id) : std::nullopt;
}

http::Response show_list(Context& context) {
    const ListPage page{.words = context.words,
                        .now = count_now(context.db, context.scope),
                        .may_change = context.scope.may(Permission::edit_agencies),
                        .list = registers::list_of(
                            context, agency_register,
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
        .versions = history::versions(context.db, "agency", agency->id.view(), most_versions),
        .words = context.words,
        .today = context.scope.today,
        .may_change = context.scope.may(Permission::edit_agencies),
        .comments =
            comments::section(context, "agency", agency->id.view(), comments::Record::open)};
    page.agency = std::move(*agency);
    const bool saved = context.form.text("saved") == "yes";
    return reply(context, {.title = page.agency.name,
                           .crumbs = crumbs(context),
                           .notice = saved ? "Saved." : "",
                           .main = agency_view(page)});
}

/// The row of the register that holds this agency; an empty one for a new agency.
registers::Cells row_of(Context& context, const std::optional<Agency>& agency) {
    registers::Cells found(agency_register.columns.size());
    const auto place = registers::place_of(agency_register.columns, "id");
    if (agency)
        agency_register.each(context.db, context.scope, [&](const registers::Cells& row) {
            if (row[place] == agency->id.view()) found = row;
        });
    return found;
}

FormPage form_page(Context& context, const std::optional<Agency>& agency) {
    return {.form_token = form_token::hidden(context),
            .words = context.words,
            .title = agency ? fmt::format("Change this {}", context.words.one(terms::Word::agency))
                            : "Add " + context.words.with_article(terms::Word::agency),
            .address = agency ? page_of(agency->id) + "/change" : "/agencies/add",
            .back = agency ? page_of(agency->id) : "/agencies",
            .version = agency ? agency->version : 0,
            .names = registers::names_of(context.db, context.scope, agency_register),
            .typed = {},
            .problems = {},
            .meanwhile = {}};
}

http::Response reply_form(const Context& context, const FormPage& page) {
    return reply(context, {.title = page.title,
                           .crumbs = crumbs(context),
                           .notice = {},
                           .main = form_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_form(Context& context, const std::optional<Agency>& agency) {
    auto page = form_page(context, agency);
    page.typed = row_of(context, agency);
    return reply_form(context, page);
}

http::Response post_form(Context& context, const std::optional<Agency>& agency) {
    const auto before = row_of(context, agency);
    auto typed = registers::read_form(agency_register, context.form, before);
    auto understood = typed;
    const auto names = registers::names_of(context.db, context.scope, agency_register);
    auto problems = registers::understand(agency_register, names, understood);
    const registers::Proposed row{.which = agency_register,
                                  .id = agency ? agency->id.str() : std::string(),
                                  .version = version_read(context.form),
                                  .before = before,
                                  .cells = understood};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!problems.empty()) return invalid(problems);
        TRY(agency_register.save(context.db, context.scope, row));
        return (agency ? page_of(agency->id) : std::string("/agencies")) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto page = form_page(context, agency);
    page.typed = std::move(typed);
    page.problems = saved.refusal().problems;
    if (agency && saved.refusal().kind == Refusal::Kind::conflict)
        page.meanwhile = history::versions_since(context.db, "agency", agency->id.view(),
                                                 row.version, most_versions);
    return reply_form(context, page);
}

http::Response show_add(Context& context) {
    return show_form(context, {});
}
http::Response post_add(Context& context) {
    return post_form(context, {});
}
http::Response show_change(Context& context) {
    const auto agency = find_for(context);
    return agency ? show_form(context, agency) : reply_not_found(context);
}
http::Response post_change(Context& context) {
    const auto agency = find_for(context);
    return agency ? post_form(context, agency) : reply_not_found(context);
}

using Rows = registers::Pages<agency_register>;
using enum Permission;

constexpr Route routes[] = {
    {Method::Get, "/agencies", read_agencies, show_list, Budget{6}},
    {Method::Get, "/agencies.csv", read_agencies, Rows::csv, Budget{9}},
    {Method::Get, "/agencies.json", read_agencies, Rows::json, Budget{9}},
    {Method::Get, "/agencies.xlsx", read_agencies, Rows::xlsx, Budget{9}},
    {Method::Get, "/agencies/template.xlsx", edit_agencies, Rows::empty, Budget{2}},
    {Method::Get, "/agencies/add", edit_agencies, show_add, Budget{3}},
    {Method::Post, "/agencies/add", edit_agencies, post_add, Budget{20}},
    {Method::Get, "/agencies/import", edit_agencies, Rows::show_upload, Budget{3}},
    {Method::Post, "/agencies/import", edit_agencies, Rows::post_upload, Budget{1000}},
    {Method::Get, "/agencies/import/{import}", edit_agencies, Rows::show_preview, Budget{1000}},
    // About eight statements an agency, all in one transaction.
    {Method::Post, "/agencies/import/{import}", edit_agencies, Rows::post_preview, Budget{20000}},
    {Method::Post, "/agencies/import/{import}/leave", edit_agencies, Rows::post_leave, Budget{14}},
    {Method::Get, "/agencies/imports", edit_agencies, Rows::show_saved, Budget{4}},
    {Method::Post, "/agencies/import/{import}/back", edit_agencies, Rows::post_take_back,
     Budget{1000}},
    {Method::Get, "/agencies/{id}", read_agencies, show_agency, Budget{7}},
    {Method::Get, "/agencies/{id}/change", edit_agencies, show_change, Budget{6}},
    // A new name is told to every account that acts for the agency.
    {Method::Post, "/agencies/{id}/change", edit_agencies, post_change, Budget{400}},
};

std::optional<RecordPage> agency_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = OwnerId::parse(text);
    if (!id || !find_agency(db, scope, *id)) return std::nullopt;
    return RecordPage{.address = page_of(*id), .owner = *id};
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
