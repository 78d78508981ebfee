#include "plan/actions/filter_views.hpp"
#include "core/terms/tags.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

using When = ActionFilter::When;

int with_status(const std::vector<TallyGroup>& groups, Status status) {
    int sum = 0;
    for (const auto& group : groups)
        if (group.status == status) sum += group.actions;
    return sum;
}

struct Choice {
    std::string value, label;
    std::optional<int> count;
    bool chosen;
};

/// The columns that were chosen stay.
Html quick_view(const ListPage& page, std::string_view label, ActionFilter filter, int count) {
    filter.columns = page.filter.columns;
    auto shown = page.filter;
    shown.page = 1;
    shown.sort = ActionFilter::Sort::plan;
    return html(
        R"(<li><a href="{}"{}>{} <b>{}</b></a></li>
)",
        list_address(page.plan, filter),
        when(shown == filter && !views::shows_one(page.views), html(R"( aria-current="page")")),
        label, count);
}

/// Its id is `ids` and the number.
Html choice(std::string_view kind, std::string_view name, std::string_view ids, int number,
            const Choice& one) {
    const auto checked = when(one.chosen, html(" checked"));
    return html(
        R"(<div class="govuk-{}__item"><input class="govuk-{}__input" id="{}{}" name="{}" type="{}" value="{}"{}><label class="govuk-label govuk-{}__label" for="{}{}">{}{}</label></div>
)",
        kind, kind, ids, number, name, kind == "radios" ? "radio" : "checkbox", one.value, checked,
        kind, ids, number, one.label,
        when(one.count.has_value(),
             html(R"( <span class="om-num">{}</span>)", one.count.value_or(0))));
}

Html choices(std::string_view kind, std::string_view legend, std::string_view name,
             std::string_view ids, const std::vector<Choice>& all) {
    Html items;
    int number = 0;
    for (const auto& one : all) items += choice(kind, name, ids, ++number, one);
    return html(
        R"(<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{}</legend>
<div class="govuk-{} govuk-{}--small">
{}</div></fieldset></div>
)",
        legend, kind, kind, items);
}

template<class T> bool has(const std::vector<T>& values, const T& value) {
    return std::ranges::count(values, value) > 0;
}

Html priorities(const ListPage& page) {
    std::vector<Choice> all;
    for (const auto& s : page.sections)
        all.push_back({s.id.str(), s.name, total_of(page.groups, s.id, page.today).actions,
                       has(page.filter.priorities, s.id)});
    return choices("checkboxes", page.words.heading(terms::Word::priority), "priority", "priority-",
                   all);
}

/// Without counts: what each would find is not known without looking through every action.
Html tags_of(const ListPage& page, const terms::TagKind& kind) {
    std::vector<Choice> all;
    for (const auto* term : page.terms->of(kind.kind, page.today))
        all.push_back({term->id.str(), term->name, std::nullopt, has(page.filter.tags, term->id)});
    if (all.empty()) return {};
    return choices("checkboxes", kind.label, "tag", std::string(kind.field) + "-", all);
}

Html tags(const ListPage& page) {
    Html fields;
    for (const auto& kind : terms::tag_kinds) fields += tags_of(page, kind);
    return fields;
}

Html statuses(const ListPage& page) {
    std::vector<Choice> all;
    for (auto status : all_statuses)
        all.push_back({std::string(to_text(status)), std::string(spoken(status)),
                       with_status(page.groups, status), has(page.filter.statuses, status)});
    return choices("checkboxes", "Status", "status", "status-", all);
}

Html due_choices(const ListPage& page) {
    const auto chosen = page.filter.when;
    return choices("radios", "Due", "due", "due-",
                   {{"", "Any time", page.all.actions, chosen == When::any},
                    {"late", "Late", page.all.late(), chosen == When::late},
                    {"soon", "In the next 30 days", page.all.soon, chosen == When::soon},
                    {"none", "No date", page.all.undated, chosen == When::none}});
}

Html owner_choice(const ListPage& page) {
    const auto option = [](std::string_view value, std::string_view label, bool chosen) {
        return html(R"(<option value="{}"{}>{}</option>)", value, when(chosen, html(" selected")),
                    label);
    };
    const auto& filter = page.filter;
    Html options = option("", "Anyone", filter.owner == ActionFilter::Owner::any);
    options += option("none", "No owner", filter.owner == ActionFilter::Owner::none);
    for (const auto& owner : page.owners)
        options += option(owner.id.view(), owner.name,
                          filter.owner == ActionFilter::Owner::one && filter.owner_id == owner.id);
    return html(
        R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="owner">Owner</label><select class="govuk-select" id="owner" name="owner">{}</select></div>
)",
        options);
}

Html evidence_choice(const ListPage& page) {
    return choices(
        "checkboxes", "Evidence", "evidence", "evidence-",
        {{"missing", "Done without evidence", page.all.unproven(), page.filter.evidence_missing}});
}

/// One chosen filter with the link that takes it away.
Html chosen_tag(const ListPage& page, std::string_view label, ActionFilter without) {
    without.page = 1;
    return html(
        R"(<li><a class="moj-filter__tag" href="{}"><span class="govuk-visually-hidden">Remove this filter:</span> {}</a></li>
)",
        list_address(page.plan, without), label);
}

std::string_view owner_name(const ListPage& page) {
    if (page.filter.owner == ActionFilter::Owner::none) return "No owner";
    const auto found = std::ranges::find(page.owners, page.filter.owner_id, &access::Owner::id);
    return found == page.owners.end() ? std::string_view("One owner")
                                      : std::string_view(found->name);
}

std::string_view when_name(When when) {
    switch (when) {
    case When::late: return "Late";
    case When::soon: return "In the next 30 days";
    case When::none: return "No date";
    case When::any: break;
    }
    return "Any time";
}

Html chosen_tags(const ListPage& page) {
    Html tags;
    const auto& filter = page.filter;
    const auto add = [&](std::string_view label, auto change) {
        auto without = filter;
        change(without);
        tags += chosen_tag(page, label, without);
    };
    if (!filter.words.empty()) add(filter.words, [](ActionFilter& f) { f.words.clear(); });
    for (const auto& section : page.sections)
        if (has(filter.priorities, section.id))
            add(section.name, [&](ActionFilter& f) { std::erase(f.priorities, section.id); });
    for (auto status : filter.statuses)
        add(spoken(status), [&](ActionFilter& f) { std::erase(f.statuses, status); });
    for (const auto& id : filter.tags)
        if (const auto* term = page.terms->find(id))
            add(term->name, [&](ActionFilter& f) { std::erase(f.tags, id); });
    if (filter.when != When::any)
        add(when_name(filter.when), [](ActionFilter& f) { f.when = When::any; });
    if (filter.owner != ActionFilter::Owner::any)
        add(owner_name(page), [](ActionFilter& f) { f.owner = ActionFilter::Owner::any; });
    if (filter.evidence_missing)
        add("Done without evidence", [](ActionFilter& f) { f.evidence_missing = false; });
    return tags;
}

Html chosen(const ListPage& page) {
    if (page.filter.in_use() == 0) return {};
    return html(
        R"(<div class="moj-filter__selected"><div class="moj-filter__selected-heading"><div class="moj-filter__heading-title"><h2 class="govuk-heading-m">Selected filters</h2></div>
<div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="{}">Clear all</a></p></div></div>
<ul class="moj-filter-tags">
{}</ul></div>
)",
        list_address(page.plan, {.columns = page.filter.columns}), chosen_tags(page));
}

std::string fold_label(int in_use) {
    return in_use == 0 ? "Filter" : "Filter, " + std::to_string(in_use) + " in use";
}

std::string_view sort_word(const ActionFilter& filter) {
    switch (filter.sort) {
    case ActionFilter::Sort::owner: return "owner";
    case ActionFilter::Sort::date: return "date";
    case ActionFilter::Sort::status: return "status";
    case ActionFilter::Sort::plan: break;
    }
    return {};
}

} // namespace

Html quick_views(const ListPage& page) {
    const auto& all = page.all;
    Html quick = quick_view(page, "All", {}, all.actions);
    quick += quick_view(page, "Late", {.when = When::late}, all.late());
    quick += quick_view(page, "Due in 30 days", {.when = When::soon}, all.soon);
    quick += quick_view(page, "No date", {.when = When::none}, all.undated);
    quick += quick_view(page, "No owner", {.owner = ActionFilter::Owner::none}, all.without_owner);
    quick += quick_view(page, "Done, no evidence", {.evidence_missing = true}, all.unproven());
    return html(R"(<nav class="om-views" aria-label="Quick views"><ul>
{}{}</ul></nav>
)",
                quick, views::strip_items(page.views));
}

Html filter_panel(const ListPage& page) {
    return html(
        R"(<div class="moj-filter-layout__filter"><details class="om-fold"><summary>{}</summary>
<form class="moj-filter" action="/plans/{}/actions" method="get"><div class="moj-filter__content">
{}<div class="moj-filter__options">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="words">Words</label><div class="govuk-hint" id="words-hint">In the reference, title, words, owner and target date</div><input class="govuk-input" id="words" name="words" type="search" value="{}" aria-describedby="words-hint"></div>
{}{}{}{}{}{}{}{}<button type="submit" class="govuk-button">Apply filters</button>
</div></div></form></details></div>
)",
        fold_label(page.filter.in_use()), page.plan, chosen(page), page.filter.words,
        priorities(page), statuses(page), due_choices(page), owner_choice(page),
        evidence_choice(page), tags(page),
        when(!sort_word(page.filter).empty(),
             html(R"(<input type="hidden" name="sort" value="{}">)", sort_word(page.filter))),
        when(!page.filter.columns.empty(),
             html(R"(<input type="hidden" name="columns" value="{}">)", page.filter.columns)));
}

} // namespace openmasa::plan
