#include "plan/priorities/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::priorities {
namespace {

Html form(const FormPage& page, std::string_view title, std::string_view below, const Html& fields,
          std::string_view button) {
    return html(
        R"({}{}{}<form class="om-form" action="/priorities/{}/{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="/priorities/{}">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = std::string(title), .sentence = escaped(page.section.name)}),
        plan::meanwhile_view(page.words, page.meanwhile), page.section.id, below, page.form_token,
        page.section.version, fields, ui::button({.text = button}), page.section.id);
}

Html statement(const FormPage& page, std::string_view name, std::string_view label,
               std::string_view hint, const std::string& value) {
    return ui::textarea_field({.name = std::string(name),
                               .label = label,
                               .hint = hint,
                               .value = value,
                               .rows = 3,
                               .label_classes = "govuk-label--s"},
                              page.problems);
}

Html day_field(const FormPage& page, std::string_view name, std::string_view label,
               const std::string& value) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = "For example 12 June 2026.",
                           .value = value,
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-20"},
                          page.problems);
}

} // namespace

Html adoption_form(const FormPage& page, const SayAdoption& typed) {
    auto fields = day_field(page, "adopted_on", "When was it adopted?", typed.adopted_on);
    fields += ui::text_field({.name = "adopted_by",
                              .label = "By which decision?",
                              .hint = "For example: Partnership Group, 12 June 2026, minute 4.",
                              .value = typed.adopted_by,
                              .label_classes = "govuk-label--s"},
                             page.problems);
    fields += statement(page, "adopted_evidence", "On what evidence?",
                        "Reviews, audits, figures, voices. No names of children or families.",
                        typed.adopted_evidence);
    fields += html(
        R"(<h2 class="govuk-heading-m">How we will know</h2><p class="govuk-body om-measure">Four ways to look at its impact. Each may stay empty.</p>
)");
    fields += statement(page, "prevalence", "Prevalence",
                        "How common it is, and who it happens to.", typed.prevalence);
    fields += statement(page, "pathways", "Pathways", "How children and families reach help.",
                        typed.pathways);
    fields +=
        statement(page, "commissioning", "Commissioning",
                  "What is bought and provided, and whether it is enough.", typed.commissioning);
    fields +=
        statement(page, "impact", "Impact and voice",
                  "What changed for children, in their words where we have them.", typed.impact);
    return form(page, "Adoption and impact", "adoption", fields, "Save");
}

Html review_form(const FormPage& page, const Review& typed) {
    auto fields = day_field(page, "held_on", "When was it reviewed?", typed.held_on);
    ui::RadiosField outcomes{.name = "outcome",
                             .legend = "What came of it?",
                             .value = typed.outcome ? std::string(to_text(*typed.outcome)) : "",
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"};
    for (const auto outcome : plan::all_outcomes)
        outcomes.items.push_back({.text = spoken(outcome), .value = std::string(to_text(outcome))});
    fields += ui::radios_field(outcomes, page.problems);
    fields += statement(page, "words", "Why?",
                        "What was learned in the year, and what follows. No names of children or "
                        "families.",
                        typed.words);
    return form(page, "Yearly review", "review", fields, "Keep this review");
}

} // namespace openmasa::priorities
