#include "web/ui/summary_list.hpp"
#include <algorithm>

namespace openmasa::ui {
namespace {

void open_card(Html& to, const SummaryCard& card);
void add_card_title(Html& to, const SummaryCard& card);
void add_card_actions(Html& to, const SummaryCard& card);
void add_rows(Html& to, const SummaryList& list, const Content& card_title);
void add_words(Html& to, const SummaryRow& row);
void add_row_actions(Html& to, const SummaryActions& actions, const Content& card_title);
Html link(const SummaryAction& action, const Content& card_title);
bool has_actions(const SummaryRow& row);

} // namespace

Html summary_list(const SummaryList& list) {
    Html made;
    if (list.card) open_card(made, *list.card);
    append(made, "<dl class=\"govuk-summary-list{}\"{}>\n", further(list.classes), list.attributes);
    add_rows(made, list, list.card ? list.card->title : Content());
    append(made, "</dl>\n");
    if (list.card) append(made, "  </div>\n</div>\n");
    return made;
}

namespace {

void open_card(Html& to, const SummaryCard& card) {
    append(to, R"(<div class="govuk-summary-card{}"{}>
  <div class="govuk-summary-card__title-wrapper">
)",
           further(card.classes), card.attributes);
    if (!card.title.empty()) add_card_title(to, card);
    if (!card.actions.items.empty()) add_card_actions(to, card);
    append(to, "  </div>\n  <div class=\"govuk-summary-card__content\">\n");
}

void add_card_title(Html& to, const SummaryCard& card) {
    append(to, "    <h{} class=\"govuk-summary-card__title{}\">{}</h{}>\n", card.heading_level,
           further(card.title_classes), card.title, card.heading_level);
}

void add_card_actions(Html& to, const SummaryCard& card) {
    const auto& [actions, classes] = card.actions;
    if (actions.size() == 1) {
        append(to, "    <div class=\"govuk-summary-card__actions{}\">{}</div>\n", further(classes),
               link(actions[0], card.title));
        return;
    }
    append(to, "    <ul class=\"govuk-summary-card__actions{}\">\n", further(classes));
    for (const auto& action : actions) {
        append(to, "      <li class=\"govuk-summary-card__action\">{}</li>\n",
               link(action, card.title));
    }
    append(to, "    </ul>\n");
}

void add_rows(Html& to, const SummaryList& list, const Content& card_title) {
    const bool any_has_actions = std::any_of(list.rows.begin(), list.rows.end(), has_actions);
    for (const auto& row : list.rows) {
        append(to, "  <div class=\"govuk-summary-list__row{}{}\">\n",
               any_has_actions && !has_actions(row) ? " govuk-summary-list__row--no-actions" : "",
               further(row.classes));
        add_words(to, row);
        if (has_actions(row)) add_row_actions(to, row.actions, card_title);
        append(to, "  </div>\n");
    }
}

void add_words(Html& to, const SummaryRow& row) {
    append(to, R"(    <dt class="govuk-summary-list__key{}">{}</dt>
    <dd class="govuk-summary-list__value{}">{}</dd>
)",
           further(row.key_classes), row.key, further(row.value_classes), row.value);
}

void add_row_actions(Html& to, const SummaryActions& actions, const Content& card_title) {
    append(to, "    <dd class=\"govuk-summary-list__actions{}\">", further(actions.classes));
    if (actions.items.size() == 1) {
        append(to, "{}", link(actions.items[0], card_title));
    } else {
        append(to, "\n      <ul class=\"govuk-summary-list__actions-list\">\n");
        for (const auto& action : actions.items) {
            append(to, "        <li class=\"govuk-summary-list__actions-list-item\">{}</li>\n",
                   link(action, card_title));
        }
        append(to, "      </ul>\n    ");
    }
    append(to, "</dd>\n");
}

/// "Change name (Lead applicant)", of which only "Change" is seen.
Html link(const SummaryAction& action, const Content& card_title) {
    Html made;
    append(made, R"(<a class="govuk-link{}" href="{}"{}>{})", further(action.classes), action.href,
           action.attributes, action.text);
    if (!action.hidden_text.empty() || !card_title.empty()) {
        append(made, "<span class=\"govuk-visually-hidden\">");
        if (!action.hidden_text.empty()) append(made, " {}", action.hidden_text);
        if (!card_title.empty()) append(made, " ({})", card_title);
        append(made, "</span>");
    }
    append(made, "</a>");
    return made;
}

bool has_actions(const SummaryRow& row) {
    return !row.actions.items.empty();
}

} // namespace
} // namespace openmasa::ui
