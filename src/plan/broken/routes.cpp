#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "plan/broken/module.hpp"
#include "plan/broken/views.hpp"
#include "plan/look_back.hpp"
#include <algorithm>

namespace openmasa::broken {
namespace {

bool may_mend(const Scope& scope, const Followed& it, Break kind) {
    return scope.may(words_of(kind).who, it.owner, it.id.view());
}

http::Response show_broken(Context& context) {
    BrokenPage page{.all = list_broken(context.db, context.scope),
                    .words = context.words,
                    .may_mend = [&](const Followed& it,
                                    Break kind) { return may_mend(context.scope, it, kind); },
                    .page = std::max(1, static_cast<int>(whole_number(context.form.text("page"))))};
    page.is_empty = page.all->empty() && !is_any(context.db);
    Break chosen{};
    if (from_text(context.form.text("which"), chosen)) page.chosen = chosen;
    std::vector<pages::Crumb> crumbs{{"Recommendations", "/recommendations"}};
    if (page.chosen) crumbs.push_back({"Broken threads", "/recommendations/broken"});
    return reply(context, {.title = page.chosen ? context.words.say(words_of(chosen).title)
                                                : std::string("Broken threads"),
                           .crumbs = std::move(crumbs),
                           .notice = {},
                           .main = broken_view(page)});
}

/// For whoever may mend any: how many, and of the commonest kind what it is.
std::vector<FirstPageFact> tell_broken(store::Db& db, const Scope& scope) {
    const bool may_any = scope.may(Permission::keep_recommendations) ||
                         !scope.acts_for(Permission::answer_recommendation).empty();
    if (!may_any) return {};
    int count = 0;
    for (const auto& one : *list_broken(db, scope))
        count += std::ranges::any_of(one.breaks,
                                     [&](Break kind) { return may_mend(scope, one.it, kind); });
    if (count == 0) return {};
    return {{.what = counted(count, "recommendation is", "recommendations are") +
                     " not followed at some place",
             .why = "Nobody leads it, it has no date, no action, or nothing shows what changed.",
             .href = "/recommendations/broken"}};
}

constexpr Route routes[] = {
    {Method::Get, "/recommendations/broken", Permission::read_plan, show_broken, Budget{6}},
};

} // namespace

Module module() {
    return {.name = "broken",
            .routes = routes,
            .looks_back = plan::look_back,
            .first_page = tell_broken};
}

} // namespace openmasa::broken
