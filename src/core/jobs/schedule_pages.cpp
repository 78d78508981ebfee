#include "core/jobs/schedule_pages.hpp"
#include "core/jobs/actions.hpp"
#include "core/jobs/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::jobs {
namespace {

constexpr int shown_changes = 20;

http::Response show(Context& context, const Schedule& schedule, TypedRule typed,
                    std::vector<Problem> problems) {
    const auto kinds =
        context.job_kinds ? std::span<const Kind>(*context.job_kinds) : std::span<const Kind>();
    const SchedulePage page{
        .form_token = form_token::hidden(context),
        .title = title_of(kinds, schedule.kind),
        .schedule = schedule,
        .typed = std::move(typed),
        .problems = std::move(problems),
        .versions = history::versions(context.db, "schedule", schedule.kind, shown_changes)};
    return reply(context, {.title = page.title,
                           .crumbs = {{"Your work in progress", "/jobs"},
                                      {"Everybody's work in progress", "/jobs/all"}},
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = schedule_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_schedule(Context& context) {
    const auto schedule = find_schedule(context.db, context.captured("kind"));
    if (!schedule) return reply_not_found(context);
    const auto rule = read_rule(schedule->rule);
    return show(context, *schedule, rule ? typed_as(*rule) : TypedRule{}, {});
}

http::Response post_schedule(Context& context) {
    const std::string kind(context.captured("kind"));
    const TypedRule typed{.every = std::string(context.form.text("every")),
                          .on = std::string(context.form.text("on")),
                          .at = std::string(context.form.text("at"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!find_schedule(context.db, kind)) return not_found();
        const auto rule = TRY(typed_rule(typed.every, typed.on, typed.at));
        TRY(change_schedule(
            context.db, context.scope,
            {.kind = kind, .before = std::string(context.form.text("before")), .rule = rule}));
        return "/jobs/schedules/" + kind + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    const auto schedule = find_schedule(context.db, kind);
    if (!schedule || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return show(context, *schedule, typed, saved.refusal().problems);
}

} // namespace openmasa::jobs
