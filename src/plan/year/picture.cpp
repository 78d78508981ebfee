#include "plan/year/picture.hpp"
#include "core/references/references.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include "plan/tally_views.hpp"
#include "plan/year/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

template<class T> bool has(const std::vector<T>& values, const T& value) {
    return std::ranges::count(values, value) > 0;
}

struct Box {
    std::string value, label;
    bool ticked;
};

Html boxes(std::string_view legend, std::string_view name, std::string_view ids,
           const std::vector<Box>& all) {
    Html items;
    int number = 0;
    for (const auto& box : all) {
        ++number;
        append(
            items,
            R"(<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{}-{}" name="{}" type="checkbox" value="{}"{}><label class="govuk-label govuk-checkboxes__label" for="{}-{}">{}</label></div>
)",
            ids, number, name, box.value, when(box.ticked, html(" checked")), ids, number,
            box.label);
    }
    return html(
        R"(<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{}</legend>
<div class="govuk-checkboxes govuk-checkboxes--small">
{}</div></fieldset></div>
)",
        legend, items);
}

Html priorities(const Picture& picture) {
    std::vector<Box> all;
    for (const auto& section : picture.sections)
        all.push_back({section.id.str(), section.name, has(picture.filter.priorities, section.id)});
    if (all.empty()) return {};
    return boxes(picture.words.heading(terms::Word::priority), "priority", "priority", all);
}

Html tags(const Picture& picture) {
    Html fields;
    for (const auto& kind : terms::tag_kinds) {
        std::vector<Box> all;
        for (const auto* term : picture.terms->of(kind.kind, picture.today))
            all.push_back({term->id.str(), term->name, has(picture.filter.tags, term->id)});
        if (!all.empty()) fields += boxes(kind.label, "tag", kind.field, all);
    }
    return fields;
}

std::string owner_value(const Filter& filter) {
    if (filter.owner == Filter::Owner::none) return "none";
    return filter.owner == Filter::Owner::one ? filter.owner_id.str() : std::string();
}

Html owners(const Picture& picture) {
    std::vector<Option> options{{"", "Anyone"}, {"none", "No owner"}};
    for (const auto& owner : picture.owners) options.push_back({owner.id.str(), owner.name});
    return select("owner", "Owner", options, owner_value(picture.filter));
}

Html open_box(const Picture& picture) {
    return boxes("Status", "open", "open",
                 {{"only", "Only what is open", picture.filter.only_open}});
}

/// Statuses that came with the address stay, though the form has no field for them.
Html kept_statuses(const Filter& filter) {
    Html fields;
    for (auto status : filter.statuses)
        append(fields, R"(<input type="hidden" name="status" value="{}">)", to_text(status));
    return fields;
}

std::vector<std::string> chosen_words(const Picture& picture) {
    const auto& filter = picture.filter;
    std::vector<std::string> words;
    for (const auto& section : picture.sections)
        if (has(filter.priorities, section.id)) words.push_back(section.name);
    for (auto status : filter.statuses) words.push_back(lower(plan::spoken(status)));
    for (const auto& id : filter.tags)
        if (const auto* term = picture.terms->find(id)) words.push_back(term->name);
    if (filter.owner == Filter::Owner::none) words.push_back("no owner");
    if (filter.owner == Filter::Owner::one)
        words.push_back(std::string(picture.owner_name(filter.owner_id)));
    if (filter.only_open) words.push_back("what is open");
    return words;
}

} // namespace

Html chosen_line(const Picture& picture, const Choosing& choosing) {
    const auto words = chosen_words(picture);
    if (words.empty()) return {};
    return html(R"(<p class="om-chosen">Only {}. {}</p>
)",
                join(words, ", "),
                link(with_query(picture.address(choosing.folder), choosing.own_query),
                     "Show every action"));
}

std::string Picture::address(std::string_view folder) const {
    return fmt::format("/plans/{}/{}", plan.id.view(), folder);
}

std::string Picture::list_address(const Filter& rows) const {
    return with_query(address("actions"), to_list_query(rows));
}

std::string_view Picture::owner_name(const std::optional<OwnerId>& owner) const {
    if (!owner) return {};
    const auto found = std::ranges::find(owners, *owner, &access::Owner::id);
    return found == owners.end() ? std::string_view("one owner") : std::string_view(found->name);
}

std::optional<Picture> read_picture(Context& context) {
    const auto id = context.id<plan::PlanId>();
    auto plan = id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
    if (!plan) return std::nullopt;
    return Picture{.plan = std::move(*plan),
                   .reference = references::of(context.db, "plan", id->view()),
                   .words = context.words,
                   .today = context.scope.today,
                   .sections = plan::sections_of(context.db, context.scope, *id),
                   .groups = plan::tally_of(context.db, context.scope, *id),
                   .owners = owners_in(context.db, context.scope, *id),
                   .terms = terms::term_book(context.db),
                   .filter = read_filter(context.form)};
}

Html picture_head(const Picture& picture, plan::PlanTab tab) {
    const auto tally = plan::total(picture.groups, picture.today);
    return plan::plan_head(
        picture.words, picture.plan,
        {.current = tab,
         .reference = picture.reference,
         .sentence = plan::plan_sentence(picture.words, picture.plan.id, tally, picture.sections)});
}

Html on_paper(const Picture& picture) {
    return html(R"(<span class="om-on-paper">, as of {}</span>)", plan::spoken(picture.today));
}

Html choosing(const Picture& picture, const Choosing& choosing) {
    return html(
        R"(<details class="om-choose"><summary>{}</summary>
<form class="om-choose__form" action="{}" method="get">{}{}{}{}{}{}<div class="om-choose__go"><button type="submit" class="govuk-button">Show these</button></div></form></details>
)",
        choosing.label, picture.address(choosing.folder), choosing.own_fields, owners(picture),
        when(choosing.may_choose_open, open_box(picture)), priorities(picture), tags(picture),
        when(choosing.may_choose_open, kept_statuses(picture.filter)));
}

Html select(std::string_view name, std::string_view label, const std::vector<Option>& options,
            std::string_view chosen) {
    Html items;
    for (const auto& option : options)
        append(items, R"(<option value="{}"{}>{}</option>)", option.value,
               when(option.value == chosen, html(" selected")), option.label);
    return html(
        R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="{}">{}</label><select class="govuk-select" id="{}" name="{}">{}</select></div>
)",
        name, label, name, name, items);
}

Html link(std::string_view href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

} // namespace openmasa::year
