#include "intelligence/indicators/define_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

Html breaks_of(const DefinePage& page) {
    Html items;
    for (const auto& one : page.breaks)
        if (const auto period = FigurePeriod::from_number(one.period))
            append(items, "<li>From {}: {}</li>\n", spoken(*period), one.reason);
    return when(!items.empty(), html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                                     items));
}

Html fields_of(const DefinePage& page) {
    const auto& said = page.said;
    const auto& problems = page.problems;
    return ui::text_field({.name = "title", .label = "Called", .value = said.title}, problems) +
           ui::text_field({.name = "theme",
                           .label = "Theme",
                           .hint = "The heading under which it stands in the register.",
                           .value = said.theme},
                          problems) +
           ui::textarea_field(
               {.name = "counts", .label = "What it counts", .value = said.counts, .rows = 3},
               problems) +
           ui::text_field({.name = "unit",
                           .label = "Unit",
                           .hint = "For example: per 10,000 children",
                           .value = said.unit},
                          problems) +
           ui::text_field({.name = "decimals",
                           .label = "Decimals to show",
                           .hint = "0 to 6; nothing shows as many as were published.",
                           .value = said.decimals,
                           .input_mode = "numeric",
                           .classes = "govuk-input--width-3"},
                          problems) +
           ui::radios_field({.name = "polarity",
                             .legend = "Which way is better",
                             .value = said.polarity,
                             .items = {{.text = "High", .value = "high"},
                                       {.text = "Low", .value = "low"},
                                       {.text = "Neither by itself", .value = "none"}},
                             .classes = "govuk-radios--small"},
                            problems) +
           ui::text_field({.name = "due", .label = "Next due", .value = said.due}, problems) +
           ui::textarea_field(
               {.name = "caveats", .label = "Caveats", .value = said.caveats, .rows = 3}, problems);
}

} // namespace

DefineIndicator as_it_stands(const Indicator& indicator) {
    const auto& is = indicator.definition;
    return {.id = indicator.id,
            .version = indicator.version,
            .title = is.title,
            .theme = is.theme,
            .counts = is.counts,
            .unit = is.unit,
            .decimals = is.decimals ? std::to_string(*is.decimals) : std::string(),
            .polarity = std::string(statistics::to_text(is.polarity)),
            .due = is.due,
            .caveats = is.caveats};
}

Html define_view(const DefinePage& page) {
    const auto& said = page.said;
    const auto address = fmt::format("/indicators/{}", said.id.view());
    return html(
        R"({}{}<form class="om-form" action="{}/define" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<h2 class="govuk-heading-m">Counted otherwise from a period on</h2>
<p class="om-measure">Its charts begin anew there, and no line is drawn across.</p>
{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "What the indicator means",
                     .sentence = {},
                     .verbs = {},
                     .facts = {},
                     .caption = {}}),
        address, page.form_token, said.version, fields_of(page), breaks_of(page),
        ui::text_field({.name = "break_from",
                        .label = "From",
                        .hint = "A period as the figures have it: 2020, 2019-20, April 2020",
                        .value = said.break_from,
                        .classes = "govuk-input--width-10"},
                       page.problems),
        ui::textarea_field({.name = "break_reason",
                            .label = "What is counted otherwise",
                            .value = said.break_reason,
                            .rows = 2},
                           page.problems),
        ui::button({.text = "Keep what it means"}), address);
}

} // namespace openmasa::intelligence
