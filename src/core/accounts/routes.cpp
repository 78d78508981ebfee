#include "core/access/store.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/module.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/sessions.hpp"
#include "core/accounts/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

http::Response show_sign_in(Context& context, SignInPage page) {
    page.form_token = form_token::hidden(context);
    const bool has_problems = !page.problems.empty();
    return reply(context, {.title = "Sign in",
                           .crumbs = {},
                           .notice = {},
                           .main = sign_in_view(page),
                           .has_problems = has_problems});
}

http::Response sign_in_form(Context& context) {
    if (context.scope.signed_in()) return see_other(safe_destination(context.form.text("to")));
    return show_sign_in(context, {.form_token = {},
                                  .email = {},
                                  .to = std::string(context.form.text("to")),
                                  .problems = {}});
}

std::vector<Problem> what_is_missing(std::string_view email, std::string_view password) {
    std::vector<Problem> problems;
    if (email.empty()) problems.push_back({"email", "Enter your e-mail address."});
    if (password.empty()) problems.push_back({"password", "Enter your password."});
    return problems;
}

/// Starts the session and leads to `to`; the cookie goes with the answer. An account that was
/// changed meanwhile opens nothing: the page to sign in is shown again.
http::Response enter(Context& context, const Account& account, std::string to) {
    context.scope.person = account.person;
    const auto secret = context.db.atomically([&]() -> Result<std::string> {
        if (!is_unchanged(context.db, account)) return not_found();
        return sessions::start(context, account.id);
    });
    if (!secret) return see_other("/sign-in");
    auto response = see_other(std::move(to));
    sessions::set_cookie(context, response, *secret);
    return response;
}

http::Response sign_in(Context& context) {
    const std::string email(context.form.text("email")), to(context.form.text("to"));
    const auto password = context.form.raw("password");
    if (auto missing = what_is_missing(email, password); !missing.empty())
        return show_sign_in(
            context, {.form_token = {}, .email = email, .to = to, .problems = std::move(missing)});
    const auto account = check_password(context.db, context.scope, email, password);
    if (!account)
        return show_sign_in(
            context,
            {.form_token = {}, .email = email, .to = to, .problems = account.refusal().problems});
    return enter(context, *account, safe_destination(to));
}

http::Response sign_out(Context& context) {
    (void)context.db.atomically([&]() -> Result<Done> {
        sessions::end(context);
        return Done{};
    });
    auto response = see_other("/sign-in");
    sessions::clear_cookie(context, response);
    return response;
}

http::Response show_used_link(const Context& context) {
    return reply_plain(
        context, 404, "This link has been used, or is too old",
        html(
            R"(<p class="om-lede">A link works once, for seven days. Ask the business unit for a new one.</p>
<p class="govuk-body">If you have chosen a password already, <a class="govuk-link" href="/sign-in">sign in</a>.</p>)"));
}

http::Response show_welcome(Context& context, std::vector<Problem> problems) {
    const auto id =
        find_invitation(context.db, sha256(context.captured("secret")), context.scope.now);
    const auto account = id ? find_account(context.db, *id) : std::nullopt;
    if (!account) return show_used_link(context);
    const bool has_problems = !problems.empty();
    const WelcomePage page{.form_token = form_token::hidden(context),
                           .known_as = account->known_as,
                           .email = account->email,
                           .problems = std::move(problems)};
    return reply(context, {.title = "Choose a password",
                           .crumbs = {},
                           .notice = {},
                           .main = welcome_view(page),
                           .has_problems = has_problems});
}

http::Response welcome_form(Context& context) {
    return show_welcome(context, {});
}

http::Response welcome(Context& context) {
    const auto chosen = choose_password(context.db, context.scope,
                                        {.secret = context.captured("secret"),
                                         .password = context.form.raw("password"),
                                         .again = context.form.raw("again")});
    if (!chosen) return show_welcome(context, chosen.refusal().problems);
    return enter(context, *chosen, "/");
}

std::vector<std::string> what_they_may(const Scope& scope) {
    std::vector<std::string> may;
    if (scope.may(Permission::read_plan))
        may.emplace_back("read the plan, its actions and their evidence");
    if (scope.may(Permission::edit_plan))
        may.emplace_back("record progress and add evidence to any action");
    else if (scope.may(Permission::update_action))
        may.emplace_back("record progress and add evidence to the actions you act for");
    if (scope.may(Permission::edit_plan))
        may.emplace_back("change an action's words, owner and target date");
    if (scope.may(Permission::import_plan)) may.emplace_back("import a plan from Word");
    return may;
}

http::Response account(Context& context) {
    const auto own = find_account(context.db, *context.scope.account);
    const AccountPage page{.known_as = context.scope.known_as,
                           .email = own->email,
                           .may = what_they_may(context.scope),
                           .acts_for = access::owners_of(context.db, *context.scope.person)};
    return reply(context,
                 {.title = "Your account", .crumbs = {}, .notice = {}, .main = account_view(page)});
}

constexpr Route routes[] = {
    {Method::Get, "/sign-in", Permission::anyone, sign_in_form, Budget{2}},
    {Method::Post, "/sign-in", Permission::anyone, sign_in, Budget{14}},
    {Method::Post, "/sign-out", Permission::own_account, sign_out, Budget{6}},
    {Method::Get, "/welcome/{secret}", Permission::anyone, welcome_form, Budget{4}},
    {Method::Post, "/welcome/{secret}", Permission::anyone, welcome, Budget{18}},
    {Method::Get, "/account", Permission::own_account, account, Budget{4}},
};

} // namespace

Module module() {
    return {.name = "accounts", .routes = routes};
}

} // namespace openmasa::accounts
