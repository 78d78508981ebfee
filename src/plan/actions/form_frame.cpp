#include "plan/actions/form_frame.hpp"
#include "core/routing/reply.hpp"
#include "plan/actions/form_reading.hpp"
#include "plan/progress.hpp"
#include "plan/store.hpp"

namespace openmasa::plan {
namespace {

/// With the words of progress that came with it.
std::optional<Meanwhile> what_happened_meanwhile(Context& context, const Action& action,
                                                 std::int64_t read) {
    auto other = saved_meanwhile(context.db, "action", action.id.view(), read);
    const auto old = history::find_version(context.db, "action", action.id.view(), read);
    if (!other || !old) return other;
    const auto progress = progress_of(context.db, action.id);
    if (!progress.empty() && progress.front().at > old->at) other->words = progress.front().words;
    return other;
}

} // namespace

std::optional<Action> find_for_form(Context& context) {
    const auto id = context.id<ActionId>();
    auto action = id ? find_action_to_update(context.db, context.scope, *id) : std::nullopt;
    if (action && action->withdrawn) return std::nullopt;
    return action;
}

FormPage form_page(Context& context, Action action, const Refusal* refusal) {
    FormPage page{.form_token = form_token::hidden(context),
                  .words = context.words,
                  .action = std::move(action)};
    if (!refusal) return page;
    page.problems = refusal->problems;
    if (refusal->kind == Refusal::Kind::conflict)
        page.meanwhile = what_happened_meanwhile(context, page.action, version_of(context));
    return page;
}

http::Response reply_form(const Context& context, const FormPage& page, const std::string& title,
                          Html form) {
    return reply(context, {.title = title,
                           .crumbs = {{context.words.heading(terms::Word::plan),
                                       "/plans/" + page.action.plan.str()},
                                      {page.action.reference, "/actions/" + page.action.id.str()}},
                           .notice = {},
                           .main = std::move(form),
                           .has_problems = !page.problems.empty()});
}

http::Response finish_form(Context& context, const Result<std::string>& saved,
                           const std::function<http::Response(FormPage)>& show) {
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto action = find_for_form(context);
    if (!action) return reply_not_found(context);
    return show(form_page(context, std::move(*action), &saved.refusal()));
}

std::string page_of(const ActionId& id, std::string_view saved) {
    return "/actions/" + id.str() + "?saved=" + std::string(saved);
}

} // namespace openmasa::plan
