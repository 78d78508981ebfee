#include "plan/editions/next_views.hpp"
#include "kernel/text.hpp"
#include "plan/editions/rules.hpp"
#include "plan/rules.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::editions {
namespace {

using plan::Action;
using plan::Section;

/// What somebody else did to it since this form was opened.
Html news_of(const NextPage& page, std::string_view id) {
    if (page.unseen.contains(std::string(id)))
        return html(R"(<p class="om-next__news">New since you opened this page.</p>
)");
    const auto found = page.changed.find(std::string(id));
    if (found == page.changed.end()) return {};
    return plan::meanwhile_lines(page.words, found->second);
}

bool has_problem(const NextPage& page, const std::string& name) {
    return std::ranges::count(page.problems, name, &Problem::field) > 0;
}

Html version_field(std::string_view what, std::string_view id, std::int64_t version) {
    return html(R"(<input type="hidden" name="{}" value="{}">
)",
                field(what, id), version);
}

// Actions.

bool is_past(const NextPage& page, const Action& action) {
    return action.target.latest && *action.target.latest < page.today;
}

/// Reference, owner, date and how it stands, in one quiet line.
Html about(const NextPage& page, const Action& action) {
    const auto date = plan::lines_joined(action.target.words);
    return html("{}. {}. {}{} {}", action.reference, action.owner_name.value_or("No owner"),
                date.empty() ? "No date" : date,
                is_past(page, action) ? html(", which is past.") : html("."),
                ui::standing_tag(plan::standing(action, page.today)));
}

Html fate_radios(const NextPage& page, const Action& action, const ChosenAction& typed) {
    const auto name = field(fate_field, action.id.view());
    return ui::radios_field({.name = name,
                             .legend = action.title,
                             .hint = about(page, action),
                             .value = typed.fate ? std::string(to_text(*typed.fate)) : "",
                             .items = {{.text = "Carry on", .value = "carry"},
                                       {.text = "Leave behind", .value = "leave"},
                                       {.text = "It is done", .value = "done"}},
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--inline govuk-radios--small"},
                            page.problems);
}

/// Folded away unless there is something in it to see or to ask.
Html more_of_action(const NextPage& page, const Action& action, const ChosenAction& typed) {
    const auto why = field(why_field, action.id.view()), date = field(date_field, action.id.view());
    auto fields = ui::text_field(
        {.name = why, .label = "Why it is left behind, or how it was done", .value = typed.why},
        page.problems);
    fields += ui::text_field({.name = date,
                              .label = "Another target date",
                              .hint = is_past(page, action)
                                          ? "Its own is past. Empty: it has no date for now."
                                          : "Empty: it keeps its own.",
                              .value = typed.date_words,
                              .classes = "govuk-input--width-20"},
                             page.problems);
    const bool is_open = !typed.why.empty() || !typed.date_words.empty() || is_past(page, action) ||
                         has_problem(page, why) || has_problem(page, date);
    return ui::details(
        {.summary =
             html(R"(A reason or another date<span class="govuk-visually-hidden"> for {}</span>)",
                  action.reference),
         .text = std::move(fields),
         .open = is_open});
}

Html action_part(const NextPage& page, const Action& action) {
    const auto* chosen = find_choice(page.typed, action.id);
    const auto typed = chosen ? *chosen : ChosenAction{};
    return html(R"(<div class="om-next__action">{}{}{}{}</div>
)",
                news_of(page, action.id.view()),
                version_field(editions::version_field, action.id.view(), action.version),
                fate_radios(page, action, typed), more_of_action(page, action, typed));
}

/// Those that are done or stopped, by their references.
Html finished(const NextPage& page, const Section& section) {
    std::vector<std::string> references;
    for (const auto& action : page.edition.actions)
        if (action.section == section.id && !plan::is_open(action.status))
            references.push_back(action.reference);
    if (references.empty()) return {};
    return html(
        R"(<p class="om-quiet om-measure">Done or stopped, and staying with this edition: {}.</p>
)",
        join(references, ", "));
}

// Priorities.

std::string_view word_of(const NextPage& page, const Section& section) {
    return section.is_priority ? page.words.one(terms::Word::priority) : "part";
}

Html course_radios(const NextPage& page, const Section& section, const ChosenPriority& typed) {
    std::vector<ui::Choice> items{
        {.text = "It goes on", .value = std::string(to_text(Course::carry))}};
    if (section.is_priority)
        items.push_back(
            {.text = "It steps down to business as usual",
             .value = std::string(to_text(Course::step_down)),
             .hint = {.text = "Its actions go on, under a heading that is no longer one."}});
    items.push_back(
        {.text = "It is left with this edition",
         .value = std::string(to_text(Course::leave)),
         .hint = {.text = "What is not done is left with it, for the same reason unless it has "
                          "one of its own."}});
    return ui::radios_field(
        {.name = field(course_field, section.id.view()),
         .legend = fmt::format("What becomes of this {}?", word_of(page, section)),
         .value = typed.course ? std::string(to_text(*typed.course)) : "",
         .items = std::move(items),
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--small"},
        page.problems);
}

Html priority_part(const NextPage& page, const Section& section) {
    const auto* chosen = find_choice(page.typed, section.id);
    const auto typed = chosen ? *chosen : ChosenPriority{};
    Html actions;
    for (const auto& action : page.edition.actions)
        if (action.section == section.id && plan::is_open(action.status))
            actions += action_part(page, action);
    return html(
        R"(<section class="om-section" aria-labelledby="s-{}"><h2 class="govuk-heading-m" id="s-{}">{}</h2>
{}{}{}{}{}{}</section>
)",
        section.id, section.id, section.name, news_of(page, section.id.view()),
        version_field(course_version_field, section.id.view(), section.version),
        course_radios(page, section, typed),
        ui::text_field({.name = field(course_why_field, section.id.view()),
                        .label = "Why, unless it goes on",
                        .value = typed.why},
                       page.problems),
        actions, finished(page, section));
}

Html title_fields(const NextPage& page) {
    return ui::text_field({.name = "title",
                           .label = "Title of the next edition",
                           .value = page.typed.title,
                           .label_classes = "govuk-label--s"},
                          page.problems) +
           ui::text_field({.name = "period",
                           .label = "Its period",
                           .hint = "For example 2026-27.",
                           .value = page.typed.period,
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-20"},
                          page.problems);
}

Html form(const NextPage& page) {
    Html parts;
    for (const auto& section : page.edition.sections) parts += priority_part(page, section);
    return html(
        R"(<form class="om-form om-next" action="/plans/{}/next" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}{}{}<div class="om-form__acts om-section">{}<a class="govuk-link" href="/plans/{}/editions">Leave it as it is</a></div></form>
)",
        page.edition.plan.id, page.form_token, page.edition.plan.version,
        news_of(page, page.edition.plan.id.view()), title_fields(page), parts,
        ui::button({.text = "Make the next edition"}), page.edition.plan.id);
}

Html already(const NextPage& page) {
    return html(
        R"(<p class="govuk-body om-measure">It is followed by <a class="govuk-link" href="/plans/{}">{}</a> already. <a class="govuk-link" href="/plans/{}/compared">See the two compared</a>.</p>
)",
        page.after->id, page.after->title, page.after->id);
}

} // namespace

Html next_view(const NextPage& page) {
    const auto open = std::ranges::count_if(
        page.edition.actions, [](const Action& action) { return plan::is_open(action.status); });
    const auto sentence =
        html("Say of each {} and of {} what becomes of it. This edition stays readable.",
             page.words.one(terms::Word::priority), counted(open, "open action"));
    return ui::problems_summary(page.problems) +
           pages::head({.title = "The next edition",
                        .sentence = page.after ? Html() : sentence,
                        .caption = page.edition.plan.title}) +
           (page.after ? already(page) : form(page));
}

} // namespace openmasa::editions
