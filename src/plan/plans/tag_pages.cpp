// The form for what a plan or a priority carries.
#include "core/history/since.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/plan_head.hpp"
#include "plan/plans/pages.hpp"
#include "plan/plans/tag_views.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

std::string_view kind_of(Carrier carrier) {
    return carrier == Carrier::plan ? "plan" : "section";
}

/// Where its record's links stand.
std::string page_of(const Carrying& carrying) {
    return carrying.carrier == Carrier::plan ? fmt::format("/plans/{}/editions", carrying.id)
                                             : fmt::format("/priorities/{}", carrying.id);
}

/// "Saved by Chief Constable at 10.41am: it carries Neglect now."
std::string said_meanwhile(Context& context, const TagsPage& page, std::int64_t read) {
    const auto since = history::versions_since(context.db, kind_of(page.carrying.carrier),
                                               page.carrying.id, read, 200);
    if (since.empty()) return {};
    std::vector<std::string> names;
    for (const auto& kind : terms::tag_kinds)
        for (const auto* term : terms::terms_in(*page.book, page.carrying.tags, kind.kind))
            names.push_back(term->name);
    return fmt::format("Saved by {} at {}. It carries {} now.", since.front().who,
                       london_time(since.front().at),
                       names.empty() ? std::string("nothing") : join(names, ", "));
}

std::optional<Carrying> asked(Context& context, Carrier carrier) {
    auto found = find_carrying(context.db, context.scope, carrier, context.captured("id"));
    return found && !found->withdrawn ? found : std::nullopt;
}

TagsPage page_for(Context& context, const Carrying& carrying) {
    TagsPage page{.form_token = form_token::hidden(context),
                  .carrying = carrying,
                  .what = plan::said_kind(context.words, kind_of(carrying.carrier)),
                  .book = terms::term_book(context.db),
                  .chosen = carrying.tags,
                  .today = context.scope.today,
                  .back = page_of(carrying),
                  .terms_page = {},
                  .problems = {},
                  .meanwhile = {}};
    if (context.scope.may(Permission::edit_settings)) page.terms_page = "/terms";
    return page;
}

http::Response reply_page(const Context& context, const TagsPage& page) {
    return reply(context, {.title = fmt::format("Themes of this {}", page.what),
                           .crumbs = {plan::crumb(context.words, page.carrying.plan),
                                      {page.carrying.called, page.back}},
                           .main = tags_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show(Context& context, Carrier carrier) {
    const auto found = asked(context, carrier);
    return found ? reply_page(context, page_for(context, *found)) : reply_not_found(context);
}

/// The ids that were ticked, of all kinds.
std::string ticked(const http::Form& form) {
    std::vector<std::string> ids;
    for (const auto& kind : terms::tag_kinds)
        for (auto id : form.all(kind.field)) ids.emplace_back(id);
    return join(ids, " ");
}

http::Response post(Context& context, Carrier carrier) {
    const auto found = asked(context, carrier);
    if (!found) return reply_not_found(context);
    const SetTags command{.carrier = carrier,
                          .id = found->id,
                          .version = version_read(context.form),
                          .tags = ticked(context.form)};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(set_tags(context.db, context.scope, command));
        return page_of(*found) + "?saved=themes";
    });
    if (saved) return see_other(*saved);
    const auto now = asked(context, carrier);
    if (!now || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto page = page_for(context, *now);
    page.chosen = command.tags;
    page.problems = saved.refusal().problems;
    if (saved.refusal().kind == Refusal::Kind::conflict)
        page.meanwhile = said_meanwhile(context, page, command.version);
    return reply_page(context, page);
}

} // namespace

http::Response show_plan_themes(Context& context) {
    return show(context, Carrier::plan);
}
http::Response post_plan_themes(Context& context) {
    return post(context, Carrier::plan);
}
http::Response show_priority_themes(Context& context) {
    return show(context, Carrier::section);
}
http::Response post_priority_themes(Context& context) {
    return post(context, Carrier::section);
}

} // namespace openmasa::plans
