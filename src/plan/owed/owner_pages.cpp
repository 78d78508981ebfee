#include "core/registers/download.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/route.hpp"
#include "core/routing/version_read.hpp"
#include "plan/owed/pages.hpp"
#include "plan/owed/register.hpp"
#include "plan/owed/rules.hpp"
#include "plan/owed/store.hpp"
#include "plan/owed/views.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"

namespace openmasa::owed {
namespace {

std::optional<access::Owner> asked_owner(Context& context) {
    const auto id = context.id<OwnerId>();
    return id ? find_owner(context.db, context.scope, *id) : std::nullopt;
}

/// What makes no sense in an address is left out.
Selection read_selection(const Context& context, const access::Owner& owner) {
    return {.owner = owner.id,
            .plan = plan::PlanId::parse(context.form.text("plan")),
            .shown = shown_called(context.form.text("show"))};
}

void read_rows(Context& context, OwnerPage& page) {
    const int rows = total_of(page.parts, page.selection.plan).of(page.selection.shown);
    page.paging = listing::paging(int(whole_number(context.form.text("page"))), rows);
    if (rows == 0) return;
    each_owed(context.db, context.scope, page.selection, page.paging,
              [&](const OwedAction& action) {
                  page.actions.push_back(action);
                  page.tags.push_back(restriction::tag(context.scope, "action", action.id.view()));
              });
}

std::vector<plan::SectionId> ids_of(const std::vector<OwnedPriority>& priorities) {
    std::vector<plan::SectionId> ids;
    for (const auto& priority : priorities) ids.push_back(priority.id);
    return ids;
}

http::Response download(Context& context, registers::Format format) {
    const auto owner = asked_owner(context);
    if (!owner) return reply_not_found(context);
    return registers::reply_rows(
        context, owed_register, format,
        each_row(context.db, context.scope, read_selection(context, *owner)));
}

} // namespace

http::Response show_owner(Context& context) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto owner = asked_owner(context);
    if (!owner) return reply_not_found(context);
    OwnerPage page{.owner = *owner,
                   .selection = read_selection(context, *owner),
                   .today = scope.today,
                   .words = context.words,
                   .parts = {},
                   .plans = plan::list_plans(db, scope),
                   .paging = {},
                   .actions = {},
                   .tags = {},
                   .priorities = {},
                   .groups = {},
                   .about = {},
                   .answers = plan::answers_owed_by(db, scope, owner->id)};
    page.priorities = owned_priorities(db, scope, owner->id, page.plans);
    page.parts = owed_by(db, scope, owner->id, page.plans);
    read_rows(context, page);
    if (!page.priorities.empty()) page.groups = plan::tally_of(db, scope, ids_of(page.priorities));
    page.about = page_of(context, "agency", owner->id.view()).value_or("");
    return reply(context, {.title = owner->name, .main = owner_view(page)});
}

http::Response download_owed_csv(Context& context) {
    return download(context, registers::Format::csv);
}
http::Response download_owed_json(Context& context) {
    return download(context, registers::Format::json);
}
http::Response download_owed_xlsx(Context& context) {
    return download(context, registers::Format::xlsx);
}

} // namespace openmasa::owed
