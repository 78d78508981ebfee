#include "core/accounts/one_time_code.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/step_up.hpp"
#include "core/accounts/two_step.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/accounts/two_step_views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

constexpr auto here = "/account/two-step";

TwoStepPage page_of(Context& context, std::vector<Problem> problems) {
    const auto account = *context.scope.account;
    const auto two_step = find_two_step(context.db, account);
    TwoStepPage page{.form_token = form_token::hidden(context), .problems = std::move(problems)};
    page.is_needed = context.session && context.session->needs_second_step;
    if (!two_step) return page;
    page.is_on = two_step->confirmed;
    if (page.is_on) {
        page.codes_left = recovery_codes_left(context.db, account);
        return page;
    }
    const auto own = find_account(context.db, account);
    page.key = two_step->key;
    page.address = totp_address(context.settings.partnership, own->email, two_step->key);
    return page;
}

http::Response show(Context& context, std::vector<Problem> problems) {
    const auto page = page_of(context, std::move(problems));
    return reply(context, {.title = "Second step",
                           .crumbs = {{"Your account", "/account"}},
                           .notice = {},
                           .main = two_step_view(page),
                           .has_problems = !page.problems.empty()});
}

/// The only page that ever shows these codes, so it answers the form itself.
http::Response show_codes(Context& context, const std::vector<std::string>& codes) {
    return reply(context, {.title = "Keep these codes",
                           .crumbs = {{"Your account", "/account"}, {"Second step", here}},
                           .notice = {},
                           .main = recovery_codes_view(codes)});
}

} // namespace

http::Response show_two_step(Context& context) {
    return show(context, {});
}

http::Response begin_two_step_here(Context& context) {
    if (!is_proved(context)) return see_other("/account/prove?to=/account/two-step");
    (void)submit(context, [&]() -> Result<std::string> {
        TRY(begin_two_step(context.db, context.scope, *context.scope.account));
        return std::string(here);
    });
    return see_other(here);
}

http::Response confirm_two_step_here(Context& context) {
    const auto codes = confirm_two_step(context.db, context.scope, *context.scope.account,
                                        context.form.text("code"));
    if (codes) return show_codes(context, *codes);
    if (codes.refusal().kind == Refusal::Kind::not_found) return see_other(here);
    return show(context, codes.refusal().problems);
}

http::Response renew_recovery_codes_here(Context& context) {
    if (!is_proved(context)) return see_other("/account/prove?to=/account/two-step");
    const auto codes = renew_recovery_codes(context.db, context.scope, *context.scope.account);
    return codes ? show_codes(context, *codes) : see_other(here);
}

http::Response end_two_step_here(Context& context) {
    if (!is_proved(context)) return see_other("/account/prove?to=/account/two-step");
    (void)submit(context, [&]() -> Result<std::string> {
        TRY(end_two_step(context.db, context.scope, *context.scope.account));
        return std::string(here);
    });
    return see_other(here);
}

} // namespace openmasa::accounts
