#include "plan/drafting/views.hpp"
#include "plan/drafting/rules.hpp"
#include "plan/said_type.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::drafting {
namespace {

Html frame(const FormPage& page, const std::string& title, std::int64_t version, const Html& fields,
           std::string_view button) {
    return html(
        R"({}{}{}<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = title, .sentence = {}, .caption = page.caption}),
        plan::meanwhile_view(page.words, page.meanwhile), page.address, page.form_token, version,
        fields, ui::button({.text = button}), page.back);
}

Html line(const FormPage& page, std::string_view name, std::string_view label,
          std::string_view hint, const std::string& value) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          page.problems);
}

Html lines(const FormPage& page, std::string_view name, std::string_view label,
           std::string_view hint, const std::string& value) {
    return ui::textarea_field({.name = std::string(name),
                               .label = label,
                               .hint = hint,
                               .value = value,
                               .label_classes = "govuk-label--s"},
                              page.problems);
}

Html owner_fields(const FormPage& page, std::string_view label, std::string_view none,
                  const ChosenOwner& typed) {
    std::vector<ui::SelectItem> items{{.text = std::string(none), .value = ""}};
    for (const auto& owner : page.owners)
        items.push_back({.text = owner.name, .value = owner.id.str()});
    return ui::select_field({.name = "owner",
                             .label = label,
                             .value = typed.id ? typed.id->str() : "",
                             .items = std::move(items),
                             .label_classes = "govuk-label--s"},
                            page.problems) +
           ui::text_field({.name = "new_owner",
                           .label = "Or one who is not in the list",
                           .hint = page.words.say("[An agency], a group or an office."),
                           .value = typed.new_name},
                          page.problems);
}

/// First, or after one of the others; not asked where there is no other.
Html place_field(const FormPage& page, const std::optional<int>& typed) {
    if (page.others.empty()) return {};
    std::vector<ui::SelectItem> items{{.text = "First", .value = "0"}};
    for (const auto& other : page.others)
        items.push_back({.text = "After " + other, .value = std::to_string(items.size())});
    return ui::select_field(
        {.name = "place",
         .label = "Where it stands",
         .value = std::to_string(typed.value_or(static_cast<int>(page.others.size()))),
         .items = std::move(items),
         .label_classes = "govuk-label--s"},
        page.problems);
}

Html tags_fields(const FormPage& page, const std::string& tags) {
    Html fields;
    for (const auto& kind : terms::tag_kinds) {
        ui::CheckboxesField field{.name = std::string(kind.field),
                                  .legend = kind.label,
                                  .legend_classes = "govuk-fieldset__legend--s",
                                  .classes = "govuk-checkboxes--small"};
        for (const auto* term : terms::choices_for(*page.terms, kind.kind, "", page.today))
            field.items.push_back({.text = term->name, .value = term->id.str()});
        for (const auto& id : terms::ids_in(tags)) field.values.push_back(id.str());
        if (!field.items.empty()) fields += ui::checkboxes_field(field, page.problems);
    }
    return fields;
}

Html type_field(const FormPage& page, plan::PlanType typed) {
    std::vector<ui::Choice> items;
    for (const auto type : plan::all_plan_types)
        items.push_back(
            {.text = plan::said_type(page.words, type), .value = std::string(to_text(type))});
    return ui::radios_field({.name = "type",
                             .legend = page.words.say("What kind of [plan] is it?"),
                             .value = std::string(to_text(typed)),
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            page.problems);
}

} // namespace

std::string title_of(const terms::Words& words, const PlanDraft& draft) {
    return words.say(draft.id ? "Change this [plan]" : "Add [a plan]");
}
std::string title_of(const terms::Words& words, const PriorityDraft& draft) {
    if (!draft.id) return words.say("Add [a priority]");
    return draft.is_priority ? words.say("Change this [priority]") : "Change this part";
}
std::string title_of(const terms::Words&, const ObjectiveDraft& draft) {
    return draft.id ? "Change this objective" : "Add an objective";
}
std::string title_of(const terms::Words&, const ActionDraft&) {
    return "Add an action";
}

Html form(const FormPage& page, const PlanDraft& typed) {
    auto fields = line(page, "title", "Title", "", typed.title);
    fields +=
        line(page, "period", "Period", "For example 2026-27. It may stay empty.", typed.period);
    fields += type_field(page, typed.type);
    fields += owner_fields(page, "Whose is it?", "The whole partnership's", typed.owner);
    if (!typed.id) fields += tags_fields(page, typed.tags);
    return frame(page, title_of(page.words, typed), typed.version, fields,
                 page.words.say(typed.id ? "Save this [plan]" : "Add this [plan]"));
}

Html form(const FormPage& page, const PriorityDraft& typed) {
    auto fields = line(page, "name", "Name", "", typed.name);
    fields += ui::radios_field({.name = "is_priority",
                                .legend = "What is it?",
                                .value = typed.is_priority ? "yes" : "no",
                                .items = {{.text = page.words.say("[A priority]"), .value = "yes"},
                                          {.text = "Business critical activity", .value = "no"}},
                                .legend_classes = "govuk-fieldset__legend--s",
                                .classes = "govuk-radios--small"},
                               page.problems);
    fields += line(page, "remark", "Remark", "For example: as of June 2026.", typed.remark);
    fields += owner_fields(page, "Owner", "No owner", typed.owner);
    fields += line(page, "chair", "Chair", "An office, for example Chief Constable.", typed.chair);
    fields += lines(page, "difference", "The difference we will see", "One in each line.",
                    typed.difference);
    fields += place_field(page, typed.place);
    return frame(page, title_of(page.words, typed), typed.version, fields,
                 typed.id ? "Save" : "Add");
}

Html form(const FormPage& page, const ObjectiveDraft& typed) {
    auto fields = line(page, "title", "Title, in one line", "", typed.title);
    fields += lines(page, "words", "In full", "It may stay empty.", typed.words);
    fields += place_field(page, typed.place);
    return frame(page, title_of(page.words, typed), typed.version, fields,
                 typed.id ? "Save this objective" : "Add this objective");
}

Html form(const FormPage& page, const ActionDraft& typed) {
    auto fields = line(page, "title", "Title, in one line", "", typed.title);
    fields += lines(page, "words", "In full",
                    "It may stay empty. A line that starts with \u2022 is a bullet.", typed.words);
    fields += owner_fields(page, "Owner", "No owner", typed.owner);
    fields += line(page, "date_words", "Target date, in your own words",
                   "For example: 31 March 2027, Autumn 2026, Quarterly, From 1 April 2027.",
                   typed.date_words);
    if (!why_no_date(typed).empty())
        fields += ui::checkboxes({.name = "date_words_are_meant",
                                  .items = {{.text = "Keep these words; it has no date yet",
                                             .value = "yes",
                                             .checked = typed.date_words_are_meant}},
                                  .classes = "govuk-checkboxes--small"});
    fields += tags_fields(page, typed.tags);
    return frame(page, title_of(page.words, typed), 0, fields, "Add this action");
}

} // namespace openmasa::drafting
