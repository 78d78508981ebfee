#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/people_views.hpp"
#include "core/accounts/two_step.hpp"
#include "core/audit/audit.hpp"
#include "core/routing/address.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

std::string page_of(const AccountId& account) {
    return "/people/" + account.str();
}

/// The person of this address whose account this reader may change.
std::optional<PersonRow> find_to_keep(Context& context) {
    const auto id = context.id<AccountId>();
    auto person = id ? find_person(context.db, *id) : std::nullopt;
    if (!person) return std::nullopt;
    const auto held = access::holdings_of(context.db, person->person, context.scope.today);
    return may_keep(context.scope, held) ? person : std::nullopt;
}

std::vector<Role> roles_to_give(const Scope& scope) {
    std::vector<Role> roles;
    for (auto role : all_roles)
        if (may_give(scope, role)) roles.push_back(role);
    return roles;
}

http::Response show_role_form(Context& context, RolePage page) {
    page.form_token = form_token::hidden(context);
    page.words = context.words;
    page.roles = roles_to_give(context.scope);
    for (auto& owner : access::list_owners(context.db))
        page.owners.push_back(std::move(owner.name));
    return reply(context, {.title = "Add a person",
                           .crumbs = {{"People", "/people"}},
                           .notice = {},
                           .main = role_view(page),
                           .has_problems = !page.problems.empty()});
}

RolePage read_role_form(const Context& context) {
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    return {.form_token = {},
            .words = context.words,
            .known_as = text("name"),
            .email = text("email"),
            .role = text("role"),
            .owner = text("owner"),
            .new_owner = text("new_owner")};
}

/// What was chosen; nothing when it is no role, or one that this reader may not give.
std::optional<AddUser> command_of(const Scope& scope, const RolePage& page) {
    AddUser command{.known_as = page.known_as,
                    .email = page.email,
                    .without_role = page.role == "none",
                    .new_owners = !page.new_owner.empty()};
    if (!command.without_role &&
        (!from_text(page.role, command.role) || !may_give(scope, command.role)))
        return std::nullopt;
    const auto& owner = page.new_owner.empty() ? page.owner : page.new_owner;
    if (!owner.empty() && is_held_within(command.role)) command.owners = {owner};
    return command;
}

Refusal no_role() {
    return invalid("role", "Choose a role.");
}

std::vector<ShownRole> roles_of(Context& context, const PersonRow& person) {
    std::vector<ShownRole> roles;
    for (auto& held : roles_from(context.db, person.person, context.scope.today))
        roles.push_back(shown(context, std::move(held)));
    return roles;
}

http::Response show_invited(const Context& context, const std::string& known_as,
                            const Invited& invited) {
    const InvitedPage page{.known_as = known_as,
                           .address = full_address(context, "/welcome/" + invited.secret),
                           .account = invited.account.str()};
    return reply(context, {.title = "Send this link",
                           .crumbs = {{"People", "/people"}},
                           .notice = {},
                           .main = invited_view(page)});
}

} // namespace

http::Response show_person(Context& context) {
    const auto id = context.id<AccountId>();
    const auto person = id ? find_person(context.db, *id) : std::nullopt;
    if (!person) return reply_not_found(context);
    const auto today = context.scope.today;
    const PersonPage page{
        .form_token = form_token::hidden(context),
        .words = context.words,
        .person = *person,
        .roles = roles_of(context, *person),
        .sessions = sessions_of(context.db, person->account, context.scope.now),
        .identities = identities_of(context.db, person->account),
        .may_keep = may_keep(context.scope, access::holdings_of(context.db, person->person, today)),
        .is_own = context.scope.account == person->account,
        .leaving = context.scope.may(Permission::edit_agencies)
                       ? "/directory/people/" + person->person.str() + "/leaves"
                       : "/people/" + person->account.str() + "/leave"};
    return reply(context, {.title = person->known_as,
                           .crumbs = {{"People", "/people"}},
                           .notice = {},
                           .main = person_view(page)});
}

http::Response show_new_person(Context& context) {
    return show_role_form(context, {});
}

http::Response add_person_here(Context& context) {
    auto page = read_role_form(context);
    std::optional<Invited> invited;
    const auto added = submit(context, [&]() -> Result<std::string> {
        const auto command = command_of(context.scope, page);
        if (!command) return no_role();
        const auto before = find_account(context.db, command->email);
        if (before && before->ended &&
            !may_keep(context.scope,
                      access::holdings_of(context.db, before->person, context.scope.today)))
            return no_role();
        invited = TRY(add_user_within(context.db, context.scope, *command));
        return page_of(invited->account);
    });
    if (!added) {
        page.problems = added.refusal().problems;
        return show_role_form(context, std::move(page));
    }
    return invited ? show_invited(context, page.known_as, *invited) : see_other(*added);
}

http::Response invite_here(Context& context) {
    const auto person = find_to_keep(context);
    if (!person || person->ended) return reply_not_found(context);
    std::optional<Invited> invited;
    const auto made = submit(context, [&]() -> Result<std::string> {
        invited = TRY(invite_again_within(context.db, context.scope, person->email));
        return page_of(person->account);
    });
    if (!made) return reply_not_found(context);
    return invited ? show_invited(context, person->known_as, *invited) : see_other(*made);
}

http::Response end_sessions_here(Context& context) {
    const auto person = find_to_keep(context);
    if (!person) return reply_not_found(context);
    const auto ended = submit(context, [&]() -> Result<std::string> {
        end_sessions_of(context.db, person->account, context.scope.now);
        audit::record(context.db, context.scope,
                      {.verb = "account.sessions_ended",
                       .kind = "account",
                       .id = person->account.view(),
                       .content = {}});
        return page_of(person->account);
    });
    return ended ? see_other(*ended) : reply_not_found(context);
}

http::Response end_their_two_step(Context& context) {
    const auto person = find_to_keep(context);
    if (!person) return reply_not_found(context);
    const auto ended = submit(context, [&]() -> Result<std::string> {
        TRY(end_two_step(context.db, context.scope, person->account));
        return page_of(person->account);
    });
    return ended ? see_other(*ended) : reply_not_found(context);
}

} // namespace openmasa::accounts
