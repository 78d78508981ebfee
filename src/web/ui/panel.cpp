#include "web/ui/panel.hpp"
#include "web/ui/button.hpp"

namespace openmasa::ui {
namespace {

void add_actions(Html& to, const PanelActions& actions);
Html action_button(const PanelAction& action);
Html action_link(const PanelAction& action);

} // namespace

Html panel(const Panel& panel) {
    const bool interrupts = panel.kind == Panel::Kind::interruption;
    Html made;
    append(made, R"(<div class="govuk-panel govuk-panel--{}{}"{}>
  <h{} class="govuk-panel__title">{}</h{}>
)",
           interrupts ? "interruption" : "confirmation", further(panel.classes), panel.attributes,
           panel.heading_level, panel.title, panel.heading_level);
    if (!panel.text.empty()) {
        append(made, "  <div class=\"govuk-panel__body\">\n{}\n  </div>\n", panel.text);
    }
    if (interrupts && panel.actions) add_actions(made, *panel.actions);
    append(made, "</div>\n");
    return made;
}

namespace {

void add_actions(Html& to, const PanelActions& actions) {
    append(to, "  <div class=\"govuk-panel__actions{}\"{}>\n", further(actions.classes),
           actions.attributes);
    if (!actions.items.empty()) {
        append(to, "    <div class=\"govuk-button-group\">\n");
        for (const auto& action : actions.items) {
            const bool is_button = action.href.empty() || action.type == "button";
            append(to, "{}\n", is_button ? action_button(action) : action_link(action));
        }
        append(to, "    </div>\n");
    }
    append(to, "  </div>\n");
}

Html action_button(const PanelAction& action) {
    return button({.text = action.text,
                   .href = action.href,
                   .type = action.type.empty() ? "button" : action.type,
                   .classes = "govuk-button--inverse" + further(action.classes),
                   .attributes = action.attributes});
}

Html action_link(const PanelAction& action) {
    return html(R"(<a class="govuk-link govuk-link--inverse{}" href="{}"{}>{}</a>)",
                further(action.classes), action.href, action.attributes, action.text);
}

} // namespace
} // namespace openmasa::ui
