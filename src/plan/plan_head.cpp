#include "plan/plan_head.hpp"
#include "plan/said_type.hpp"
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
                                         tab(PlanTab::editions, "Editions", "editions"),
                                         tab(PlanTab::comments, "Comments", "comments")},
                               .label = words.heading(terms::Word::plan)});
}

std::vector<Html> facts(const terms::Words& words, const Plan& plan, const PlanHead& head) {
    std::vector<Html> facts;
    if (!head.reference.empty()) facts.push_back(html("<b>{}</b>", head.reference));
    if (!plan.period.empty() && plan.title.find(plan.period) == std::string::npos)
        facts.push_back(html("For <b>{}</b>", plan.period));
    if (plan.type != PlanType::business) facts.push_back(escaped(said_type(words, plan.type)));
    if (plan.owner_name) facts.push_back(html("Of <b>{}</b>", *plan.owner_name));
    if (!plan.edition.empty()) facts.push_back(escaped(plan.edition));
    for (const auto& edition : succession_facts(head.succession)) facts.push_back(edition);
    for (const auto& tags : head.tags) facts.push_back(tags);
    return facts;
}

} // namespace

Html plan_head(const terms::Words& words, const Plan& plan, PlanHead head) {
    auto under_title = facts(words, plan, head);
    return pages::head({.title = plan.title,
                        .sentence = std::move(head.sentence),
                        .verbs = std::move(head.verbs),
                        .facts = std::move(under_title),
                        .caption = {}}) +
           when(
               plan.withdrawn,
               html(
                   R"(<div class="govuk-inset-text">This {} is withdrawn: {}. It counts nowhere.</div>
)",
                   words.one(terms::Word::plan), plan.withdrawn_why)) +
           navigation(words, plan, head.current);
}

Html import_verb(const Scope& scope, const Plan& plan) {
    if (!scope.may(Permission::import_plan)) return {};
    return ui::button({.text = scope.words.say("Import a revised [plan]"),
                       .href = fmt::format("/plans/import?plan={}", plan.id.view()),
                       .classes = "govuk-button--secondary"});
}

Html record_links(const terms::Words& words, const RecordLinks& record) {
    const auto what = said_kind(words, record.kind);
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
    const bool has_themes = (is_plan || record.kind == "section") && !record.withdrawn;
    const auto change = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/change">Change this {}</a></li><li><a class="govuk-link govuk-link--no-visited-state" href="/plans/add">Add another {}</a></li>)",
        record.id, what, what);
    const auto themes = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/{}/{}/themes">Themes of this {}</a></li>)",
        is_plan ? "plans" : "priorities", record.id, what);
    return html(R"(<ul class="om-links om-section">{}{}{}{}{}{}</ul>
)",
                when(record.may_change && is_plan && !record.withdrawn, change),
                when(record.may_change && has_themes, themes), versions,
                when(record.may_change, standing), when(record.may_change && may_hold, hold),
                when(record.may_change && is_plan, retention));
}

std::string said_kind(const terms::Words& words, std::string_view kind) {
    if (kind == "plan") return std::string(words.one(terms::Word::plan));
    if (kind == "section") return std::string(words.one(terms::Word::priority));
    return std::string(kind);
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
