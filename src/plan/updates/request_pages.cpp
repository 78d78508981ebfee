#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include "plan/updates/asking.hpp"
#include "plan/updates/pages.hpp"
#include "plan/updates/request_views.hpp"
#include "plan/updates/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

constexpr int most_requests = 100;

std::string requests_address(const plan::PlanId& plan) {
    return fmt::format("/plans/{}/updates", plan.view());
}
std::string address_of(const OfRequest& which, std::string_view saved) {
    return fmt::format("/plans/{}/updates/{}?saved={}", which.plan.view(), which.request.view(),
                       saved);
}

std::optional<OfRequest> asked_request(const Context& context) {
    const auto plan = context.id<plan::PlanId>();
    const auto request = context.id<RequestId>("request");
    if (!plan || !request) return std::nullopt;
    return OfRequest{*plan, *request};
}

std::string notice_of(const Context& context) {
    const auto saved = context.form.text("saved");
    if (saved == "asked") return "The request is on its way. Each person gets one mail.";
    if (saved == "reminded") return "Those who have not answered are reminded.";
    if (saved == "closed") return "The request is closed.";
    if (saved == "another") return "Another link is on its way.";
    return saved == "link" ? "The link is taken back." : "";
}

/// A request of which this reader may read no action is none for them.
std::optional<RequestPage> read_page(Context& context) {
    const auto which = asked_request(context);
    auto request = which
                       ? find_to_look_after(context.db, context.scope, which->plan, which->request)
                       : std::nullopt;
    if (!request) return std::nullopt;
    RequestPage page{.form_token = form_token::hidden(context),
                     .request = std::move(*request),
                     .asked = asked_in(context.db, which->request),
                     .acting = acting_for(context.db, which->plan, context.scope.today),
                     .offices = offices_of(context.db, which->request, context.scope.now),
                     .today = context.scope.today,
                     .problems = {}};
    const bool is_own = page.request.asked_by && page.request.asked_by == context.scope.person;
    if (page.asked.empty() && !is_own) return std::nullopt;
    return page;
}

http::Response reply_request(Context& context, const RequestPage& page) {
    return reply(context,
                 {.title = "Request for updates",
                  .crumbs = {plan::crumb(context.words, page.request.plan),
                             {"Requests for updates", requests_address(page.request.plan)}},
                  .notice = notice_of(context),
                  .main = request_view(page),
                  .has_problems = !page.problems.empty()});
}

/// To the request's page when it was done; the page with what is wrong otherwise.
http::Response finish(Context& context, const Result<std::string>& done) {
    if (done) return see_other(*done);
    auto page = read_page(context);
    if (!page || done.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    page->problems = done.refusal().problems;
    return reply_request(context, *page);
}

} // namespace

http::Response show_requests(Context& context) {
    const auto id = context.id<plan::PlanId>();
    const auto plan = id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
    if (!plan || plan->withdrawn) return reply_not_found(context);
    const bool all = context.scope.may(Permission::edit_plan);
    if (!all && askable_actions(context.db, context.scope, *id).empty())
        return reply_not_found(context);
    RequestsPage page{.plan = *plan,
                      .requests = requests_of(context.db, *id, most_requests),
                      .today = context.scope.today};
    std::erase_if(page.requests, [&](const Listed& one) {
        return !all && one.request.asked_by != context.scope.person;
    });
    return reply(context, {.title = "Requests for updates",
                           .crumbs = {plan::crumb(context.words, *id)},
                           .notice = {},
                           .main = requests_view(page)});
}

http::Response show_request(Context& context) {
    const auto page = read_page(context);
    return page ? reply_request(context, *page) : reply_not_found(context);
}

http::Response post_reminder(Context& context) {
    const auto which = asked_request(context);
    if (!which) return reply_not_found(context);
    return finish(context, submit(context, [&]() -> Result<std::string> {
                      TRY(remind_by_hand(context.db, context.scope, *which));
                      return address_of(*which, "reminded");
                  }));
}

http::Response post_close(Context& context) {
    const auto which = asked_request(context);
    if (!which) return reply_not_found(context);
    return finish(context, submit(context, [&]() -> Result<std::string> {
                      TRY(close(context.db, context.scope, *which));
                      return address_of(*which, "closed");
                  }));
}

http::Response post_give_again(Context& context) {
    const auto which = asked_request(context);
    const auto office = context.id<OfficeId>("office");
    if (!which || !office) return reply_not_found(context);
    return finish(context, submit(context, [&]() -> Result<std::string> {
                      TRY(give_link_again(context.db, context.scope, *which, *office));
                      return address_of(*which, "another");
                  }));
}

http::Response post_take_back(Context& context) {
    const auto which = asked_request(context);
    const auto office = context.id<OfficeId>("office");
    if (!which || !office) return reply_not_found(context);
    return finish(context, submit(context, [&]() -> Result<std::string> {
                      TRY(take_link_back(context.db, context.scope, *which, *office));
                      return address_of(*which, "link");
                  }));
}

} // namespace openmasa::updates
