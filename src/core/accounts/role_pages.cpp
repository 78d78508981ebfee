#include "core/access/store.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/role_views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

std::string page_of(const PersonRow& person) {
    return "/people/" + person.account.str();
}

std::vector<pages::Crumb> crumbs_to(const PersonRow& person) {
    return {{"People", "/people"}, {person.known_as, page_of(person)}};
}

std::optional<PersonRow> asked_person(Context& context) {
    const auto id = context.id<AccountId>();
    return id ? find_kept(context.db, context.scope, *id) : std::nullopt;
}

http::Response show_give(Context& context, GivePage page) {
    page.form_token = form_token::hidden(context);
    page.words = context.words;
    page.owners = access::list_owners(context.db);
    for (auto role : all_roles)
        if (may_give(context.scope, role)) page.roles.push_back(role);
    return reply(context, {.title = "Give a role",
                           .crumbs = crumbs_to(page.person),
                           .main = give_view(page),
                           .has_problems = !page.problems.empty()});
}

TypedRole typed_in(const Context& context) {
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    return {.role = text("role"),
            .where = text("where"),
            .owner = text("owner"),
            .new_owner = text("new_owner"),
            .seat_in = text("seat_in"),
            .record = text("record"),
            .from = text("from"),
            .to = text("to")};
}

std::optional<EndPage> read_end(Context& context) {
    auto person = asked_person(context);
    auto held = person ? find_held(context.db, person->person, context.captured("holding"),
                                   context.scope.today)
                       : std::nullopt;
    if (!held) return std::nullopt;
    return EndPage{.form_token = form_token::hidden(context),
                   .person = std::move(*person),
                   .role = shown(context, std::move(*held)),
                   .last = {},
                   .problems = {}};
}

http::Response reply_end(const Context& context, const EndPage& page) {
    return reply(context, {.title = "End this role",
                           .crumbs = crumbs_to(page.person),
                           .main = end_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

ShownRole shown(Context& context, HeldRole held) {
    auto place = held.owner_name;
    if (held.record_kind && held.record_id)
        place = restriction::name_of(context.db, *context.kinds,
                                     {*held.record_kind, *held.record_id}, context.words);
    auto called = spoken(held.role, context.words);
    return {std::move(held), std::move(called), std::move(place)};
}

http::Response show_give_role(Context& context) {
    auto person = asked_person(context);
    if (!person) return reply_not_found(context);
    GivePage page{.form_token = {}, .person = std::move(*person)};
    page.typed.from = spoken(context.scope.today);
    return show_give(context, std::move(page));
}

http::Response post_give_role(Context& context) {
    auto person = asked_person(context);
    if (!person) return reply_not_found(context);
    const GiveRole command{.account = person->account, .typed = typed_in(context)};
    const auto given = submit(context, [&]() -> Result<std::string> {
        TRY(give_role(context.db, context.scope, *context.kinds, command));
        return page_of(*person);
    });
    if (given) return see_other(*given);
    if (given.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return show_give(context, {.form_token = {},
                               .words = {},
                               .person = std::move(*person),
                               .typed = command.typed,
                               .roles = {},
                               .owners = {},
                               .problems = given.refusal().problems});
}

http::Response show_end_role(Context& context) {
    const auto page = read_end(context);
    return page ? reply_end(context, *page) : reply_not_found(context);
}

http::Response post_end_role(Context& context) {
    auto page = read_end(context);
    if (!page) return reply_not_found(context);
    const EndRole command{.account = page->person.account,
                          .holding = page->role.held.id,
                          .last = std::string(context.form.text("last"))};
    const auto ended = submit(context, [&]() -> Result<std::string> {
        TRY(end_role(context.db, context.scope, command));
        return page_of(page->person);
    });
    if (ended) return see_other(*ended);
    if (ended.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    page->last = command.last;
    page->problems = ended.refusal().problems;
    return reply_end(context, *page);
}

} // namespace openmasa::accounts
