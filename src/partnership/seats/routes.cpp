#include "core/registers/routes.hpp"
#include "core/access/store.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_store.hpp"
#include "partnership/seats/module.hpp"
#include "partnership/seats/register.hpp"
#include "partnership/seats/views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::seats {
namespace {

using partnership::Member;
using partnership::Part;

std::string page_of(std::string_view id) {
    return "/seats/" + std::string(id);
}

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}

/// The seat of the address with its group, if this person may see it.
struct Asked {
    Group group;
    Seat seat;
};
std::optional<Asked> asked(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id) return std::nullopt;
    auto group =
        partnership::find_group_of_seat(context.db, context.scope, *id, context.scope.today);
    if (!group) return std::nullopt;
    auto seat = *std::ranges::find(group->seats, *id, &Seat::id);
    return Asked{std::move(*group), std::move(seat)};
}

std::vector<pages::Crumb> crumbs(const Group& group) {
    return {{"Groups", "/groups"}, {group.name, "/groups/" + group.id.str()}};
}
std::vector<pages::Crumb> crumbs_below(const Asked& asked) {
    auto all = crumbs(asked.group);
    all.push_back({asked.seat.name, page_of(asked.seat.id.view())});
    return all;
}

http::Response show_list(Context& context) {
    const ListPage page{
        .words = context.words,
        .may_change = context.scope.may(Permission::edit_agencies) && !context.as_at,
        .list = registers::list_of(context, seat_register,
                                   {.none = "No seats yet. Add them on the page of a group, or "
                                            "import a spreadsheet."})};
    return reply(context, {.title = "Seats",
                           .crumbs = {{"Groups", "/groups"}},
                           .notice = registers::notice_of_import(context),
                           .main = partnership::known_now(context.as_at) + list_view(page)});
}

/// The day of "Who sat there on a day?", as far as it can be read.
void read_asked(const Context& context, SeatPage& page) {
    page.asked = one_line(context.form.text("on"));
    if (page.asked.empty()) return;
    page.on = typed_day(page.asked);
    if (!page.on) page.problems.push_back({"on", "Enter the day, as 12 June 2026."});
}

http::Response show_seat(Context& context) {
    auto found = asked(context);
    if (!found) return reply_not_found(context);
    SeatPage page{.group = std::move(found->group),
                  .seat = std::move(found->seat),
                  .today = context.scope.today,
                  .may_change = context.scope.may(Permission::edit_agencies) && !context.as_at,
                  .asked = {}};
    read_asked(context, page);
    return reply(context, {.title = page.seat.name,
                           .crumbs = crumbs(page.group),
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = partnership::known_now(context.as_at) + seat_view(page),
                           .has_problems = !page.problems.empty()});
}

/// Whoever adds a seat came from its group, and goes back there.
std::string back_from_add(Context& context) {
    const auto group = access::find_owner(context.db, context.form.text("group"));
    const bool is_group = group && group->type == access::OwnerType::group;
    return is_group ? "/groups/" + group->id.str() : "/seats";
}

/// For a new seat, or the one of the address.
registers::RowForm form_of(Context& context, bool is_new) {
    const std::string id(is_new ? "" : context.captured("id"));
    return {.which = seat_register,
            .id = id,
            .title = is_new ? "Add a seat" : "Change this seat",
            .button = "Save this seat",
            .crumbs = {{"Groups", "/groups"}, {"Seats", "/seats"}},
            .address = is_new ? "/seats/add" : page_of(id) + "/change",
            .back = is_new ? back_from_add(context) : page_of(id)};
}

using Forms = registers::RowForms<form_of>;

// --- forms --------------------------------------------------------------------------------------

/// A form with what is wrong, for the seat as it is now.
using Form = std::function<Html(const FormPage&)>;

http::Response reply_form(Context& context, const Asked& found, std::string_view title,
                          const Form& form, std::vector<Problem> problems = {}) {
    const FormPage page{.form_token = form_token::hidden(context),
                        .seat = found.seat,
                        .group = found.group.name,
                        .today = context.scope.today,
                        .problems = std::move(problems)};
    return reply(context, {.title = std::string(title),
                           .crumbs = crumbs_below(found),
                           .notice = {},
                           .main = form(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_form(Context& context, std::string_view title, const Form& form) {
    const auto found = asked(context);
    return found ? reply_form(context, *found, title, form) : reply_not_found(context);
}

/// Does the work and leads to the seat; else shows the form again with everything that is wrong.
http::Response save_form(Context& context, std::string_view title, const Form& form,
                         const std::function<Result<Done>()>& work) {
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(work());
        return page_of(context.captured("id")) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    const auto found = asked(context);
    if (!found || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_form(context, *found, title, form, saved.refusal().problems);
}

Begin begin_of(const Context& context, Part part) {
    return {.seat = context.id<OwnerId>().value_or(OwnerId{}),
            .version = version_read(context.form),
            .part = part,
            .who = text(context, "who"),
            .from = text(context, "from"),
            .to = text(context, "to"),
            .note = text(context, "note")};
}
Begin from_today(const Context& context) {
    return {.seat = {}, .from = spoken_long(context.scope.today)};
}

http::Response show_hand_on(Context& context) {
    return show_form(context, "Hand the seat on",
                     [&](const FormPage& page) { return hand_on_form(page, from_today(context)); });
}
http::Response post_hand_on(Context& context) {
    const auto command = begin_of(context, Part::member);
    return save_form(
        context, "Hand the seat on",
        [&](const FormPage& page) { return hand_on_form(page, command); },
        [&] { return begin(context.db, context.scope, command); });
}

http::Response show_deputy(Context& context) {
    return show_form(context, "Name a deputy",
                     [&](const FormPage& page) { return deputy_form(page, from_today(context)); });
}
http::Response post_deputy(Context& context) {
    const auto command = begin_of(context, Part::deputy);
    return save_form(
        context, "Name a deputy", [&](const FormPage& page) { return deputy_form(page, command); },
        [&] { return begin(context.db, context.scope, command); });
}

/// Whom the address names, in the seat itself and not by its office.
std::optional<Member> asked_member(const Context& context, const Asked& found) {
    const auto id = MemberId::parse(context.captured("member"));
    const auto& people = found.seat.people;
    const auto member = std::ranges::find(people, id.value_or(MemberId{}), &Member::id);
    return id && member != people.end() && !member->by_office ? std::optional(*member)
                                                              : std::nullopt;
}

http::Response show_put_right(Context& context) {
    const auto found = asked(context);
    const auto member = found ? asked_member(context, *found) : std::nullopt;
    if (!member) return reply_not_found(context);
    const PutRight stands{.seat = found->seat.id,
                          .member = member->id,
                          .from = spoken_long(member->from),
                          .to = member->to ? spoken_long(*member->to) : "",
                          .note = member->note};
    return reply_form(context, *found, member->known_as, [&](const FormPage& page) {
        return put_right_form(page, member->known_as, stands);
    });
}

http::Response post_put_right(Context& context) {
    const auto found = asked(context);
    const auto member = found ? asked_member(context, *found) : std::nullopt;
    if (!member) return reply_not_found(context);
    const PutRight command{.seat = found->seat.id,
                           .member = member->id,
                           .version = version_read(context.form),
                           .from = text(context, "from"),
                           .to = text(context, "to"),
                           .note = text(context, "note"),
                           .never_was = text(context, "never_was") == "yes"};
    return save_form(
        context, member->known_as,
        [&](const FormPage& page) { return put_right_form(page, member->known_as, command); },
        [&] { return put_right(context.db, context.scope, command); });
}

std::optional<Member> asked_deputy(const Context& context, const Asked& found) {
    auto member = asked_member(context, found);
    return member && member->part == Part::deputy ? member : std::nullopt;
}

http::Response show_promote(Context& context) {
    const auto found = asked(context);
    const auto deputy = found ? asked_deputy(context, *found) : std::nullopt;
    if (!deputy) return reply_not_found(context);
    const Promote empty{
        .seat = found->seat.id, .deputy = deputy->id, .from = spoken_long(context.scope.today)};
    return reply_form(context, *found, deputy->known_as, [&](const FormPage& page) {
        return promote_form(page, deputy->known_as, empty);
    });
}

http::Response post_promote(Context& context) {
    const auto found = asked(context);
    const auto deputy = found ? asked_deputy(context, *found) : std::nullopt;
    if (!deputy) return reply_not_found(context);
    const Promote command{.seat = found->seat.id,
                          .deputy = deputy->id,
                          .version = version_read(context.form),
                          .from = text(context, "from"),
                          .note = text(context, "note")};
    return save_form(
        context, deputy->known_as,
        [&](const FormPage& page) { return promote_form(page, deputy->known_as, command); },
        [&] { return promote(context.db, context.scope, command); });
}

http::Response show_end(Context& context) {
    return show_form(context, "End the seat",
                     [&](const FormPage& page) { return end_form(page, {.seat = page.seat.id}); });
}
http::Response post_end(Context& context) {
    const EndSeat command{.seat = context.id<OwnerId>().value_or(OwnerId{}),
                          .version = version_read(context.form),
                          .to = text(context, "to")};
    return save_form(
        context, "End the seat", [&](const FormPage& page) { return end_form(page, command); },
        [&] {
            const auto duties = duties_of(context, {.owner = command.seat, .person = {}});
            return end(context.db, context.scope, command, duties);
        });
}

using enum Permission;
using enum Method;

constexpr auto from_history = Past::from_history;
constexpr Route own[] = {
    {Get, "/seats", read_agencies, show_list, Budget{12}, from_history},
    {Get, "/seats/add", edit_agencies, Forms::show_add, Budget{10}},
    {Post, "/seats/add", edit_agencies, Forms::post_add, Budget{100}},
    {Get, "/seats/{id}", read_agencies, show_seat, Budget{12}, from_history},
    {Get, "/seats/{id}/change", edit_agencies, Forms::show_change, Budget{10}},
    {Post, "/seats/{id}/change", edit_agencies, Forms::post_change, Budget{120}},
    {Get, "/seats/{id}/hand-on", edit_agencies, show_hand_on, Budget{12}},
    {Post, "/seats/{id}/hand-on", edit_agencies, post_hand_on, Budget{80}},
    {Get, "/seats/{id}/deputies", edit_agencies, show_deputy, Budget{12}},
    {Post, "/seats/{id}/deputies", edit_agencies, post_deputy, Budget{80}},
    {Get, "/seats/{id}/people/{member}", edit_agencies, show_put_right, Budget{12}},
    {Post, "/seats/{id}/people/{member}", edit_agencies, post_put_right, Budget{80}},
    {Get, "/seats/{id}/people/{member}/promote", edit_agencies, show_promote, Budget{12}},
    {Post, "/seats/{id}/people/{member}/promote", edit_agencies, post_promote, Budget{80}},
    {Get, "/seats/{id}/end", edit_agencies, show_end, Budget{12}},
    {Post, "/seats/{id}/end", edit_agencies, post_end, Budget{100}},
};
constexpr auto routes =
    registers::joined(registers::routes_of<"/seats", seat_register>(
                          read_agencies, edit_agencies, {.look = {30000}, .save = {200000}}),
                      own);

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<seat_register>()};
    return {.name = "seats", .routes = routes, .lists = lists};
}

} // namespace openmasa::seats
