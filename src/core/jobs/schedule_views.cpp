#include "core/jobs/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <cctype>
#include <fmt/format.h>

namespace openmasa::jobs {
namespace {

std::string with_capital(std::string_view word) {
    std::string text(word);
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

Html how_often(const SchedulePage& page) {
    return ui::radios_field({.name = "every",
                             .legend = "How often is it done?",
                             .value = page.typed.every,
                             .items = {{.text = "Every hour", .value = "hour"},
                                       {.text = "Every day", .value = "day"},
                                       {.text = "Every week", .value = "week"}},
                             .legend_classes = "govuk-fieldset__legend--s"},
                            page.problems);
}

Html on_which_day(const SchedulePage& page) {
    ui::SelectField field{.name = "on",
                          .label = "On which day, if every week",
                          .value = page.typed.on,
                          .label_classes = "govuk-label--s"};
    for (const auto day : rule_days())
        field.items.push_back({.text = with_capital(day), .value = std::string(day)});
    return ui::select_field(field, page.problems);
}

Html at_what_time(const SchedulePage& page) {
    return ui::text_field({.name = "at",
                           .label = "At what time",
                           .hint =
                               "For example 2.30am or 14:30, as clocks show it in London. If every "
                               "hour: the minutes past it, for example 15.",
                           .value = page.typed.at,
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-5"},
                          page.problems);
}

Html changes(const std::vector<history::Version>& versions) {
    if (versions.empty()) return {};
    Html list;
    for (const auto& version : versions)
        append(list, "<li>{}, {}: {}</li>\n", openmasa::spoken(version.at), version.who,
               version.content.empty() ? std::string() : version.content.front().second);
    return html(
        R"(<section class="om-section" aria-labelledby="changes"><h2 class="govuk-heading-m" id="changes">Changes</h2>
<ul class="govuk-list">
{}</ul></section>
)",
        list);
}

} // namespace

TypedRule typed_as(const Rule& rule) {
    const auto words = to_text(rule);
    const auto time = words.substr(words.rfind(' ') + 1);
    const bool weekly = rule.every == Rule::Every::week;
    if (rule.every == Rule::Every::hour)
        return {.every = "hour", .on = "monday", .at = time.substr(1)};
    const auto on = weekly ? words.substr(7, words.rfind(' ') - 7) : std::string("monday");
    return {.every = weekly ? "week" : "day", .on = on, .at = time};
}

Html schedule_view(const SchedulePage& page) {
    const auto rule = read_rule(page.schedule.rule);
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.title,
                        .sentence = html("{}. Next: {}.", rule ? spoken(*rule) : page.schedule.rule,
                                         openmasa::spoken(page.schedule.next_at))}) +
           html(
               R"(<form class="om-form" action="/jobs/schedules/{}" method="post" novalidate>{}<input type="hidden" name="before" value="{}">
{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="/jobs/all">Leave it as it is</a></div></form>
{})",
               page.schedule.kind, page.form_token, page.schedule.rule, how_often(page),
               on_which_day(page), at_what_time(page), ui::button({.text = "Save this schedule"}),
               changes(page.versions));
}

} // namespace openmasa::jobs
