#include "core/routing/reply.hpp"
#include "kernel/id_list.hpp"
#include "plan/actions/form_frame.hpp"
#include "plan/actions/form_reading.hpp"
#include "plan/actions/leading_views.hpp"
#include "plan/actions/pages.hpp"
#include "plan/store.hpp"

namespace openmasa::plan {
namespace {

http::Response reply_who(Context& context, FormPage form, const SayWho& typed) {
    WhoPage page{
        .form = std::move(form), .candidates = {}, .owners = access::list_owners(context.db)};
    page.candidates = can_lead(context.db, page.form.action.owner, context.scope.today);
    return reply_form(context, page.form, "Who does it", who_form(page, typed));
}

SayWho read_who(const Context& context, const ActionId& id) {
    SayWho command{.action = id,
                   .version = version_of(context),
                   .lead = PersonId::parse(context.form.text("lead")),
                   .other_lead = std::string(context.form.text("other_lead")),
                   .contributors = {},
                   .waits_for = std::string(context.form.text("waits_for"))};
    for (auto text : context.form.all("contributors"))
        if (const auto owner = OwnerId::parse(text)) command.contributors.push_back(*owner);
    return command;
}

} // namespace

http::Response show_who_form(Context& context) {
    auto action = find_for_form(context);
    if (!action) return reply_not_found(context);
    const SayWho typed{.action = action->id,
                       .lead = action->lead,
                       .other_lead = {},
                       .contributors = ids_in<OwnerId>(action->contributors),
                       .waits_for = written(context.db, *action)};
    return reply_who(context, form_page(context, std::move(*action)), typed);
}

http::Response post_who(Context& context) {
    const auto id = context.id<ActionId>();
    if (!id) return reply_not_found(context);
    const auto command = read_who(context, *id);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const bool anything = TRY(say_who(context.db, context.scope, command));
        return page_of(*id, anything ? "who" : "nothing");
    });
    return finish_form(context, saved,
                       [&](FormPage form) { return reply_who(context, std::move(form), command); });
}

} // namespace openmasa::plan
