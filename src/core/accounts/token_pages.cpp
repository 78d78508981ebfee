#include "core/accounts/pages.hpp"
#include "core/accounts/step_up.hpp"
#include "core/accounts/token_views.hpp"
#include "core/routing/address.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include <charconv>

namespace openmasa::accounts {
namespace {

constexpr auto here = "/account/tokens";

http::Response show(Context& context, MakeToken typed, std::vector<Problem> problems) {
    const TokensPage page{.form_token = form_token::hidden(context),
                          .tokens = tokens_of(context.db, *context.scope.account),
                          .to_lend = permissions_to_lend(context.scope),
                          .words = context.words,
                          .typed = std::move(typed),
                          .problems = std::move(problems),
                          .now = context.scope.now};
    return reply(context, {.title = "Tokens for other programs",
                           .crumbs = {{"Your account", "/account"}},
                           .notice = {},
                           .main = tokens_view(page),
                           .has_problems = !page.problems.empty()});
}

MakeToken read(const Context& context) {
    MakeToken command{.name = std::string(context.form.text("name")), .permissions = {}, .days = 0};
    for (auto name : context.form.all("permissions"))
        for (auto permission : all_permissions)
            if (to_text(permission) == name) command.permissions.push_back(permission);
    const auto days = context.form.text("days");
    std::from_chars(days.data(), days.data() + days.size(), command.days);
    return command;
}

} // namespace

http::Response show_tokens(Context& context) {
    if (auto ask = ask_for_proof(context)) return std::move(*ask);
    return show(context, {}, {});
}

http::Response make_token_here(Context& context) {
    if (!is_proved(context)) return see_other("/account/prove?to=/account/tokens");
    auto command = read(context);
    std::string secret;
    const auto made = submit(context, [&]() -> Result<std::string> {
        secret = TRY(make_token(context.db, context.scope, command));
        return std::string(here);
    });
    if (!made) return show(context, std::move(command), made.refusal().problems);
    if (secret.empty()) return see_other(here); // sent twice: the first answer showed it
    const auto example = full_address(context, "/plans/ID/actions.csv");
    return reply(context, {.title = "Copy this token",
                           .crumbs = {{"Your account", "/account"}, {"Tokens", here}},
                           .notice = {},
                           .main = token_made_view(command.name, secret, example)});
}

http::Response revoke_token_here(Context& context) {
    const auto id = context.id<ApiTokenId>();
    if (!id) return reply_not_found(context);
    const auto revoked = submit(context, [&]() -> Result<std::string> {
        TRY(revoke_token(context.db, context.scope, *id));
        return std::string(here);
    });
    return revoked ? see_other(*revoked) : reply_not_found(context);
}

} // namespace openmasa::accounts
