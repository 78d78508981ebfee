#include "web/ui/choice.hpp"
#include <algorithm>

namespace openmasa::ui {
namespace {

void add_choice(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id);
std::string numbered_id(const Choice& choice, const ChoiceGroup& group, std::size_t number);
bool is_checked(const Choice& choice, const ChoiceGroup& group);
void add_control(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id);
Html conditional_id(std::string_view id);
std::string ids_describing(const Choice& choice, const ChoiceGroup& group, std::string_view id);
void add_label(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id);
void add_hint(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id);
void add_conditional(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id);

} // namespace

void write_choices(Html& to, std::span<const Choice> choices, const ChoiceGroup& group) {
    std::size_t number = 0;
    for (const auto& choice : choices) {
        ++number;
        if (!choice.divider.empty()) {
            append(to, "<div class=\"govuk-{}__divider\">{}</div>\n", group.kind, choice.divider);
        } else if (!choice.text.empty()) {
            add_choice(to, choice, group, numbered_id(choice, group, number));
        }
    }
}

namespace {

void add_choice(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id) {
    append(to, "<div class=\"govuk-{}__item\">\n", group.kind);
    add_control(to, choice, group, id);
    add_label(to, choice, group, id);
    add_hint(to, choice, group, id);
    append(to, "</div>\n");
    add_conditional(to, choice, group, id);
}

/// The first has no number: an error summary can then link to the group by its name.
std::string numbered_id(const Choice& choice, const ChoiceGroup& group, std::size_t number) {
    if (!choice.id.empty()) return choice.id;
    std::string id(group.id_prefix);
    if (number > 1) id += '-' + std::to_string(number);
    return id;
}

bool is_checked(const Choice& choice, const ChoiceGroup& group) {
    return choice.checked.value_or(std::ranges::find(group.chosen, choice.value) !=
                                   group.chosen.end());
}

void add_control(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id) {
    const std::string_view name = choice.name.empty() ? group.name : choice.name;
    append(to, R"(<input class="govuk-{}__input" id="{}" name="{}" type="{}" value="{}"{}{})",
           group.kind, id, name, group.type, choice.value,
           flagged("checked", is_checked(choice, group)), flagged("disabled", choice.disabled));
    if (!choice.conditional.empty()) append(to, R"( data-aria-controls="{}")", conditional_id(id));
    append(to, "{}{}{}>\n", given("data-behaviour", choice.exclusive ? "exclusive" : ""),
           given("aria-describedby", ids_describing(choice, group, id)), choice.attributes);
}

Html conditional_id(std::string_view id) {
    return html("conditional-{}", id);
}

std::string ids_describing(const Choice& choice, const ChoiceGroup& group, std::string_view id) {
    std::string ids(group.described_by);
    if (choice.hint.text.empty()) return ids;
    if (!ids.empty()) ids += ' ';
    return ids.append(id).append("-item-hint");
}

void add_label(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id) {
    append(to, "<label class=\"govuk-label govuk-{}__label{}\"{} for=\"{}\">\n  {}\n</label>\n",
           group.kind, further(choice.label_classes), choice.label_attributes, id, choice.text);
}

void add_hint(Html& to, const Choice& choice, const ChoiceGroup& group, std::string_view id) {
    if (choice.hint.text.empty()) return;
    append(to, "<div id=\"{}-item-hint\" class=\"govuk-hint govuk-{}__hint{}\"{}>{}</div>\n", id,
           group.kind, further(choice.hint.classes), choice.hint.attributes, choice.hint.text);
}

void add_conditional(Html& to, const Choice& choice, const ChoiceGroup& group,
                     std::string_view id) {
    if (choice.conditional.empty()) return;
    append(to, R"(<div class="govuk-{}__conditional)", group.kind);
    if (!is_checked(choice, group)) append(to, " govuk-{}__conditional--hidden", group.kind);
    append(to, "\" id=\"{}\">\n{}\n</div>\n", conditional_id(id), choice.conditional);
}

} // namespace
} // namespace openmasa::ui
