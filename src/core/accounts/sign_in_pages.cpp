#include "core/access/secret.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/sessions.hpp"
#include "core/accounts/two_step.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/accounts/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

http::Response show_sign_in(Context& context, SignInPage page) {
    page.words = context.words;
    page.form_token = form_token::hidden(context);
    page.has_outside_door = context.outside_door != nullptr;
    const bool has_problems = !page.problems.empty();
    return reply(context, {.title = "Sign in",
                           .crumbs = {},
                           .notice = {},
                           .main = sign_in_view(page),
                           .has_problems = has_problems});
}

http::Response show_code(Context& context, std::vector<Problem> problems) {
    const CodePage page{.form_token = form_token::hidden(context),
                        .words = context.words,
                        .problems = std::move(problems)};
    return reply(context, {.title = "Enter the code",
                           .crumbs = {},
                           .notice = {},
                           .main = code_view(page),
                           .has_problems = !page.problems.empty()});
}

std::vector<Problem> what_is_missing(std::string_view email, std::string_view password) {
    std::vector<Problem> problems;
    if (email.empty()) problems.push_back({"email", "Enter your e-mail address."});
    if (password.empty()) problems.push_back({"password", "Enter your password."});
    return problems;
}

std::string visit_of(const Context& context) {
    return hmac(context.secret, "half sign-in");
}

/// The account that waits for its code, unless its password was changed meanwhile.
std::optional<Account> waiting_account(Context& context, const HalfSignIn& half) {
    auto account = find_account(context.db, half.account);
    const bool same = account && sha256(account->password_hash) == half.password_digest;
    return same ? std::move(account) : std::nullopt;
}

} // namespace

http::Response ask_for_code(Context& context, const Account& account, std::string_view to) {
    const auto kept = context.db.atomically([&]() -> Result<Done> {
        keep_half(context.db, visit_of(context),
                  {.account = account.id,
                   .password_digest = sha256(account.password_hash),
                   .destination = std::string(to)},
                  context.scope.now + half_sign_in_lifetime);
        return Done{};
    });
    return see_other(kept ? "/sign-in/code" : "/sign-in");
}

http::Response show_sign_in_form(Context& context) {
    if (context.scope.signed_in()) return see_other(safe_destination(context.form.text("to")));
    return show_sign_in(context, {.form_token = {},
                                  .email = {},
                                  .to = std::string(context.form.text("to")),
                                  .problems = {}});
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
    const auto destination = safe_destination(to);
    if (has_two_step(context.db, account->id)) return ask_for_code(context, *account, destination);
    return enter(context, *account, destination);
}

http::Response show_code_form(Context& context) {
    const bool waits = find_half(context.db, visit_of(context), context.scope.now).has_value();
    return waits ? show_code(context, {}) : see_other("/sign-in");
}

http::Response sign_in_with_code(Context& context) {
    const auto half = find_half(context.db, visit_of(context), context.scope.now);
    const auto account = half ? waiting_account(context, *half) : std::nullopt;
    if (!account) return see_other("/sign-in");
    const auto checked =
        check_code(context.db, context.scope, account->id, context.form.text("code"));
    if (!checked) return show_code(context, checked.refusal().problems);
    (void)context.db.atomically([&]() -> Result<Done> {
        forget_half(context.db, visit_of(context));
        return Done{};
    });
    return enter(context, *account, half->destination);
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

http::Response enter(Context& context, const Account& account, std::string to,
                     const std::function<void(std::string_view session_secret)>& also) {
    context.scope.person = account.person;
    const auto secret = context.db.atomically([&]() -> Result<std::string> {
        if (!is_unchanged(context.db, account)) return not_found();
        auto session = sessions::start(context, account.id);
        if (also) also(session);
        return session;
    });
    if (!secret) return see_other("/sign-in");
    auto response = see_other(std::move(to));
    sessions::set_cookie(context, response, *secret);
    return response;
}

} // namespace openmasa::accounts
