#include "core/routing/reply.hpp"
#include "plan/actions/action_views.hpp"
#include "plan/actions/pages.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"

namespace openmasa::plan {
namespace {

/// How many versions the page shows; more is for the day when somebody needs them.
constexpr int shown_versions = 200;

std::string notice_of(const Context& context) {
    const auto saved = context.form.text("saved");
    if (saved == "progress") return "Saved: your progress is recorded.";
    if (saved == "evidence") return "Saved: your evidence is added.";
    if (saved == "change") return "Saved: the action is changed.";
    return {};
}

ActionPage read_page(Context& context, Action action) {
    auto& db = context.db;
    const auto& scope = context.scope;
    ActionPage page{.section = *find_section(db, scope, action.section),
                    .objective = *find_objective(db, scope, action.objective),
                    .steps = steps_of(db, action.id),
                    .notes = notes_of(db, action.id),
                    .progress = progress_of(db, action.id),
                    .evidence = evidence_of(db, action.id),
                    .versions = audit::versions(db, "action", action.id.view(), shown_versions),
                    .may_update = scope.may(Permission::update_action, action.owner),
                    .may_change = scope.may(Permission::edit_plan),
                    .today = scope.today};
    page.action = std::move(action);
    return page;
}

} // namespace

http::Response show_action(Context& context) {
    const auto id = context.id<ActionId>();
    auto action = id ? find_action(context.db, context.scope, *id) : std::nullopt;
    if (!action) return reply_not_found(context);
    const auto page = read_page(context, std::move(*action));
    return reply(context,
                 {.title = page.action.title,
                  .crumbs = {{"Plan", "/plans/" + page.action.plan.str()},
                             {page.section.name, "/priorities/" + page.section.id.str()},
                             {page.objective.title, "/objectives/" + page.objective.id.str()}},
                  .notice = notice_of(context),
                  .main = action_view(page)});
}

} // namespace openmasa::plan
