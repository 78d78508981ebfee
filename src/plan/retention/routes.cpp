#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/retention/actions.hpp"
#include "plan/retention/module.hpp"
#include "plan/retention/rules.hpp"
#include "plan/retention/store.hpp"
#include "plan/retention/views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::retention {
namespace {

const pages::Crumb home_crumb{"Keeping and destroying", "/retention"};

http::Response show(Context& context) {
    auto& db = context.db;
    RetentionPage page{.destructions = destructions(db),
                       .holds = holds(db),
                       .rules = rules(db),
                       .today = context.scope.today,
                       .may_change = context.scope.may(Permission::edit_plan)};
    page.due = due(page.rules, records(db), page.holds, page.today);
    return reply(context, {.title = "Keeping and destroying", .main = retention_view(page)});
}

/// What is proposed, by what it is called; nothing where its time has not begun to run.
std::optional<std::string> called(Context& context) {
    const auto kind = context.captured("kind"), id = context.captured("id");
    for (const auto& one : records(context.db))
        if (one.kind == kind && one.id == id) return one.called;
    return std::nullopt;
}

http::Response reply_reason(Context& context, ReasonPage page) {
    page.form_token = form_token::hidden(context);
    page.address = context.request.path;
    page.why = context.form.text("why");
    const bool has_problems = !page.problems.empty();
    const auto title = page.title;
    return reply(context, {.title = title,
                           .crumbs = {home_crumb},
                           .main = reason_view(page),
                           .has_problems = has_problems});
}

/// To the page when it was saved; otherwise the form again with what is wrong.
template<class Show>
http::Response finish(Context& context, const Result<std::string>& saved, Show show_again) {
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return show_again(saved.refusal().problems);
}

http::Response reply_propose(Context& context, std::vector<Problem> problems) {
    const auto name = called(context);
    if (!name) return reply_not_found(context);
    return reply_reason(context, {.title = "Propose to destroy this",
                                  .called = *name,
                                  .sentence = "Somebody else then confirms it, or declines.",
                                  .label = "Why it is no longer needed",
                                  .verb = "Propose it",
                                  .problems = std::move(problems)});
}
http::Response show_propose(Context& context) {
    return reply_propose(context, {});
}
http::Response post_propose(Context& context) {
    const Propose command{.kind = std::string(context.captured("kind")),
                          .record = std::string(context.captured("id")),
                          .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(propose(context.db, context.scope, command));
        return std::string("/retention");
    });
    return finish(context, saved,
                  [&](const auto& problems) { return reply_propose(context, problems); });
}

http::Response reply_hold(Context& context, std::vector<Problem> problems) {
    const auto name = name_of(context.db, context.captured("kind"), context.captured("id"));
    if (!name) return reply_not_found(context);
    return reply_reason(context, {.title = "Put this on legal hold",
                                  .called = *name,
                                  .sentence = "Until it is lifted, it is not destroyed.",
                                  .label = "Why, and at whose request",
                                  .verb = "Put it on hold",
                                  .problems = std::move(problems)});
}
http::Response show_hold(Context& context) {
    return reply_hold(context, {});
}
http::Response post_hold(Context& context) {
    const SetHold command{.kind = std::string(context.captured("kind")),
                          .record = std::string(context.captured("id")),
                          .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(set_hold(context.db, context.scope, command));
        return std::string("/retention");
    });
    return finish(context, saved,
                  [&](const auto& problems) { return reply_hold(context, problems); });
}

http::Response reply_lift(Context& context, std::vector<Problem> problems) {
    const auto id = context.id<HoldId>();
    const auto all = holds(context.db);
    const auto hold = id ? std::ranges::find(all, *id, &Hold::id) : all.end();
    if (hold == all.end() || (hold->lifted_at && problems.empty())) return reply_not_found(context);
    return reply_reason(context, {.title = "Lift this hold",
                                  .called = hold->called,
                                  .sentence = hold->why,
                                  .label = "Why it is no longer needed",
                                  .verb = "Lift it",
                                  .problems = std::move(problems)});
}
http::Response show_lift(Context& context) {
    return reply_lift(context, {});
}
http::Response post_lift(Context& context) {
    const auto id = context.id<HoldId>();
    if (!id) return reply_not_found(context);
    const std::string why(context.form.text("why"));
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(lift(context.db, context.scope, *id, why));
        return std::string("/retention");
    });
    return finish(context, saved,
                  [&](const auto& problems) { return reply_lift(context, problems); });
}

http::Response reply_decision(Context& context, std::vector<Problem> problems) {
    const auto id = context.id<DestructionId>();
    auto found = id ? find_destruction(context.db, *id) : std::nullopt;
    if (!found) return reply_not_found(context);
    const auto may = may_confirm(*found, context.scope);
    const auto why_not =
        may || !problems.empty() ? std::string() : may.refusal().problems.front().words;
    const bool has_problems = !problems.empty();
    const ConfirmPage page{.form_token = form_token::hidden(context),
                           .destruction = std::move(*found),
                           .why_not = why_not,
                           .problems = std::move(problems)};
    return reply(context, {.title = "Destroy this " + page.destruction.kind,
                           .crumbs = {home_crumb},
                           .main = confirm_view(page),
                           .has_problems = has_problems});
}
http::Response show_decision(Context& context) {
    return reply_decision(context, {});
}
http::Response post_decision(Context& context) {
    const auto id = context.id<DestructionId>();
    if (!id) return reply_not_found(context);
    const std::string why(context.form.text("why"));
    const bool declines = context.form.text("do") == "decline";
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (declines) {
            TRY(decline_destruction(context.db, context.scope, *id, why));
            return std::string("/retention");
        }
        return "/retention/certificates/" +
               TRY(confirm_destruction(context.db, context.scope, *id));
    });
    return finish(context, saved,
                  [&](const auto& problems) { return reply_decision(context, problems); });
}

http::Response show_certificate(Context& context) {
    const auto found = find_certificate(context.db, context.captured("number"));
    if (!found) return reply_not_found(context);
    return reply(context, {.title = "Certificate of destruction " + found->certificate,
                           .crumbs = {home_crumb},
                           .main = certificate_view(*found)});
}

http::Response download_certificate(Context& context) {
    const auto found = find_certificate(context.db, context.captured("number"));
    if (!found) return reply_not_found(context);
    return reply_download(certificate_text(*found, context.settings.partnership),
                          "text/plain; charset=utf-8",
                          "certificate-" + found->certificate + ".txt");
}

constexpr Route routes[] = {
    {Method::Get, "/retention", Permission::edit_plan, show, Budget{9}},
    {Method::Get, "/retention/propose/{kind}/{id}", Permission::edit_plan, show_propose, Budget{6}},
    {Method::Post, "/retention/propose/{kind}/{id}", Permission::edit_plan, post_propose,
     Budget{24}},
    {Method::Get, "/retention/hold/{kind}/{id}", Permission::edit_plan, show_hold, Budget{6}},
    {Method::Post, "/retention/hold/{kind}/{id}", Permission::edit_plan, post_hold, Budget{20}},
    {Method::Get, "/retention/holds/{id}/lift", Permission::edit_plan, show_lift, Budget{6}},
    {Method::Post, "/retention/holds/{id}/lift", Permission::edit_plan, post_lift, Budget{20}},
    {Method::Get, "/retention/destructions/{id}", Permission::edit_plan, show_decision, Budget{6}},
    // A plan of 500 actions is some 5,000 statements, all in one transaction.
    {Method::Post, "/retention/destructions/{id}", Permission::edit_plan, post_decision,
     Budget{20000}},
    {Method::Get, "/retention/certificates/{number}", Permission::read_plan, show_certificate,
     Budget{5}},
    {Method::Get, "/retention/certificates/{number}/text", Permission::read_plan,
     download_certificate, Budget{5}},
};

} // namespace

Module module() {
    return {.name = "retention", .routes = routes};
}

} // namespace openmasa::retention
