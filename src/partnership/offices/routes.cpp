#include "core/registers/routes.hpp"
#include "core/comments/pages.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/thread/pages.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/named_owners.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/empty_offices.hpp"
#include "partnership/offices/module.hpp"
#include "partnership/offices/register.hpp"
#include "partnership/offices/views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::offices {
namespace {

using partnership::Holder;

std::string page_of(const std::string& id) {
    return "/offices/" + id;
}

std::vector<pages::Crumb> crumbs() {
    return {{"Offices", "/offices"}};
}
std::vector<pages::Crumb> crumbs(const Office& office) {
    return {{"Offices", "/offices"}, {office.name, page_of(office.id.str())}};
}

std::optional<Office> find_for(Context& context) {
    const auto id = context.id<OwnerId>();
    return id ? partnership::find_office(context.db, context.scope, *id) : std::nullopt;
}

/// Those that are there today, and those of them that nobody holds: as the list counts them.
std::pair<int, int> count_today(Context& context) {
    const auto counts = registers::counts_of(context.db, context.scope, office_register);
    const auto with = [&](std::string_view query) {
        return counts->chosen(registers::read_selection(office_register, http::read_query(query)));
    };
    const int empty = with("held=no");
    return {with("held=yes") + empty, empty};
}

http::Response show_list(Context& context) {
    const bool is_past = registers::shows_past(context, office_register);
    const ListPage page{
        .words = context.words,
        .now = is_past ? std::nullopt : std::optional(count_today(context)),
        .may_change = context.scope.may(Permission::edit_agencies) && !context.as_at,
        .list = registers::list_of(context, office_register,
                                   {.none = "No offices yet. Add them one by one, or import a "
                                            "spreadsheet."})};
    return reply(context, {.title = "Offices",
                           .crumbs = {},
                           .notice = registers::notice_of_import(context),
                           .main = list_view(page)});
}

/// The day of "Who held it on a day?", as far as it can be read.
void read_asked(const Context& context, OfficePage& page) {
    page.asked = one_line(context.form.text("on"));
    if (page.asked.empty()) return;
    page.on = typed_day(page.asked);
    if (!page.on) page.problems.push_back({"on", "Enter the day, as 12 June 2026."});
}

http::Response show_office(Context& context) {
    auto office = find_for(context);
    if (!office) return reply_not_found(context);
    const auto id = office->id;
    OfficePage page{
        .office = std::move(*office),
        .versions = history::versions(context.db, partnership::office_kind, id.view(),
                                      registers::most_versions),
        .words = context.words,
        .today = context.scope.today,
        .may_change = context.scope.may(Permission::edit_agencies) && !context.as_at,
        .thread = thread::section(context, {std::string(partnership::office_kind), id.str()}),
        .comments =
            comments::section(context, partnership::office_kind, id.view(), comments::Record::open),
        .known = facts_of_owner(context, id)};
    read_asked(context, page);
    return reply(context, {.title = page.office.name,
                           .crumbs = crumbs(),
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = partnership::known_now(context.as_at) + office_view(page),
                           .has_problems = !page.problems.empty()});
}

/// For a new office, or the one of the address.
registers::RowForm form_of(const Context& context, bool is_new) {
    const std::string id(is_new ? "" : context.captured("id"));
    return {.which = office_register,
            .id = id,
            .title = is_new ? "Add an office" : "Change this office",
            .button = "Save this office",
            .crumbs = crumbs(),
            .address = is_new ? "/offices/add" : page_of(id) + "/change",
            .back = is_new ? "/offices" : page_of(id)};
}

using Forms = registers::RowForms<form_of>;

// --- handing over -------------------------------------------------------------------------------

http::Response reply_hand_over(Context& context, Office office, HandOver typed,
                               std::vector<Problem> problems) {
    const HandOverPage page{.form_token = form_token::hidden(context),
                            .office = std::move(office),
                            .today = context.scope.today,
                            .typed = std::move(typed),
                            .problems = std::move(problems)};
    return reply(context, {.title = "Hand over",
                           .crumbs = crumbs(page.office),
                           .notice = {},
                           .main = hand_over_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_hand_over(Context& context) {
    auto office = find_for(context);
    if (!office) return reply_not_found(context);
    HandOver empty{.office = office->id, .version = office->version};
    empty.from = spoken_long(context.scope.today);
    return reply_hand_over(context, std::move(*office), std::move(empty), {});
}

/// Where what they lead themselves passes on.
std::string passing_address(const PersonId& person, const OwnerId& office) {
    return fmt::format("/duties/people/{}?office={}", person.view(), office.view());
}

/// Where to go on after an office has changed hands: to what a holder who has ended leads in
/// person, where there is any, else to the office.
std::string after_hand_over(Context& context, const OwnerId& id) {
    const auto office = partnership::find_office(context.db, context.scope, id);
    if (office && office->holders.size() > 1) {
        const auto& before = office->holders[office->holders.size() - 2];
        const bool stays = !before.to || *before.to >= context.scope.today ||
                           office->holders.back().person == before.person;
        if (!stays && !duties_of(context, {.owner = {}, .person = before.person}).none())
            return passing_address(before.person, id);
    }
    return page_of(id.str()) + "?saved=yes";
}

http::Response post_hand_over(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id) return reply_not_found(context);
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    const HandOver command{.office = *id,
                           .version = version_read(context.form),
                           .who = text("who"),
                           .from = text("from"),
                           .to = text("to"),
                           .acting = text("acting") == "yes",
                           .note = text("note")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(hand_over(context.db, context.scope, command));
        return after_hand_over(context, *id);
    });
    if (saved) return see_other(*saved);
    auto office = find_for(context);
    if (!office || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return reply_hand_over(context, std::move(*office), command, saved.refusal().problems);
}

// --- putting right ------------------------------------------------------------------------------

const Holder* asked_holder(const Context& context, const Office& office) {
    const auto id = HolderId::parse(context.captured("holder"));
    const auto found = std::ranges::find(office.holders, id.value_or(HolderId{}), &Holder::id);
    return id && found != office.holders.end() ? &*found : nullptr;
}

http::Response reply_put_right(Context& context, Office office, std::string holder, PutRight typed,
                               std::vector<Problem> problems) {
    const PutRightPage page{.form_token = form_token::hidden(context),
                            .office = std::move(office),
                            .holder = std::move(holder),
                            .typed = std::move(typed),
                            .problems = std::move(problems)};
    return reply(context, {.title = page.holder,
                           .crumbs = crumbs(page.office),
                           .notice = {},
                           .main = put_right_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_put_right(Context& context) {
    auto office = find_for(context);
    const auto* holder = office ? asked_holder(context, *office) : nullptr;
    if (!holder) return reply_not_found(context);
    PutRight stands{.office = office->id,
                    .holder = holder->id,
                    .version = office->version,
                    .from = spoken_long(holder->from),
                    .to = holder->to ? spoken_long(*holder->to) : "",
                    .acting = holder->acting,
                    .note = holder->note};
    auto name = holder->known_as;
    return reply_put_right(context, std::move(*office), std::move(name), std::move(stands), {});
}

http::Response post_put_right(Context& context) {
    const auto id = context.id<OwnerId>();
    const auto holder_id = HolderId::parse(context.captured("holder"));
    if (!id || !holder_id) return reply_not_found(context);
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    const PutRight command{.office = *id,
                           .holder = *holder_id,
                           .version = version_read(context.form),
                           .from = text("from"),
                           .to = text("to"),
                           .acting = text("acting") == "yes",
                           .note = text("note"),
                           .never_held = text("never_held") == "yes"};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(put_right(context.db, context.scope, command));
        return page_of(id->str()) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto office = find_for(context);
    const auto* holder = office ? asked_holder(context, *office) : nullptr;
    if (!holder || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    auto name = holder->known_as;
    return reply_put_right(context, std::move(*office), std::move(name), command,
                           saved.refusal().problems);
}

using enum Permission;

constexpr Route own[] = {
    {Method::Get, "/offices", read_agencies, show_list, Budget{11}, Past::from_history},
    {Method::Get, "/offices/add", edit_agencies, Forms::show_add, Budget{6}},
    {Method::Post, "/offices/add", edit_agencies, Forms::post_add, Budget{30}},
    {Method::Get, "/offices/{id}", read_agencies, show_office, Budget{14}, Past::from_history},
    {Method::Get, "/offices/{id}/change", edit_agencies, Forms::show_change, Budget{9}},
    // A new name is told to every account that holds a role within the office.
    {Method::Post, "/offices/{id}/change", edit_agencies, Forms::post_change, Budget{400}},
    {Method::Get, "/offices/{id}/hand-over", edit_agencies, show_hand_over, Budget{5}},
    {Method::Post, "/offices/{id}/hand-over", edit_agencies, post_hand_over, Budget{60}},
    {Method::Get, "/offices/{id}/holders/{holder}", edit_agencies, show_put_right, Budget{5}},
    {Method::Post, "/offices/{id}/holders/{holder}", edit_agencies, post_put_right, Budget{60}},
};
constexpr auto routes = registers::joined(
    registers::routes_of<"/offices", office_register>(read_agencies, edit_agencies, {}), own);

std::optional<RecordPage> office_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = OwnerId::parse(text);
    if (!id || !partnership::find_office(db, scope, *id)) return std::nullopt;
    return RecordPage{.address = page_of(id->str()), .owner = *id};
}

constexpr char pages_at[] = "/offices/";
constexpr RecordKind records[] = {
    {.kind = partnership::office_kind,
     .page = office_page,
     .has_comments = true,
     .named = partnership::named_at<pages_at>},
};

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<office_register>()};
    return {.name = "offices",
            .routes = routes,
            .records = records,
            .lists = lists,
            .owner_facts = offices_of,
            .first_page = tell_empty_offices};
}

} // namespace openmasa::offices
