#include "web/ui/button.hpp"

namespace openmasa::ui {
namespace {

void open_link(Html& to, const Button& button);
void open_button(Html& to, const Button& button);
Html shared_attributes(const Button& button);
void add_words(Html& to, const Button& button);
void add_start_icon(Html& to);

} // namespace

Html button(const Button& button) {
    const bool is_link = !button.href.empty();
    Html made;
    is_link ? open_link(made, button) : open_button(made, button);
    add_words(made, button);
    if (button.is_start_button) add_start_icon(made);
    is_link ? append(made, "</a>") : append(made, "</button>");
    return made;
}

namespace {

void open_link(Html& to, const Button& button) {
    append(to, R"(<a href="{}" role="button" draggable="false"{}>)", button.href,
           shared_attributes(button));
}

void open_button(Html& to, const Button& button) {
    append(to, R"(<button type="{}"{}{}{}{}{}>)", button.type, given("value", button.value),
           given("name", button.name),
           button.disabled ? html(R"( disabled aria-disabled="true")") : Html(),
           true_or_false("data-prevent-double-click", button.prevent_double_click),
           shared_attributes(button));
}

Html shared_attributes(const Button& button) {
    return html(R"( class="govuk-button{}{}" data-module="govuk-button"{}{})",
                further(button.classes), button.is_start_button ? " govuk-button--start" : "",
                button.attributes, given("id", button.id));
}

/// A start button is a flexbox, which would drop the spaces between pieces of markup.
void add_words(Html& to, const Button& button) {
    if (button.is_start_button && button.text.came_as_markup()) {
        append(to, "<span>{}</span>", button.text);
    } else {
        append(to, "{}", button.text);
    }
}

void add_start_icon(Html& to) {
    append(to, R"(
  <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19"
    viewBox="0 0 33 40" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
  </svg>
)");
}

} // namespace
} // namespace openmasa::ui
