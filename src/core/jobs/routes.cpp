#include "core/audit/downloads.hpp"
#include "core/files/reply_file.hpp"
#include "core/jobs/actions.hpp"
#include "core/jobs/module.hpp"
#include "core/jobs/schedule_pages.hpp"
#include "core/jobs/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::jobs {
namespace {

constexpr int listed = 50;
constexpr int look_again_seconds = 3;

std::span<const Kind> kinds_of(const Context& context) {
    return context.job_kinds ? std::span<const Kind>(*context.job_kinds) : std::span<const Kind>();
}

http::Response show_own(Context& context) {
    OwnPage page{.form_token = form_token::hidden(context),
                 .kinds = {},
                 .jobs = jobs_of(context.db, *context.scope.person, listed),
                 .all_kinds = kinds_of(context),
                 .may_see_all = context.scope.may(Permission::administer)};
    for (const auto& kind : kinds_of(context))
        if (kind.schedule.empty() && context.scope.may(kind.permission))
            page.kinds.push_back(&kind);
    return reply(
        context,
        {.title = "Your work in progress", .crumbs = {}, .notice = {}, .main = own_view(page)});
}

/// Back to a job's page, or the page for what is not there.
http::Response lead_on(const Context& context, const Result<std::string>& saved) {
    return saved ? see_other(*saved) : reply_not_found(context);
}

http::Response post_ask(Context& context) {
    const auto* kind = find_kind(kinds_of(context), context.form.text("kind"));
    return lead_on(context, submit(context, [&]() -> Result<std::string> {
                       const auto id = TRY(ask(context.db, context.scope, {.kind = kind}));
                       return "/jobs/" + id.str();
                   }));
}

http::Response show_job(Context& context) {
    const auto id = context.id<JobId>();
    const auto job = id ? find_for(context.db, context.scope, *id) : std::nullopt;
    if (!job) return reply_not_found(context);
    const JobPage page{.form_token = form_token::hidden(context),
                       .job = *job,
                       .title = title_of(kinds_of(context), job->kind)};
    return reply(context, {.title = page.title,
                           .crumbs = {{"Your work in progress", "/jobs"}},
                           .notice = {},
                           .main = job_view(page),
                           .has_problems = false,
                           .refresh = job->is_open() ? look_again_seconds : 0});
}

using Verb = Result<Done> (*)(store::Db&, const Scope&, const JobId&);

http::Response post_verb(Context& context, Verb verb) {
    const auto id = context.id<JobId>();
    if (!id) return reply_not_found(context);
    const auto page = "/jobs/" + id->str();
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(verb(context.db, context.scope, *id));
        return page;
    });
    // It ended meanwhile: its page says how.
    const bool late = !saved && saved.refusal().kind == Refusal::Kind::conflict;
    return late ? see_other(page) : lead_on(context, saved);
}

http::Response post_cancel(Context& context) {
    return post_verb(context, cancel);
}

http::Response post_again(Context& context) {
    return post_verb(context, try_again);
}

/// Only for whoever asked: what is in it was theirs to see.
http::Response download_file(Context& context) {
    const auto id = context.id<JobId>();
    const auto job = id ? find_for(context.db, context.scope, *id) : std::nullopt;
    const bool own = job && job->person && job->person == context.scope.person;
    const auto file = own && job->file ? files::find_file(context.db, *job->file) : std::nullopt;
    if (!file || !context.storage) return reply_not_found(context);
    auto content = context.storage->get(file->digest);
    if (!content) return reply_not_found(context);
    audit::record_taken(context.db, context.scope, "job.fetched", "job", id->view());
    return files::reply_file(*file, std::move(*content));
}

http::Response show_all(Context& context) {
    auto& db = context.db;
    const AllPage page{.failed = list_jobs(db, State::failed, listed),
                       .running = list_jobs(db, State::running, listed),
                       .waiting = list_jobs(db, State::waiting, listed),
                       .done = list_jobs(db, State::done, listed),
                       .schedules = schedules(db),
                       .all_kinds = kinds_of(context)};
    return reply(context, {.title = "Everybody's work in progress",
                           .crumbs = {{"Your work in progress", "/jobs"}},
                           .notice = {},
                           .main = all_view(page)});
}

constexpr Route routes[] = {
    {Method::Get, "/jobs", Permission::own_account, show_own, Budget{4}},
    {Method::Post, "/jobs", Permission::own_account, post_ask, Budget{12}},
    {Method::Get, "/jobs/all", Permission::administer, show_all, Budget{8}},
    {Method::Get, "/jobs/schedules/{kind}", Permission::administer, show_schedule, Budget{6}},
    {Method::Post, "/jobs/schedules/{kind}", Permission::administer, post_schedule, Budget{16}},
    {Method::Get, "/jobs/{id}", Permission::own_account, show_job, Budget{4}},
    {Method::Post, "/jobs/{id}/cancel", Permission::own_account, post_cancel, Budget{12}},
    {Method::Post, "/jobs/{id}/again", Permission::own_account, post_again, Budget{12}},
    {Method::Get, "/jobs/{id}/file", Permission::own_account, download_file, Budget{10}},
};

} // namespace

Module module() {
    return {.name = "jobs", .routes = routes};
}

} // namespace openmasa::jobs
