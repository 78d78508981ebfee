#include "partnership/form_pieces.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::partnership {

Html known_now(const std::optional<history::AsAt>& as_at) {
    if (!as_at || !as_at->as_known_then) return {};
    return html(
        R"(<p class="govuk-body om-quiet">This is told by its days as they are known now; what was recorded later is among it.</p>
)");
}

Html day_form(const DayForm& asked, const ui::Problems& problems) {
    return html(
        R"(<form class="om-changes__since" action="{}" method="get" novalidate>{}{}</form>
)",
        asked.address,
        ui::text_field({.name = "on",
                        .label = asked.question,
                        .hint = "For example 12 June 2026.",
                        .value = asked.typed,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-20"},
                       problems),
        ui::button({.text = std::string(asked.button), .classes = "govuk-button--secondary"}));
}

std::string when_words(const Days& days) {
    if (days.from && days.to) return fmt::format("{} to {}", spoken(*days.from), spoken(*days.to));
    if (days.from) return "from " + spoken(*days.from);
    return days.to ? "until " + spoken(*days.to) : "always";
}

} // namespace openmasa::partnership
