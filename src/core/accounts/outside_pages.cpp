#include "core/access/secret.hpp"
#include "core/accounts/outside_views.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

constexpr auto own_page = "/account/identities";

http::Response reply_unknown(const Context& context, const OutsideIdentity& identity) {
    return reply_plain(context, 403, "This opens no account yet",
                       outside_unknown_view(identity, context.words));
}

std::string page_of(const PersonRow& person) {
    return "/people/" + person.account.str();
}

std::optional<PersonRow> asked_person(Context& context) {
    const auto id = context.id<AccountId>();
    return id ? find_kept(context.db, context.scope, *id) : std::nullopt;
}

http::Response reply_join(const Context& context, const JoinPage& page) {
    return reply(context,
                 {.title = "Join an account elsewhere",
                  .crumbs = {{"People", "/people"}, {page.person.known_as, page_of(page.person)}},
                  .main = join_view(page),
                  .has_problems = !page.problems.empty()});
}

/// Back to `to`; whoever ends their own stays signed in here.
http::Response end_one(Context& context, const AccountId& account, const std::string& to) {
    const auto id = context.id<OutsideIdentityId>("identity");
    if (!id) return reply_not_found(context);
    const bool own = context.scope.account == account && context.session;
    const auto but = own ? std::optional(context.session->id) : std::nullopt;
    const auto ended = submit(context, [&]() -> Result<std::string> {
        TRY(end_identity(context.db, context.scope, account, *id, but));
        return to;
    });
    return ended ? see_other(*ended) : reply_not_found(context);
}

} // namespace

// A look writes nothing, and no other site can sign somebody in: it takes the button.
http::Response show_outside(Context& context) {
    const auto who = outside_identity_of(context.request, context.outside_door);
    if (!who) return reply_not_found(context);
    const auto to = safe_destination(context.form.text("to"));
    if (context.scope.signed_in()) return see_other(to);
    const auto opened = account_of(context.db, *who);
    if (!opened) return reply_unknown(context, *who);
    const OutsidePage page{.form_token = form_token::hidden(context),
                           .identity = *who,
                           .known_as = opened->account.known_as,
                           .to = to};
    return reply(context, {.title = "Sign in", .main = outside_view(page)});
}

http::Response sign_in_from_outside(Context& context) {
    const auto who = outside_identity_of(context.request, context.outside_door);
    if (!who) return reply_not_found(context);
    const auto opened = account_of(context.db, *who);
    if (!opened) return reply_unknown(context, *who);
    const auto to = safe_destination(context.form.text("to"));
    const bool second_step_done = context.outside_door->did_second_step(*who);
    if (!second_step_done && has_two_step(context.db, opened->account.id))
        return ask_for_code(context, opened->account, to);
    return enter(context, opened->account, to, [&](std::string_view secret) {
        note_identity_use(context.db, context.scope, opened->id);
        if (second_step_done) mark_second_step_outside(context.db, sha256(secret));
    });
}

http::Response show_own_identities(Context& context) {
    const IdentitiesSection section{.form_token = form_token::hidden(context),
                                    .identities = identities_of(context.db, *context.scope.account),
                                    .address = own_page,
                                    .may_end = true};
    return reply(context, {.title = "Accounts elsewhere that sign you in",
                           .crumbs = {{"Your account", "/account"}},
                           .main = own_identities_view(section, context.words)});
}

http::Response end_own_identity(Context& context) {
    return end_one(context, *context.scope.account, own_page);
}

http::Response show_join_identity(Context& context) {
    auto person = asked_person(context);
    if (!person) return reply_not_found(context);
    return reply_join(context, {.form_token = form_token::hidden(context),
                                .person = std::move(*person),
                                .typed = {},
                                .problems = {}});
}

http::Response post_join_identity(Context& context) {
    auto person = asked_person(context);
    if (!person) return reply_not_found(context);
    const JoinIdentity command{.account = person->account,
                               .identity = {std::string(context.form.text("issuer")),
                                            std::string(context.form.text("subject"))}};
    const auto joined = submit(context, [&]() -> Result<std::string> {
        TRY(join_identity(context.db, context.scope, command));
        return page_of(*person);
    });
    if (joined) return see_other(*joined);
    return reply_join(context, {.form_token = form_token::hidden(context),
                                .person = std::move(*person),
                                .typed = command.identity,
                                .problems = joined.refusal().problems});
}

http::Response end_their_identity(Context& context) {
    const auto person = asked_person(context);
    if (!person) return reply_not_found(context);
    return end_one(context, person->account, page_of(*person));
}

} // namespace openmasa::accounts
