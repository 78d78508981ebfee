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
    return ui::sub_navigation(
        {.items = {tab(PlanTab::actions, "Actions", "actions"),
                   tab(PlanTab::board, "Board", "board"),
                   tab(PlanTab::timeline, "Timeline", "timeline"),
                   tab(PlanTab::year, "Year", "year"),
                   tab(PlanTab::priorities, priorities, "priorities"),
                   tab(PlanTab::changes, "Changes", "changes"), tab(PlanTab::gaps, "Gaps", "gaps"),
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
    facts.push_back(html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="/plans?all=yes">All {}</a>)",
        words.several(terms::Word::plan)));
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

namespace {

Html entry(bool there, std::string_view href, std::string_view words) {
    return when(
        there,
        html(R"(<li><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></li>)",
             href, words));
}

/// What can be changed of it, by whoever may.
Html ways_to_change(const RecordLinks& record, const std::string& what) {
    const bool is_plan = record.kind == "plan", is_section = record.kind == "section";
    const bool may = record.may_change && !record.withdrawn;
    return entry(may && is_plan, fmt::format("/plans/{}/change", record.id),
                 "Change this " + what) +
           entry(may && is_plan, "/plans/add", "Add another " + what) +
           entry(may && (is_plan || is_section),
                 fmt::format("/{}/{}/themes", is_plan ? "plans" : "priorities", record.id),
                 "Themes of this " + what);
}

} // namespace

Html record_links(const terms::Words& words, const RecordLinks& record) {
    const auto what = said_kind(words, record.kind);
    const bool is_plan = record.kind == "plan", is_section = record.kind == "section";
    const auto of_record = [&](std::string_view start, std::string_view end = {}) {
        return fmt::format("{}/{}/{}{}", start, record.kind, record.id, end);
    };
    return html(
        R"(<ul class="om-links om-section">{}{}{}{}{}{}{}{}</ul>
)",
        entry(is_plan, fmt::format("/plans/{}/plan.docx", record.id), "This " + what + " as Word"),
        entry(is_section && !record.withdrawn, fmt::format("/priorities/{}/report", record.id),
              "Highlight report of this " + what),
        ways_to_change(record, what),
        entry(true, of_record("/history"), "Versions of this " + what),
        entry(record.may_change, of_record("/history", "/standing"),
              (record.withdrawn ? "Bring back this " : "Withdraw this ") + what),
        entry(!record.restrict_path.empty(), record.restrict_path, "Restrict who may read this"),
        entry(record.may_change && (is_plan || record.kind == "action"),
              of_record("/retention/hold"), "Put this " + what + " on legal hold"),
        entry(record.may_change && is_plan, "/retention", "Keeping and destroying"));
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
