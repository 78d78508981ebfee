#include "plan/actions/form_views.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/actions/rules.hpp"
#include "plan/content.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

std::vector<ui::Choice> status_choices(const std::optional<Status>& chosen) {
    const auto hint = [](Status status) -> std::string_view {
        switch (status) {
        case Status::not_started: return "Nothing has been done yet.";
        case Status::in_progress: return "Work goes on as planned.";
        case Status::at_risk: return "It may not be done in time, or not as planned.";
        case Status::blocked: return "Something else must happen first. Say what below.";
        case Status::done: return "All of it. Add evidence so that others can see it.";
        case Status::stopped: return "It will not be done. Say why below.";
        }
        return {};
    };
    std::vector<ui::Choice> choices;
    for (auto status : all_statuses)
        choices.push_back({.text = spoken(status),
                           .value = std::string(to_text(status)),
                           .hint = {.text = hint(status)},
                           .checked = chosen == status});
    return choices;
}

Html steps_field(const RecordProgress& typed, const std::vector<Step>& steps,
                 ui::Problems problems) {
    if (steps.empty()) return {};
    ui::CheckboxesField field{.name = "steps_done",
                              .legend = "Which steps are done?",
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto& id : typed.steps_done) field.values.push_back(id.str());
    for (const auto& step : steps)
        field.items.push_back({.text = step.words.empty()
                                           ? step.date_words
                                           : fmt::format("{} ({})", step.words, step.date_words),
                               .value = step.id.str()});
    return ui::checkboxes_field(field, problems);
}

Html date_words_field(const FormPage& page, const ChangeAction& typed, ui::Problems problems) {
    const auto& target = page.action.target;
    return ui::text_field(
        {.name = "date_words",
         .label = "Target date, in your own words",
         .hint = target.meaning.empty()
                     ? std::string(
                           "For example: 31 March 2027, Autumn 2026, Quarterly, From 1 April 2027.")
                     : fmt::format("Now \u201c{}\u201d, understood as: {}.", one_line(target.words),
                                   target.meaning),
         .value = one_line(typed.date_words),
         .label_classes = "govuk-label--s"},
        problems);
}

/// Asked only about words that were not understood.
Html date_words_meant(const FormPage& page, const ChangeAction& typed) {
    if (why_no_date(typed, page.action).empty()) return {};
    return ui::checkboxes({.name = "date_words_are_meant",
                           .items = {{.text = "Keep these words; it has no date yet",
                                      .value = "yes",
                                      .checked = typed.date_words_are_meant}},
                           .classes = "govuk-checkboxes--small"});
}

/// What is used today, and what the action carries already.
Html tags_field(const FormPage& page, const ChangeAction& typed, const terms::TagKind& kind,
                const terms::TermBook& book, Day today) {
    ui::CheckboxesField field{.name = std::string(kind.field),
                              .legend = kind.label,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto* term : terms::choices_for(book, kind.kind, page.action.tags, today))
        field.items.push_back({.text = term->name, .value = term->id.str()});
    for (const auto& id : terms::ids_in(typed.tags.value_or(""))) field.values.push_back(id.str());
    return field.items.empty() ? Html() : ui::checkboxes_field(field, page.problems);
}

} // namespace

Html action_form(const FormPage& page, std::string_view title, std::string_view below,
                 const Html& fields, std::string_view button, Sends sends) {
    return html(
        R"({}{}{}<form class="om-form" action="/actions/{}/{}" method="post"{} novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="/actions/{}">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = std::string(title),
                     .sentence = escaped(page.action.title),
                     .caption = page.action.reference}),
        meanwhile_view(page.words, page.meanwhile), page.action.id, below,
        when(sends == Sends::files, html(R"( enctype="multipart/form-data")")), page.form_token,
        page.action.version, fields, ui::button({.text = button}), page.action.id);
}

Html progress_fields(const RecordProgress& typed, const std::vector<Step>& steps,
                     ui::Problems problems) {
    Html fields = ui::textarea_field({.name = "words",
                                      .label = "What happened?",
                                      .hint = "A few sentences. No names of children or families.",
                                      .value = typed.words,
                                      .label_classes = "govuk-label--s"},
                                     problems);
    fields += steps_field(typed, steps, problems);
    fields += ui::radios_field({.name = "status",
                                .legend = "How does it stand?",
                                .value = typed.status ? std::string(to_text(*typed.status)) : "",
                                .items = status_choices(typed.status),
                                .legend_classes = "govuk-fieldset__legend--s",
                                .classes = "govuk-radios--small"},
                               problems);
    fields += ui::textarea_field({.name = "stopped_why",
                                  .label = "Why is it blocked or stopped?",
                                  .hint = "Only when it is blocked or stopped.",
                                  .value = typed.stopped_why,
                                  .rows = 2,
                                  .label_classes = "govuk-label--s"},
                                 problems);
    return fields;
}

Html progress_form(const FormPage& page, const RecordProgress& typed,
                   const std::vector<Step>& steps) {
    return action_form(page, "Record progress", "progress",
                       progress_fields(typed, steps, page.problems), "Record this progress");
}

Html evidence_form(const FormPage& page, const AddEvidence& typed) {
    const ui::Problems problems = page.problems;
    Html fields = ui::text_field({.name = "title",
                                  .label = "What is it?",
                                  .hint = "For example: minutes of the moderation day.",
                                  .value = typed.title,
                                  .label_classes = "govuk-label--s"},
                                 problems);
    fields += ui::textarea_field(
        {.name = "words",
         .label = "What does it show?",
         .hint = "What changed for children, or what was done. No names of children or families.",
         .value = typed.words,
         .label_classes = "govuk-label--s"},
        problems);
    fields += ui::text_field({.name = "link",
                              .label = "A link to it, if there is one",
                              .hint = "It starts with https://",
                              .value = typed.link,
                              .type = "url",
                              .label_classes = "govuk-label--s"},
                             problems);
    fields += ui::file_field(
        {.name = "file",
         .label = "Or a file",
         .hint = "A document or a picture, 20 MB at most. Whoever may read this action can "
                 "download it.",
         .label_classes = "govuk-label--s"},
        problems);
    return action_form(page, "Add evidence", "evidence", fields, "Add this evidence", Sends::files);
}

Html change_form(const FormPage& page, const ChangeAction& typed,
                 const std::vector<access::Owner>& owners, const terms::TermBook& book, Day today) {
    const ui::Problems problems = page.problems;
    std::vector<ui::SelectItem> choices{{.text = "No owner", .value = ""}};
    for (const auto& owner : owners)
        choices.push_back({.text = owner.name, .value = owner.id.str()});
    Html fields = ui::text_field({.name = "title",
                                  .label = "Title, in one line",
                                  .value = typed.title,
                                  .label_classes = "govuk-label--s"},
                                 problems);
    fields += ui::textarea_field({.name = "words",
                                  .label = "In full",
                                  .hint = "A line that starts with \u2022 is a bullet.",
                                  .value = typed.words,
                                  .rows = 8,
                                  .label_classes = "govuk-label--s"},
                                 problems);
    fields += ui::select_field({.name = "owner",
                                .label = "Owner",
                                .value = typed.owner ? typed.owner->str() : "",
                                .items = choices,
                                .label_classes = "govuk-label--s"},
                               problems);
    fields += ui::text_field({.name = "new_owner",
                              .label = "Or an owner who is not in the list",
                              .hint = page.words.say("[An agency], a group or an office."),
                              .value = typed.new_owner},
                             problems);
    fields += date_words_field(page, typed, problems);
    fields += date_words_meant(page, typed);
    for (const auto& kind : terms::tag_kinds) fields += tags_field(page, typed, kind, book, today);
    return action_form(page, "Change this action", "change", fields, "Save this action");
}

} // namespace openmasa::plan
