#include "plan/plan_head.hpp"
#include "web/ui/button.hpp"
#include "web/ui/sub_navigation.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

Html navigation(const terms::Words& words, const Plan& plan, PlanTab current) {
    const auto tab = [&](PlanTab which, std::string_view text, std::string_view folder) {
        return ui::SubNavigationItem{.text = text,
                                     .href = fmt::format("/plans/{}/{}", plan.id.view(), folder),
                                     .active = which == current};
    };
    const auto priorities = words.headings(terms::Word::priority);
    return ui::sub_navigation({.items = {tab(PlanTab::actions, "Actions", "actions"),
                                         tab(PlanTab::priorities, priorities, "priorities"),
                                         tab(PlanTab::editions, "Editions", "editions")},
                               .label = words.heading(terms::Word::plan)});
}

std::vector<Html> facts(const Plan& plan) {
    std::vector<Html> facts;
    if (!plan.period.empty() && plan.title.find(plan.period) == std::string::npos)
        facts.push_back(html("For <b>{}</b>", plan.period));
    if (!plan.edition.empty()) facts.push_back(escaped(plan.edition));
    return facts;
}

} // namespace

Html plan_head(const terms::Words& words, const Plan& plan, PlanTab current, Html sentence,
               Html verbs) {
    return pages::head({.title = plan.title,
                        .sentence = std::move(sentence),
                        .verbs = std::move(verbs),
                        .facts = facts(plan),
                        .caption = {}}) +
           when(
               plan.withdrawn,
               html(
                   R"(<div class="govuk-inset-text">This plan is withdrawn: {}. It counts nowhere.</div>
)",
                   plan.withdrawn_why)) +
           navigation(words, plan, current);
}

Html import_verb(const Scope& scope, const Plan& plan) {
    if (!scope.may(Permission::import_plan)) return {};
    return ui::button({.text = "Import a revised plan",
                       .href = fmt::format("/plans/import?plan={}", plan.id.view()),
                       .classes = "govuk-button--secondary"});
}

Html record_links(const RecordLinks& record) {
    const auto what = record.kind == "section" ? "priority" : record.kind;
    const auto versions = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/history/{}/{}">Versions of this {}</a></li>)",
        record.kind, record.id, what);
    const auto standing = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/history/{}/{}/standing">{} this {}</a></li>)",
        record.kind, record.id, record.withdrawn ? "Bring back" : "Withdraw", what);
    const auto hold = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/retention/hold/{}/{}">Put this {} on legal hold</a></li>)",
        record.kind, record.id, what);
    const auto retention = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/retention">Keeping and destroying</a></li>)");
    const bool is_plan = record.kind == "plan", may_hold = is_plan || record.kind == "action";
    return html(R"(<ul class="om-links om-section">{}{}{}{}</ul>
)",
                versions, when(record.may_change, standing),
                when(record.may_change && may_hold, hold),
                when(record.may_change && is_plan, retention));
}

pages::Crumb crumb(const terms::Words& words, const PlanId& plan) {
    return {words.heading(terms::Word::plan), fmt::format("/plans/{}", plan.view())};
}
pages::Crumb crumb(const Section& section) {
    return {section.name, fmt::format("/priorities/{}", section.id.view())};
}
pages::Crumb crumb(const Objective& objective) {
    return {objective.title, fmt::format("/objectives/{}", objective.id.view())};
}

} // namespace openmasa::plan
