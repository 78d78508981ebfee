#include "core/audit/audit.hpp"
#include "core/audit/downloads.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "plan/documents/calendar_views.hpp"
#include "plan/documents/pages.hpp"
#include "plan/documents/site.hpp"
#include "plan/documents/store.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include <charconv>
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

using accounts::RecordLink;

constexpr std::string_view purpose = "plan.calendar";

std::optional<plan::Plan> asked_plan(Context& context) {
    const auto id = context.id<plan::PlanId>();
    auto plan = id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
    if (plan && plan->withdrawn) return std::nullopt;
    return plan;
}

http::Response reply_calendar(Context& context, const Scope& scope, const plan::Plan& plan) {
    auto milestones = read_milestones(context.db, scope, context.settings, plan);
    milestones.site = site_of(context);
    return reply_download(documents::write_calendar(calendar_of(milestones)),
                          documents::calendar_media_type, file_name_of(plan, "ics"));
}

http::Response show(Context& context, CalendarPage page) {
    page.words = context.words;
    page.now = context.scope.now;
    page.may_give = context.scope.may(Permission::edit_plan);
    page.form_token = form_token::hidden(context);
    if (page.may_give) page.links = accounts::links_of(context.db, purpose, page.plan.id.view());
    return reply(context, {.title = fmt::format("Dates for a calendar, {}", page.plan.title),
                           .crumbs = {plan::crumb(context.words, page.plan.id)},
                           .notice = {},
                           .main = calendar_view(page),
                           .has_problems = !page.problems.empty()});
}

accounts::GiveLink read_feed(const Context& context, const plan::Plan& plan) {
    accounts::GiveLink command{.purpose = purpose,
                               .record = plan.id.view(),
                               .holder_name = std::string(context.form.text("holder")),
                               .days = 0,
                               .longest_days = accounts::longest_days_to_read};
    const auto days = context.form.text("days");
    std::from_chars(days.data(), days.data() + days.size(), command.days);
    return command;
}

/// Nobody answers by a feed: what is wrong is said in its own words.
std::vector<Problem> said_of_a_feed(std::vector<Problem> problems, const terms::Words& words) {
    for (auto& problem : problems) {
        if (problem.field == "days") problem.words = "Choose how long the address works.";
        if (problem.field == "holder" && problem.words.starts_with("Say who"))
            problem.words =
                words.say("Say who will follow the dates: the office and the [agency].");
    }
    return problems;
}

} // namespace

http::Response download_milestones(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    auto file = reply_calendar(context, context.scope, *plan);
    audit::record_taken(context.db, context.scope, "plan.calendar_taken", "plan", plan->id.view());
    return file;
}

http::Response show_calendar(Context& context) {
    auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    return show(context, {.plan = std::move(*plan)});
}

http::Response give_feed(Context& context) {
    auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    const auto command = read_feed(context, *plan);
    std::string secret;
    const auto given = submit(context, [&]() -> Result<std::string> {
        secret = TRY(accounts::give_link(context.db, context.scope, command));
        return fmt::format("/plans/{}/calendar", plan->id.view());
    });
    if (!given)
        return show(context, {.plan = std::move(*plan),
                              .holder = command.holder_name,
                              .days = std::string(context.form.text("days")),
                              .problems = said_of_a_feed(given.refusal().problems, context.words)});
    if (secret.empty()) return see_other(*given); // sent twice: the first answer showed it
    const auto path = fmt::format("/calendar/{}/milestones.ics", secret);
    const FeedGiven page{.plan = std::move(*plan),
                         .holder = command.holder_name,
                         .address = full_address(context, path),
                         .until = context.scope.now + std::chrono::hours{24} * command.days};
    return reply(context, {.title = "Send this address",
                           .crumbs = {plan::crumb(context.words, page.plan.id)},
                           .notice = {},
                           .main = feed_given_view(page)});
}

http::Response revoke_feed(Context& context) {
    const auto id = context.id<accounts::RecordLinkId>();
    if (!id) return reply_not_found(context);
    const auto revoked = submit(context, [&]() -> Result<std::string> {
        const auto link = TRY(accounts::revoke_link(context.db, context.scope, purpose, *id));
        return fmt::format("/plans/{}/calendar", link.record);
    });
    return revoked ? see_other(*revoked) : reply_not_found(context);
}

/// For a calendar program: what the link's holder may read of this one plan, and that is nothing
/// restricted. That it was fetched is in the log, with the link that let it.
http::Response show_feed(Context& context) {
    const auto link =
        accounts::find_link(context.db, purpose, context.captured("secret"), context.scope.now);
    const auto id = link ? plan::PlanId::parse(link->record) : std::nullopt;
    if (!id) return reply_not_found(context);
    auto scope = accounts::scope_of_link(context.scope, *link, {{Role::delegated_partner, {}}});
    scope.right = "link " + link->id.str();
    const auto plan = plan::find_plan(context.db, scope, *id);
    if (!plan || plan->withdrawn) return reply_not_found(context);
    auto file = reply_calendar(context, scope, *plan);
    const auto noted = context.db.atomically([&]() -> Result<Done> {
        accounts::note_link_used(context.db, scope, *link);
        audit::record(context.db, scope,
                      {.verb = "plan.calendar_fetched",
                       .kind = "plan",
                       .id = plan->id.view(),
                       .content = {}});
        return Done{};
    });
    return noted ? std::move(file) : reply_not_found(context);
}

} // namespace openmasa::plan_documents
