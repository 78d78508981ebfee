#include "plan/plan_head.hpp"
#include "web/ui/button.hpp"
#include "web/ui/sub_navigation.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

Html navigation(const Plan& plan, PlanTab current) {
    const auto tab = [&](PlanTab which, std::string_view text, std::string_view folder) {
        return ui::SubNavigationItem{.text = text,
                                     .href = fmt::format("/plans/{}/{}", plan.id.view(), folder),
                                     .active = which == current};
    };
    return ui::sub_navigation({.items = {tab(PlanTab::actions, "Actions", "actions"),
                                         tab(PlanTab::priorities, "Priorities", "priorities"),
                                         tab(PlanTab::editions, "Editions", "editions")},
                               .label = "Plan"});
}

std::vector<Html> facts(const Plan& plan) {
    std::vector<Html> facts;
    if (!plan.period.empty() && plan.title.find(plan.period) == std::string::npos)
        facts.push_back(html("For <b>{}</b>", plan.period));
    if (!plan.edition.empty()) facts.push_back(escaped(plan.edition));
    return facts;
}

} // namespace

Html plan_head(const Plan& plan, PlanTab current, Html sentence, Html verbs) {
    return pages::head({.title = plan.title,
                        .sentence = std::move(sentence),
                        .verbs = std::move(verbs),
                        .facts = facts(plan),
                        .caption = {}}) +
           navigation(plan, current);
}

Html import_verb(const Scope& scope, const Plan& plan) {
    if (!scope.may(Permission::import_plan)) return {};
    return ui::button({.text = "Import a revised plan",
                       .href = fmt::format("/plans/import?plan={}", plan.id.view()),
                       .classes = "govuk-button--secondary"});
}

pages::Crumb crumb(const PlanId& plan) {
    return {"Plan", fmt::format("/plans/{}", plan.view())};
}
pages::Crumb crumb(const Section& section) {
    return {section.name, fmt::format("/priorities/{}", section.id.view())};
}
pages::Crumb crumb(const Objective& objective) {
    return {objective.title, fmt::format("/objectives/{}", objective.id.view())};
}

} // namespace openmasa::plan
